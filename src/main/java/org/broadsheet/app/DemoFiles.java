package org.broadsheet.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.Failure;

/**
 * The sample feeds and newsletters that come with the program, unpacked to a folder.
 *
 * <p>Their news is always of today: {@code @rfc822:95@} and {@code @iso:95@} stand for 95 minutes ago, and
 * {@code @image:NAME@} for the address of a picture.
 */
final class DemoFiles {
    private static final String RESOURCES = "/demo/";
    private static final String MARKER = ".broadsheet-demo";
    private static final Pattern PLACEHOLDER = Pattern.compile("@(rfc822|iso|image):([A-Za-z0-9._-]+)@");

    private final Instant now;
    private final URI images;

    /**
     * @param now what the feeds' dates count back from
     * @param images where the pictures will be served, with a slash at its end
     */
    DemoFiles(Instant now, URI images) {
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.images = images;
    }

    /**
     * Unpacks everything into a folder, in place of an earlier demo.
     *
     * @throws Failure when the folder holds something that is not of a demo, or cannot be written
     */
    void unpack(Path folder) {
        try {
            empty(folder);
            Files.createDirectories(folder);
            Files.createFile(folder.resolve(MARKER));
            for (String name : new String(resource("FILES"), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, name.startsWith("images/") ? resource(name) : filled(resource(name)));
            }
        } catch (IOException e) {
            throw new Failure("the demo cannot be unpacked to " + folder + ": " + e, e);
        }
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent() && !Files.exists(folder.resolve(MARKER))) {
                throw new Failure(folder + " holds files that are not of a demo; name another folder with --out");
            }
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    /** Byte for byte, whatever the charset: the placeholders are ASCII, and one feed is ISO-8859-1. */
    private byte[] filled(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> value(found.group(1), found.group(2)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private String value(String kind, String argument) {
        if (kind.equals("image")) {
            return images.resolve(argument).toString();
        }
        Instant instant = now.minus(Duration.ofMinutes(Long.parseLong(argument)));
        return kind.equals("iso")
                ? DateTimeFormatter.ISO_INSTANT.format(instant)
                : DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static byte[] resource(String name) {
        try (InputStream in = DemoFiles.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file demo/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
