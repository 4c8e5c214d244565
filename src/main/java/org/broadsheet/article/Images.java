package org.broadsheet.article;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.feed.FeedEntry;
import org.broadsheet.feed.Links;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the picture of an article, never one that only counts readers or decorates. */
final class Images {
    private static final int TOO_SMALL = 64;
    private static final int LONGEST_LINK = 4_000;
    private static final int LONGEST_READ = 200_000;

    /** Where scripts put the picture while a placeholder stands in {@code src}. */
    private static final List<String> LAZY = List.of("data-src", "data-lazy-src", "data-original", "data-orig-file");

    private static final Pattern COUNTING_HOST = Pattern.compile("(^|\\.)(feedburner\\.com|feeds\\.feedburner\\.com"
            + "|feedsportal\\.com|doubleclick\\.net|pixel\\.wp\\.com|stats\\.wordpress\\.com|stats\\.wp\\.com|vgwort\\.de"
            + "|ioam\\.de|google-analytics\\.com|scorecardresearch\\.com|gravatar\\.com|xiti\\.com|quantserve\\.com)$"
            + "|^(pixel|piwik|matomo|stats|analytics|tracking|counter)\\.");

    private static final Pattern NO_PICTURE =
            Pattern.compile("/emojis?/|twemoji|/smil(ey|ie)s?[/.]|/avatars?/|/spacer[-_.]"
                    + "|/blank\\.|[-_/]pixel(\\.(gif|png)|/|$)|tracking[-_]?pixel|/tracking/|/transparent\\.|[-_/]1x1[-_.]|/piwik|/matomo"
                    + "|/count(er)?\\.php|/~(r|ff|4)/|share[-_]?(icon|button)|/_/stat\\?"
                    + "|(facebook|twitter|linkedin|whatsapp|pinterest)[-_](icon|share|[0-9]{2}\\.)"
                    + "|icon[-_](facebook|twitter|linkedin|whatsapp)|\\.svg($|\\?)");

    private static final Pattern CANDIDATE =
            Pattern.compile("(\\S+)(?:\\s+(\\d{1,6}(?:\\.\\d{1,3})?)[wx])?\\s*(?:,\\s*|$)");

    private Images() {}

    /** The picture that the feed names, or else the text's own preview, or its first that is a picture. */
    static Optional<URI> of(FeedEntry entry, URI base) {
        return entry.images().stream()
                .flatMap(link -> picture(base, link).stream())
                .findFirst()
                .or(() -> in(entry.content(), base))
                .or(() -> in(entry.summary(), base));
    }

    private static Optional<URI> in(FeedEntry.Markup markup, URI base) {
        String text = markup.text();
        String begin = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
        String small = begin.toLowerCase(Locale.ROOT);
        if (markup.plain() || !(small.contains("<img") || small.contains(":image"))) {
            return Optional.empty();
        }
        Document document = Jsoup.parse(begin);
        Stream<String> previews =
                document.select("meta[property=og:image], meta[name=og:image], meta[name=twitter:image]").stream()
                        .map(meta -> meta.attr("content"));
        Stream<String> shown = document.select("img").stream()
                .filter(Images::isLargeEnough)
                .flatMap(image -> addresses(image).stream());
        return Stream.concat(previews, shown)
                .flatMap(link -> picture(base, link).stream())
                .findFirst();
    }

    private static Optional<URI> picture(URI base, String link) {
        return link.isBlank() ? Optional.empty() : Links.resolve(base, link).filter(Images::isPicture);
    }

    private static boolean isPicture(URI url) {
        String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
        String rest = url.toString().toLowerCase(Locale.ROOT).replaceFirst("^https?:/", "");
        return !COUNTING_HOST.matcher(host).find() && !NO_PICTURE.matcher(rest).find();
    }

    private static boolean isLargeEnough(Element image) {
        String names = image.className().toLowerCase(Locale.ROOT);
        return !isSmall(image.attr("width"))
                && !isSmall(image.attr("height"))
                && !names.contains("emoji")
                && !names.contains("smiley")
                && !names.contains("avatar")
                && !names.contains("pixel");
    }

    private static boolean isSmall(String size) {
        return size.matches("\\d{1,5}(px)?") && Integer.parseInt(size.replace("px", "")) < TOO_SMALL;
    }

    /** Where an image may be had, the best first. */
    private static List<String> addresses(Element image) {
        List<String> found = new ArrayList<>();
        Stream.of("srcset", "data-srcset", "data-lazy-srcset")
                .map(image::attr)
                .filter(srcset -> srcset.length() <= LONGEST_LINK * 2)
                .flatMap(srcset -> largest(srcset).stream())
                .forEach(found::add);
        LAZY.forEach(name -> found.add(image.attr(name)));
        found.add(image.attr("src"));
        return found;
    }

    private static Optional<String> largest(String srcset) {
        Matcher candidates = CANDIDATE.matcher(srcset.strip());
        String best = "";
        double size = -1;
        while (candidates.find()) {
            double told = candidates.group(2) == null ? 0 : Double.parseDouble(candidates.group(2));
            if (told > size) {
                best = candidates.group(1);
                size = told;
            }
        }
        return Optional.of(best).filter(some -> !some.isEmpty());
    }
}
