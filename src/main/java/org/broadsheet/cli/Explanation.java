package org.broadsheet.cli;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.app.DueTimes;
import org.broadsheet.app.Explainer;
import org.broadsheet.app.Explainer.Fate;
import org.broadsheet.article.Article;
import org.broadsheet.article.ArticleStore.Recent;
import org.broadsheet.article.StoredArticle;
import org.broadsheet.config.Feed;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Window;
import org.broadsheet.edition.KnownStory;
import org.broadsheet.edition.Section;
import org.broadsheet.edition.Selection.Placing;
import org.broadsheet.edition.Selection.Topics;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.story.Score;
import org.broadsheet.story.Story;
import org.broadsheet.topic.Evidence;
import org.broadsheet.topic.Reasons;
import org.broadsheet.topic.TopicChoice;

/** Puts into words how an article or a feed fares, a fact on each line. */
final class Explanation {
    private static final int MOST_OTHERS = 5;

    private final Explainer explainer;
    private final Instant at;

    Explanation(Explainer explainer, Instant at) {
        this.explainer = explainer;
        this.at = at;
    }

    List<String> of(StoredArticle known) {
        Article article = known.article();
        List<String> lines = new ArrayList<>(
                List.of(article.title(), fact("link", article.url().toString())));
        lines.add(fact(
                "published",
                article.dated()
                        ? FeedLines.time(article.published()) + ", as its feed says"
                        : FeedLines.time(article.published())
                                + ", when it was first seen; its feed has no possible date"));
        lines.add(fact("first seen", FeedLines.time(article.firstSeen())));
        known.updated().ifPresent(when -> lines.add(fact("corrected", FeedLines.time(when))));
        known.revisions()
                .forEach(old -> lines.add(
                        fact("earlier", "\"" + old.title() + "\", until " + FeedLines.time(old.replacedAt()))));
        known.names().forEach(name -> lines.add(fact("known by", name)));
        known.feeds().forEach(feed -> lines.addAll(feed(feed)));
        List<Fate> fates = explainer.fates(known, at);
        fates.forEach(fate -> lines.addAll(fate(fate, known)));
        if (fates.isEmpty()) {
            lines.add("no newsletter has a feed that carries it");
        }
        return lines;
    }

    List<String> of(Feed feed) {
        List<String> lines = new ArrayList<>(FeedLines.of(feed, explainer.state(feed.url()), at));
        for (Fate fate : explainer.newslettersWith(feed, at)) {
            List<Article> recent = fate.selection().recent().stream()
                    .filter(article -> article.feed().equals(feed.url()))
                    .toList();
            long shown = recent.stream()
                    .filter(article -> fate.selection()
                            .placing(article.id())
                            .filter(placing -> isShown(placing, fate.newsletter()))
                            .isPresent())
                    .count();
            lines.add(fate.newsletter().id());
            lines.add(fact("window", window(fate)));
            lines.add(fact("articles", recent.size() + " in the window and not told yet"));
            lines.add(fact("edition", shown + " in the next one, " + (recent.size() - shown) + " cut"));
        }
        return lines;
    }

    private List<String> feed(URI url) {
        Feed feed = explainer.feed(url).orElse(Feed.of(url));
        List<String> told = FeedLines.of(feed, explainer.state(url), at);
        List<String> lines = new ArrayList<>(List.of(fact("feed", told.get(0))));
        told.stream().skip(1).forEach(line -> lines.add(fact("", line.strip())));
        return lines;
    }

    private List<String> fate(Fate fate, StoredArticle known) {
        Newsletter newsletter = fate.newsletter();
        List<String> lines = new ArrayList<>(List.of(newsletter.id()));
        Optional<Placing> placing = fate.selection().placing(known.article().id());
        if (placing.isEmpty()) {
            lines.add(fact("window", window(fate)));
            lines.add(fact("edition", "not in the next one: " + whyNot(fate, known.article())));
            return lines;
        }
        lines.add(fact("window", window(fate) + "; the article is in it"));
        lines.addAll(topic(fate, placing.get(), known.article()));
        lines.addAll(story(placing.get().story(), known.article()));
        lines.add(fact("rank", rank(placing.get(), newsletter)));
        lines.add(fact("score", score(placing.get().story().score())));
        return lines;
    }

    private static String window(Fate fate) {
        Recent window = fate.selection().window();
        if (fate.newsletter().window() instanceof Window.Last) {
            return "since " + shown(fate, window.from());
        }
        return window.from().equals(Instant.EPOCH)
                ? "everything, as there is no edition yet"
                : "since the last edition, made " + shown(fate, window.from());
    }

    private static String whyNot(Fate fate, Article article) {
        Optional<String> told = fate.carriedBy().map(edition -> carried(edition, fate));
        if (told.isPresent()) {
            return told.get();
        }
        Optional<KnownStory> known = fate.selection().known(article.id());
        if (known.isPresent()) {
            return known(known.get(), fate);
        }
        Recent window = fate.selection().window();
        return article.published().isAfter(window.until())
                ? "it is published only after " + shown(fate, window.until())
                : "it is too old; it was published " + shown(fate, article.published());
    }

