package org.broadsheet.article;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.feed.FeedEntry;
import org.broadsheet.feed.Links;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Finds the picture of an article. */
final class Images {
    private static final int TOO_SMALL = 64;

    private Images() {}

    /** The picture that the feed names, or else the first in the text that is neither a pixel, an icon nor an emoji. */
    static Optional<URI> of(FeedEntry entry, URI base) {
        return entry.images().stream()
                .flatMap(link -> Links.resolve(base, link).stream())
                .findFirst()
                .or(() -> firstIn(entry.content(), base))
                .or(() -> firstIn(entry.summary(), base));
    }

    private static Optional<URI> firstIn(FeedEntry.Markup markup, URI base) {
        if (markup.plain() || !markup.text().toLowerCase(Locale.ROOT).contains("<img")) {
            return Optional.empty();
        }
        return Jsoup.parseBodyFragment(markup.text()).select("img[src]").stream()
                .filter(Images::isPicture)
                .flatMap(image -> Links.resolve(base, image.attr("src")).stream())
                .findFirst();
    }

    private static boolean isPicture(Element image) {
        String about = (image.className() + " " + image.attr("src")).toLowerCase(Locale.ROOT);
        return !isSmall(image.attr("width"))
                && !isSmall(image.attr("height"))
                && !about.contains("emoji")
                && !about.contains("smiley")
                && !about.contains("pixel")
                && !about.endsWith(".svg");
    }

    private static boolean isSmall(String size) {
        return size.matches("\\d{1,5}(px)?") && Integer.parseInt(size.replace("px", "")) < TOO_SMALL;
    }
}
