package org.broadsheet.edition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.config.SubjectPattern;
import org.broadsheet.story.Story;

/**
 * Writes the subject after the newsletter's pattern, or the title and date when it names the lead story and there is no
 * story. A headline in capitals
 * gives way to the next one: written small it would be wrong, in German above all, and as it is it looks like spam.
 */
record SubjectLine(Words words, Moments moments) {
    private static final int LONGEST = 70;
    private static final int LEAST_OF_LEAD = 20;

    /**
     * The subject of an edition; that of a round-up says so first.
     *
     * @param count "14 stories"
     */
    String of(Edition edition, Optional<Story> lead, String count) {
        if (edition.week().isEmpty()) {
            return upTo(LONGEST, edition, lead, count);
        }
        String mark = words.text("round-up-subject", Map.of("subject", ""));
        String line = upTo(LONGEST - mark.codePointCount(0, mark.length()), edition, lead, count);
        return words.text("round-up-subject", Map.of("subject", line));
    }

    private String upTo(int longest, Edition edition, Optional<Story> lead, String count) {
        SubjectPattern pattern = edition.look().subject();
        Optional<String> headline = headline(edition, lead);
        if (pattern.namesLead() && headline.isEmpty()) {
            return new Shortening(words.language()).to(longest, titleAndDate(edition));
        }
        Shortening shortening = new Shortening(words.language());
        String rest = pattern.with(values(edition, "", count));
        int left = Math.max(LEAST_OF_LEAD, longest - rest.codePointCount(0, rest.length()));
        // The headline gives way first, so that what the admin put behind it is still seen.
        String lineOfLead = headline.map(shortening::calm)
                .map(line -> shortening.to(left, line))
                .orElse("");
        String line = shortening.to(longest, pattern.with(values(edition, lineOfLead, count)));
        return line.isEmpty() ? titleAndDate(edition) : line;
    }

    private Map<String, String> values(Edition edition, String lead, String count) {
        return Map.of("lead", lead, "title", edition.title(), "date", moments.dateLine(), "count", count);
    }

    private static Optional<String> headline(Edition edition, Optional<Story> lead) {
        List<String> headlines = Stream.concat(lead.stream(), edition.stories())
                .map(story -> Shortening.oneLine(story.lead().title()))
                .filter(headline -> !headline.isEmpty())
                .toList();
        return headlines.stream()
                .filter(headline -> !Shortening.isShouted(headline))
                .findFirst()
                .or(() -> headlines.stream().findFirst());
    }

    private String titleAndDate(Edition edition) {
        return words.text("title-and-date", Map.of("title", edition.title(), "date", moments.dateLine()));
    }
}