    private static String carried(StoredEdition edition, Fate fate) {
        return "the edition of " + shown(fate, edition.scheduledFor()) + " carried it already";
    }

    private static String known(KnownStory known, Fate fate) {
        String told = "the edition made " + shown(fate, known.lastTold()) + " told its story";
        return known.updated()
                ? told + " as an update already, and a story is told as an update once"
                : told + ", and none of what came to light since was published after it";
    }

    private static String shown(Fate fate, Instant instant) {
        return DueTimes.shown(fate.newsletter(), instant);
    }

    private static List<String> topic(Fate fate, Placing placing, Article article) {
        Topics topics = fate.selection().topics();
        TopicChoice own = topics.articles().of(article);
        List<String> lines = new ArrayList<>(List.of(fact("topic", name(own, topics) + ": " + certainty(own))));
        topics.articles()
                .reasons(article)
                .filter(reasons -> !own.evidence().isExplicit())
                .ifPresent(reasons -> lines.addAll(words(reasons)));
        if (!own.topic().orElse(Section.MORE).equals(placing.topic())) {
            TopicChoice ofStory = topics.of(placing.story());
            lines.add(fact("", "but its story is in " + name(ofStory, topics) + ", for which its articles speak"));
        }
        return lines;
    }

    private static String certainty(TopicChoice choice) {
        String rule = choice.evidence().name().toLowerCase(Locale.ROOT);
        return choice.evidence().isExplicit() || choice.evidence() == Evidence.NONE
                ? choice.told()
                : String.format(Locale.ROOT, "%s (%s, %.0f %% sure)", choice.told(), rule, 100 * choice.certainty());
    }

    private static List<String> words(Reasons reasons) {
        String other = reasons.against().isEmpty() ? "no topic" : reasons.against();
        return List.of(
                fact("", "for it: " + words(reasons.strongestFor())),
                fact("", "against it, for " + other + ": " + words(reasons.strongestAgainst())));
    }

    private static String words(List<Reasons.Word> words) {
        return words.isEmpty()
                ? "nothing"
                : words.stream()
                        .map(word -> String.format(Locale.ROOT, "%s (%+.1f)", word.text(), word.weight()))
                        .collect(Collectors.joining(", "));
    }

    private static String name(TopicChoice choice, Topics topics) {
        return choice.topic()
                .flatMap(id -> topics.all().stream()
                        .filter(topic -> topic.id().equals(id))
                        .findFirst())
                .map(topic -> topic.id() + " (" + topic.title() + ")")
                .orElse(Section.MORE + " (what fits no topic)");
    }

    private static List<String> story(Story story, Article article) {
        if (story.articles().size() == 1) {
            return List.of(fact("story", "it alone tells it"));
        }
        boolean leads = story.lead().id().equals(article.id());
        String first = leads
                ? "it leads a story of " + story.articles().size() + " articles; also told by"
                : "told under \"" + story.lead().title() + "\" (" + story.lead().source() + "), with";
        List<String> lines = new ArrayList<>(List.of(fact("story", first)));
        List<Article> others = story.articles().stream()
                .filter(some -> !some.id().equals(article.id()))
                .filter(some -> leads || !some.id().equals(story.lead().id()))
                .toList();
        others.stream()
                .limit(MOST_OTHERS)
                .forEach(some -> lines.add(fact("", "- \"" + some.title() + "\" (" + some.source() + ")")));
        if (others.isEmpty()) {
            lines.set(0, fact("story", first.replaceFirst(", with$", "")));
        } else if (others.size() > MOST_OTHERS) {
            lines.add(fact("", "- and " + (others.size() - MOST_OTHERS) + " more"));
        }
        return lines;
    }

    private static String rank(Placing placing, Newsletter newsletter) {
        String rank = "story " + placing.rank() + " of " + placing.stories() + " in its topic: ";
        String update = placing.story().update() ? " as an update" : "";
        return isShown(placing, newsletter)
                ? rank + "in the next edition" + update
                : rank + "cut, as a topic holds " + newsletter.storiesPerTopic() + " (stories-per-topic)";
    }

    /** The parts of a score, which are multiplied. */
    private static String score(Score score) {
        return String.format(
                Locale.ROOT,
                "%.2f = sources %.2f (%d) x age %.2f (%.1f h) x feed %.2f x topic %.2f x variety %.2f",
                score.value(),
                score.breadth(),
                score.sources(),
                score.recency(),
                score.hours(),
                score.feedWeight(),
                score.topicWeight(),
                score.variety());
    }

    private static boolean isShown(Placing placing, Newsletter newsletter) {
        return newsletter.storiesPerTopic() == 0 || placing.rank() <= newsletter.storiesPerTopic();
    }

    private static String fact(String name, String value) {
        // Titles are clean already; a name may be whatever a feed calls its entry.
        String padding = " ".repeat(Math.max(1, 12 - name.length()));
        return ("  " + name + padding + Terminal.printable(value)).stripTrailing();
    }
}
