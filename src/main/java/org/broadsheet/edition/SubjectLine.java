package org.broadsheet.edition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.story.Story;

/**
 * Writes the subject: the lead story's headline, or the title and date when there is no story. A headline in capitals
 * gives way to the next one: written small it would be wrong, in German above all, and as it is it looks like spam.
 */
record SubjectLine(Words words, Moments moments) {
    private static final int LONGEST = 70;

    String of(Edition edition, Optional<Story> lead) {
        List<String> headlines = Stream.concat(lead.stream(), edition.stories())
                .map(story -> Shortening.oneLine(story.lead().title()))
                .filter(headline -> !headline.isEmpty())
                .toList();
        String text = headlines.stream()
                .filter(headline -> !Shortening.isShouted(headline))
                .findFirst()
                .or(() -> headlines.stream().findFirst())
                .orElseGet(() -> titleAndDate(edition));
        Shortening shortening = new Shortening(words.language());
        return shortening.to(LONGEST, shortening.calm(text));
    }

    private String titleAndDate(Edition edition) {
        return words.text("title-and-date", Map.of("title", edition.title(), "date", moments.dateLine()));
    }
}
