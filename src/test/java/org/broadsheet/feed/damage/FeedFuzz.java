package org.broadsheet.feed.damage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.ParseResult;

/**
 * Feeds the parser with feeds that were changed at random. Each change follows from a seed alone, so that what went
 * wrong can be done again.
 *
 * <p>As a program: {@code FeedFuzz MINUTES FOLDER...} goes on for that long, and names the seeds of what threw, and of
 * what took longer than two seconds.
 */
public final class FeedFuzz {
    private static final int LARGEST = 200_000;
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "&",
            "\"",
            "'",
            "/>",
            "</",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?xml version='1.0'?>",
            "<!DOCTYPE a [",
            "&#0;",
            "&#xD800;",
            "&nbsp;",
            "&nosuch;",
            "&#99999999999;",
            "\u0000",
            "\ufffe",
            "\ufeff",
            "<item>",
            "</item>",
            "<entry>",
            "<title>",
            "</title>",
            "<rss>",
            "</rss>",
            "<feed>",
            "<channel>",
            "<rdf:RDF>",
            "<media:content url='::' width='x'/>",
            "<itunes:duration>-1:x</itunes:duration>",
            "<pubDate>99 Foo 99999</pubDate>",
            "<enclosure length='x' url='%'/>",
            "xmlns=\"\"",
            "xmlns:a=\"\"",
            "xml:base=\"::\"",
            "xml:lang=\"_\"",
            " a:b:c=\"d\"",
            "<a:b:c>",
            "<:a>",
            "<link/>",
            "<slash:comments>x</slash:comments>",
            "<georss:point>x</georss:point>",
            "<source/>",
            "<guid isPermaLink='x'/>",
            "{",
            "}",
            "[",
            "]",
            "\\",
            "\\u12",
            "\"items\":",
            "<geo:lat>x</geo:lat>",
            "<cc:license rdf:resource='%'/>");

    private final FeedParser parser = new FeedParser();
    private final List<byte[]> corpus;

    FeedFuzz(Stream<Path> folders) {
        this.corpus =
                folders.filter(Files::isDirectory).flatMap(FeedFuzz::files).toList();
        if (corpus.isEmpty()) {
            throw new IllegalArgumentException("no feeds to change");
        }
    }

    private static Stream<byte[]> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<byte[]> contents = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                contents.add(Files.readAllBytes(file));
            }
            return contents.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the feed that follows from a seed, and gives whatever comes of it. */
    ParseResult read(long seed) {
        return parser.parse(changed(new Random(seed)), Optional.empty(), URI.create("https://feeds.example/feed"));
    }

    byte[] changed(Random random) {
        byte[] feed = corpus.get(random.nextInt(corpus.size()));
        feed = Arrays.copyOf(feed, Math.min(feed.length, LARGEST));
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            feed = change(feed, random);
        }
        return feed;
    }

    private byte[] change(byte[] feed, Random random) {
        int from = random.nextInt(feed.length + 1);
        int to = Math.min(feed.length, from + random.nextInt(random.nextBoolean() ? 8 : 400));
        return switch (random.nextInt(7)) {
            case 0 -> join(feed, from, new byte[] {(byte) random.nextInt(256)}, Math.min(feed.length, from + 1));
            case 1 -> join(feed, from, new byte[0], to);
            case 2 -> join(feed, from, Arrays.copyOfRange(feed, from, to), from);
            case 3 -> Arrays.copyOf(feed, from);
            case 4 -> join(feed, from, pieceOfAnother(random), to);
            default ->
                join(feed, from, PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8), from);
        };
    }

    private byte[] pieceOfAnother(Random random) {
        byte[] other = corpus.get(random.nextInt(corpus.size()));
        int from = random.nextInt(other.length + 1);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(2000)));
    }

    private static byte[] join(byte[] feed, int start, byte[] middle, int rest) {
        byte[] joined = new byte[start + middle.length + feed.length - rest];
        System.arraycopy(feed, 0, joined, 0, start);
        System.arraycopy(middle, 0, joined, start, middle.length);
        System.arraycopy(feed, rest, joined, start + middle.length, feed.length - rest);
        return joined;
    }

    /** Runs for some minutes; the exit status is 1 when anything was found. */
    public static void main(String[] args) {
        FeedFuzz fuzz = new FeedFuzz(Stream.of(args).skip(1).map(Path::of));
        long start = System.nanoTime();
        long end = start + Duration.ofMinutes(Long.parseLong(args[0])).toNanos();
        long seed = Long.getLong("broadsheet.seed", 0);
        long first = seed;
        int found = 0;
        for (; System.nanoTime() < end; seed++) {
            found += fuzz.isFine(seed) ? 0 : 1;
        }
        System.out.printf("%d feeds read, seeds %d to %d; %d findings%n", seed - first, first, seed - 1, found);
        System.exit(found == 0 ? 0 : 1);
    }

    private boolean isFine(long seed) {
        long start = System.nanoTime();
        try {
            Objects.requireNonNull(read(seed));
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            System.out.println(
                    "seed " + seed + ": " + e + " at " + Arrays.asList(trace).subList(0, Math.min(6, trace.length)));
            return false;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (took.compareTo(SLOW) > 0) {
            System.out.println("seed " + seed + ": took " + took);
            return false;
        }
        return true;
    }
}
