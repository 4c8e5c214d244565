package org.broadsheet.bench;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.broadsheet.feed.FeedParser;
import org.broadsheet.feed.ParseResult;

/**
 * How fast feeds are parsed, beside plain ROME and beside a bare StAX pass over the same bytes, which is the limit.
 *
 * <p>Usage: {@code ParseBench FOLDER...}. All three read the same files: those that all of them can read.
 */
public final class ParseBench {
    private static final int ROUNDS = 15;

    private ParseBench() {}

    /** One way to read a feed; false when it cannot. */
    private interface Reading {
        boolean read(byte[] bytes);
    }

    /** Measures, and prints a table. */
    public static void main(String[] folders) throws IOException {
        FeedParser parser = new FeedParser();
        XMLInputFactory stax = XMLInputFactory.newDefaultFactory();
        stax.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        Reading bare = bytes -> pass(stax, bytes);
        Reading rome = ParseBench::rome;
        Reading ours = bytes -> parser.parse(bytes, Optional.empty(), URI.create("https://feeds.example/"))
                instanceof ParseResult.Parsed;
        List<byte[]> all = files(folders);
        List<byte[]> common = all.stream()
                .filter(bytes -> bare.read(bytes) && rome.read(bytes) && ours.read(bytes))
                .toList();
        double limit = megabytesPerSecond(common, bare);
        double plain = megabytesPerSecond(common, rome);
        double broadsheet = megabytesPerSecond(common, ours);
        System.out.printf(Locale.ROOT, "%d files of %d, %d kB%n", common.size(), all.size(), size(common) / 1000);
        row("bare StAX pass", limit, limit, plain);
        row("plain ROME", plain, limit, plain);
        row("Broadsheet", broadsheet, limit, plain);
        row("Broadsheet, all files", megabytesPerSecond(all, ours), limit, plain);
    }

    private static void row(String name, double rate, double limit, double plain) {
        System.out.printf(
                Locale.ROOT,
                "%-22s %7.1f MB/s  %5.2f of StAX  %5.2f of ROME%n",
                name,
                rate,
                rate / limit,
                rate / plain);
    }

    /** The median of some rounds, after as many to warm up. */
    private static double megabytesPerSecond(List<byte[]> files, Reading reading) {
        double[] rates = new double[2 * ROUNDS];
        for (int round = 0; round < rates.length; round++) {
            long start = System.nanoTime();
            for (byte[] bytes : files) {
                reading.read(bytes);
            }
            rates[round] = size(files) / 1e6 / ((System.nanoTime() - start) / 1e9);
        }
        double[] warm = Arrays.copyOfRange(rates, ROUNDS, rates.length);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }

    private static boolean pass(XMLInputFactory stax, byte[] bytes) {
        try {
            XMLStreamReader reader = stax.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext()) {
                reader.next();
            }
            return true;
        } catch (XMLStreamException broken) {
            return false;
        }
    }

    private static boolean rome(byte[] bytes) {
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(bytes), true)) {
            return new SyndFeedInput().build(reader) != null;
        } catch (FeedException | IOException | IllegalArgumentException broken) {
            return false;
        }
    }

    private static long size(List<byte[]> files) {
        return files.stream().mapToLong(bytes -> bytes.length).sum();
    }

    private static List<byte[]> files(String... folders) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    contents.add(Files.readAllBytes(file));
                }
            }
        }
        return contents;
    }
}
