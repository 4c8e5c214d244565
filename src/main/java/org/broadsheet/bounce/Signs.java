package org.broadsheet.bounce;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** The signs by which a mail is known, of {@code bounce/signs.tsv}: kind, where it stands, words. Immutable. */
final class Signs {
    /** The words that tell a kind stand at a notice's beginning. */
    private static final int LOOKED_AT = 3000;

    private final List<Sign> signs;

    private record Sign(Kind kind, String place, Pattern words) {}

    /** Reads the table. */
    Signs() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Signs.class.getResourceAsStream("/bounce/signs.tsv")),
                StandardCharsets.UTF_8))) {
            signs = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t+"))
                    .map(row -> new Sign(
                            Kind.valueOf(row[0].toUpperCase(Locale.ROOT)),
                            row[1],
                            Pattern.compile(row[2], Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean shows(Kind kind, String place, String text) {
        String looked = text.length() <= LOOKED_AT ? text : text.substring(0, LOOKED_AT);
        String oneLine = looked.replaceAll("\\s+", " ").strip();
        return signs.stream()
                .anyMatch(sign -> sign.kind() == kind
                        && sign.place().equals(place)
                        && sign.words().matcher(oneLine).find());
    }
}
