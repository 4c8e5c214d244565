package org.broadsheet.config;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one subscribes to: one file under {@code config/newsletters/}.
 *
 * @param storiesPerTopic how many stories a section holds at most; 0 is no limit
 */
public record Newsletter(
        @FromFile String id,

        @Key(doc = "The name that readers see.", example = "Der Morgen")
        String title,

        @Key(doc = "The language of the mail, as a BCP 47 tag.", example = "de")
        Locale language,

        @Key(doc = "When an edition is made and sent. Without it, only `send` makes one, at most one a day.")
        Optional<Schedule> schedule,

        @Key(doc = "When the week's best is sent to readers who chose one mail a week.", byDefault = "{}")
        RoundUp roundUp,

        @Key(
                doc = "Which articles are recent: `since-last-edition`, or a duration such as 24h or 7d.",
                byDefault = "since-last-edition")
        Window window,

        @Key(doc = "Where articles come from; at least one.")
        List<Feed> feeds,

        @Key(doc = "The sections of the digest, in this order.", byDefault = "[]")
        List<Topic> topics,

        @Key(
                doc = "How alike articles must be to become one story: `strict` seldom joins wrongly, `balanced` finds"
                        + " more that belongs together.",
                byDefault = "default")
        Strictness stories,

        @Key(doc = "How many stories a section holds at most; 0 is no limit.", byDefault = "6", min = 0)
        int storiesPerTopic,

        @Key(
                doc =
                        "Pictures in mails: `link` lets mail programs load them from the sources, `embed` sends small ones"
                                + " along, with the icons of the sources, `none` shows none.",
                byDefault = "link")
        Images images,

        @Key(doc = "What makes its mails its own.", byDefault = "{}")
        Look look,

        @Key(doc = "Addresses that receive this newsletter; sign-ups live in the database.", byDefault = "[]")
        List<EmailAddress> subscribers) {

    public Newsletter {
        feeds = List.copyOf(feeds);
        topics = List.copyOf(topics);
        subscribers = List.copyOf(subscribers);
    }

    /**
     * When the round-up of the week is due; empty for a newsletter that says nothing of any time, whose round-ups only
     * `send` makes.
     */
    public Optional<Schedule> roundUpSchedule() {
        return roundUp.schedule(schedule);
    }

    /** The day of the week on which the round-up is due, where there is one. */
    public Optional<DayOfWeek> roundUpDay() {
        return roundUpSchedule().map(RoundUp::dayOf);
    }

    /** The time zone in which its days begin. */
    public ZoneId timeZone() {
        return schedule.map(Schedule::timeZone).orElse(ZoneId.of("UTC"));
    }

    /**
     * The language of an article: what the admin says of its feed, or else what was found out, or else the newsletter's
     * own.
     *
     * @param found without a language where nothing told it
     */
    public Locale languageOf(URI feed, Locale found) {
        return feeds.stream()
                .filter(one -> one.url().equals(feed))
                .flatMap(one -> one.language().stream())
                .findFirst()
                .orElse(found.getLanguage().isEmpty() ? language : found);
    }

    /** The topic of that id, if this newsletter has it. */
    public Optional<Topic> topic(String topicId) {
        return topics.stream().filter(topic -> topic.id().equals(topicId)).findFirst();
    }
}
