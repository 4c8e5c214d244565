package org.broadsheet.feed.damage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.feed.FeedEntry;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.ParseResult;
import org.broadsheet.feed.repair.Decoder;
import org.jsoup.Jsoup;

/**
 * A feed that is read without any repair, to be damaged.
 *
 * @param titles as a reader sees them, in order
 */
record HealthyFeed(String name, String text, List<String> titles) {
    private static final Pattern FIRST_TITLE = Pattern.compile(
            "<(?:item|entry)[\\s>](?:(?!</?(?:item|entry)[\\s>]).)*?<title[^>]*>([^<&\\s]{2,})", Pattern.DOTALL);

    /** The healthy ones of a folder and the folders in it, by name. */
    static List<HealthyFeed> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<HealthyFeed> read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = Decoder.decode(bytes, Optional.empty()).text();
            return parse(bytes)
                    .filter(document -> document.document().repairs().isEmpty()
                            && !document.document().entries().isEmpty())
                    .map(document -> new HealthyFeed(file.getFileName().toString(), text, titles(document)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the parser makes of some bytes; empty when it is no feed. */
    static Optional<ParseResult.Parsed> parse(byte[] bytes) {
        ParseResult result = new FeedParser().parse(bytes, Optional.empty(), URI.create("https://feeds.example/feed"));
        return result instanceof ParseResult.Parsed parsed ? Optional.of(parsed) : Optional.empty();
    }

    /** The titles of entries as a reader sees them. */
    static List<String> titles(ParseResult.Parsed parsed) {
        return parsed.document().entries().stream().map(HealthyFeed::title).toList();
    }

    private static String title(FeedEntry entry) {
        String text = entry.title().text();
        return (entry.title().plain() ? text : Jsoup.parseBodyFragment(text).text())
                .replaceAll("[\\s\u00a0]+", " ")
                .strip();
    }

    /** Something put into the first title that has no markup, after its first word. */
    Optional<Damaged> inFirstTitle(String written, String shown) {
        Matcher matcher = FIRST_TITLE.matcher(text);
        if (!matcher.find() || !titles.get(0).startsWith(matcher.group(1))) {
            return Optional.empty();
        }
        String damaged = text.substring(0, matcher.end(1)) + written + text.substring(matcher.end(1));
        int word = matcher.group(1).length();
        String title = titles.get(0).substring(0, word) + shown + titles.get(0).substring(word);
        List<String> expected = Stream.concat(
                        Stream.of(title.replaceAll("\\s+", " ").strip()),
                        titles.stream().skip(1))
                .toList();
        return Optional.of(new Damaged(damaged.getBytes(StandardCharsets.UTF_8), expected));
    }

    /** The feed in another text, which says the same. */
    Optional<Damaged> as(String damaged) {
        return as(damaged.getBytes(StandardCharsets.UTF_8));
    }

    /** The feed in other bytes, which say the same. */
    Optional<Damaged> as(byte[] damaged) {
        return java.util.Arrays.equals(damaged, text.getBytes(StandardCharsets.UTF_8))
                ? Optional.empty()
                : Optional.of(new Damaged(damaged, titles));
    }

    /** A damaged feed and the titles that a reader would still see in it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Damaged(byte[] bytes, List<String> titles) {}
}
