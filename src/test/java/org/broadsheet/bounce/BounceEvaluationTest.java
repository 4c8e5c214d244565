package org.broadsheet.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.broadsheet.reply.Severity;
import org.broadsheet.reply.Verdict;
import org.junit.jupiter.api.Test;

/** Real bounce mails whose meaning is known: prints the table of docs/bounces.md, and fails below its bars. */
class BounceEvaluationTest {
    private static final Path MAILS = Path.of("../shared/bounces");

    /** One line of the index; of several recipients the first. */
    private record Label(String file, String kind, String recipient, String status, boolean hard) {
        static Label of(String line) {
            String[] fields = line.split("\t", -1);
            return new Label(
                    fields[0],
                    fields[1],
                    first(fields[3]),
                    first(fields[4]),
                    first(fields[7]).equals("true"));
        }

        private static String first(String list) {
            return list.split(",", 2)[0];
        }
    }

    @Test
    void readsRealBounces() throws IOException {
        if (!Files.exists(MAILS.resolve("INDEX.tsv"))) {
            System.out.println(
                    "!!! BOUNCES ARE NOT MEASURED: " + MAILS.toAbsolutePath().normalize() + " is absent");
            return;
        }
        BounceReader reader = new BounceReader();
        Map<String, Integer> right = new TreeMap<>();
        List<Label> labels = Files.readAllLines(MAILS.resolve("INDEX.tsv")).stream()
                .skip(1)
                .map(Label::of)
                .toList();
        for (Label label : labels) {
            compare(label, reader.read(Files.readAllBytes(MAILS.resolve(label.file()))), right);
        }
        int bounces = (int)
                labels.stream().filter(label -> label.kind().equals("bounce")).count();
        print(right, bounces, labels.size());
        assertThat(share(right, "recipient", bounces)).isGreaterThanOrEqualTo(0.95);
        assertThat(share(right, "status class", bounces)).isGreaterThanOrEqualTo(0.95);
        assertThat(share(right, "hard or soft", bounces)).isGreaterThanOrEqualTo(0.92);
        assertThat(right.get("kind")).isEqualTo(labels.size());
    }

    private static void compare(Label label, Reading reading, Map<String, Integer> right) {
        // A delay is labelled a bounce there, since what it says is read in the same way.
        String kind =
                reading.kind() == Kind.DELAY ? "bounce" : reading.kind().name().toLowerCase(Locale.ROOT);
        count(
                right,
                "kind",
                label,
                label.kind().replace("not-a-bounce", "other").equals(kind));
        if (label.kind().equals("bounce")) {
            Optional<FailedRecipient> first = reading.recipients().stream().findFirst();
            String status = first.flatMap(FailedRecipient::verdict)
                    .map(Verdict::status)
                    .map(Object::toString)
                    .orElse("?");
            boolean hard = first.flatMap(FailedRecipient::verdict)
                    .filter(one -> one.severity() == Severity.HARD)
                    .isPresent();
            count(
                    right,
                    "recipient",
                    label,
                    first.filter(one -> one.address().equalsIgnoreCase(label.recipient()))
                            .isPresent());
            count(
                    right,
                    "status class",
                    label,
                    status.charAt(0) == label.status().charAt(0));
            // 5.0.900 and above are made up by the program that made the labels.
            right.merge(
                    "status", status.equals(label.status()) || label.status().contains(".0.9") ? 1 : 0, Integer::sum);
            count(right, "hard or soft", label, hard == label.hard());
        }
    }

    private static void count(Map<String, Integer> right, String what, Label label, boolean isRight) {
        right.merge(what, isRight ? 1 : 0, Integer::sum);
        if (!isRight) {
            System.out.println("bounces: " + label.file() + ": wrong " + what);
        }
    }

    private static double share(Map<String, Integer> right, String what, int all) {
        return (double) right.getOrDefault(what, 0) / all;
    }

    private static void print(Map<String, Integer> right, int bounces, int all) {
        System.out.printf(
                Locale.ROOT, "%n| of %d mails, %d bounces | right | share |%n| --- | --- | --- |%n", all, bounces);
        right.forEach((what, count) -> {
            int of = what.equals("kind") ? all : bounces;
            System.out.printf(Locale.ROOT, "| %s | %d of %d | %.1f %% |%n", what, count, of, 100.0 * count / of);
        });
    }
}
