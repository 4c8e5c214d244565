package org.broadsheet.reply;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tables of what mail servers say: {@code reply/reasons.tsv} names the reasons, {@code reply/wordings.tsv} the words
 * for each, {@code reply/statuses.tsv} the codes. Immutable.
 */
final class ReplyBook {
    private static final String UNKNOWN = "unknown reason";

    private final Map<String, Reason> reasons = new LinkedHashMap<>();
    private final List<Wording> wordings = new ArrayList<>();
    private final Map<String, Reason> statuses = new LinkedHashMap<>();

    private record Wording(Pattern words, Reason reason) {}

    /** Reads the tables. */
    ReplyBook() {
        rows("reasons.tsv").forEach(row -> reasons.put(row[0], reasonOf(row)));
        rows("wordings.tsv")
                .forEach(
                        row -> wordings.add(new Wording(Pattern.compile(row[1], Pattern.UNICODE_CASE), named(row[0]))));
        rows("statuses.tsv").forEach(row -> statuses.put(row[0], named(row[1])));
    }

    private static Reason reasonOf(String[] row) {
        return new Reason(
                row[0],
                EnhancedStatus.in(row[1]).orElseThrow(),
                Severity.valueOf(row[2].toUpperCase(Locale.ROOT)),
                row[3].equals("reader"));
    }

    private Reason named(String name) {
        return Objects.requireNonNull(reasons.get(name), () -> "reasons.tsv has no " + name);
    }

    private static List<String[]> rows(String name) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReplyBook.class.getResourceAsStream("/reply/" + name)),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t+"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The reason that a text names: the first of the table whose words stand in it.
     *
     * @param text in lower case, on one line
     */
    Optional<Reason> saidIn(String text) {
        return wordings.stream()
                .filter(wording -> wording.words().matcher(text).find())
                .map(Wording::reason)
                .findFirst();
    }

    /** The reason of a code alone: by its subject and detail, else by its subject. */
    Reason of(EnhancedStatus status) {
        String whole = status.subject() + "." + status.detail();
        Reason exact = statuses.get(whole);
        return exact != null ? exact : statuses.getOrDefault(status.subject() + ".*", named(UNKNOWN));
    }
}
