package org.broadsheet.edition;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A story as templates show it; everything is ready to be printed.
 *
 * @param topic the title of its section
 * @param accent the number of its section's colour
 * @param url null when the article has no web address
 * @param summary null when there is none
 * @param image the address of a picture; null when there is none
 * @param imageText what stands in for the picture
 * @param icon the address of the icon of the source; null when there is none
 * @param update "New", when an earlier edition told the story; otherwise null
 * @param when time, "yesterday" or date; null when the feed does not say
 * @param reading "4 min read"; null when the feed does not hold the whole text
 * @param also other sources that tell the same, at most four
 * @param alsoMore "+ 2 more", when there are more such sources; otherwise null
 */
public record StoryView(
        String topic,
        int accent,
        String headline,
        @Nullable String url,
        @Nullable String summary,
        @Nullable String image,
        String imageText,
        String source,
        @Nullable String icon,
        @Nullable String update,
        @Nullable String when,
        @Nullable String reading,
        List<SourceLink> also,
        @Nullable String alsoMore) {
    public StoryView {
        also = List.copyOf(also);
    }

    /** Source, time and reading time in one line, behind "New" where an earlier edition told the story. */
    public String sourceLine() {
        return Stream.of(update, source, when, reading)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(" · "));
    }

    /** The names of the other sources in one line; null when there are none. */
    public @Nullable String alsoLine() {
        if (also.isEmpty()) {
            return null;
        }
        String names = String.join(", ", also.stream().map(SourceLink::name).toList());
        return alsoMore == null ? names : names + " " + alsoMore;
    }

    /** Headline and all sources in one line, behind "New" where an earlier edition told the story. */
    public String briefLine() {
        String others = alsoLine();
        String sources = others == null ? source : source + ", " + others;
        return (update == null ? "" : update + ": ") + headline + " (" + sources + ")";
    }

    /** Whether a headline says it all, so that the story fits a list. */
    boolean isBrief() {
        return summary == null && image == null && also.isEmpty() && update == null;
    }
}
