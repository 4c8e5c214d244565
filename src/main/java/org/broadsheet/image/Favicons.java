package org.broadsheet.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.feed.Links;
import org.broadsheet.net.HttpAnswer;
import org.broadsheet.net.Robots;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the icon of a site: where it has been since ever, or else where the site's start page says. */
final class Favicons {
    private static final int MOST_LINKS = 2;

    private final PictureFetcher pictures;
    private final Robots robots;

    Favicons(PictureFetcher pictures, Robots robots) {
        this.pictures = pictures;
        this.robots = robots;
    }

    /** The icon of a site; it is asked for one thing after the other, and no more when it does not answer. */
    PictureOutcome fetch(URI site) {
        PictureOutcome usual = pictures.fetch(site.resolve("/favicon.ico"), Shape.ICON);
        URI start = site.resolve("/");
        if (!(usual instanceof PictureOutcome.Unusable) || robots.ask(start) != Robots.Answer.ALLOWED) {
            return usual;
        }
        return pictures.get(start) instanceof HttpAnswer.Body page ? named(page).orElse(usual) : usual;
    }

    private Optional<PictureOutcome> named(HttpAnswer.Body page) {
        for (URI link : links(page)) {
            PictureOutcome outcome = pictures.fetch(link, Shape.ICON);
            if (outcome instanceof PictureOutcome.Made) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    private static List<URI> links(HttpAnswer.Body page) {
        return parsed(page).select("link[href][rel]").stream()
                .filter(Favicons::isIcon)
                .sorted(Comparator.comparingInt(Favicons::unfit))
                .flatMap(link -> Links.resolve(page.url(), link.attr("href")).stream())
                .distinct()
                .limit(MOST_LINKS)
                .toList();
    }

    private static Document parsed(HttpAnswer.Body page) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(page.bytes().toByteArray()),
                    null,
                    page.url().toString());
        } catch (IOException e) {
            // What is no HTML at all names no icon.
            return new Document(page.url().toString());
        }
    }

    private static boolean isIcon(Element link) {
        List<String> words = List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+", -1));
        boolean drawn = link.attr("type").contains("svg")
                || link.attr("href").toLowerCase(Locale.ROOT).contains(".svg");
        return !drawn && (words.contains("icon") || words.contains("apple-touch-icon"));
    }

    /** How far an icon is from what we need: made for browsers' tabs, and of 32 pixels. */
    private static int unfit(Element link) {
        int kind = link.attr("rel").toLowerCase(Locale.ROOT).contains("apple") ? 2 : 0;
        return link.attr("sizes").contains("32x32") ? kind : kind + 1;
    }
}
