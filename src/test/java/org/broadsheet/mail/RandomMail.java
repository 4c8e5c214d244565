package org.broadsheet.mail;

import java.util.List;
import java.util.Random;

/** Mails with everything that is odd about white space, folding, lengths and characters. */
final class RandomMail {
    private static final List<String> PIECES = List.of(
            "a",
            "Morgen",
            "für",
            "新聞",
            "😀",
            "=",
            ".",
            "..",
            "\0",
            " ",
            "  ",
            "\t",
            " \t ",
            "\r\n",
            "\r\n",
            " \r\n",
            "\t\r\n\r\n",
            "From ",
            "-",
            "x".repeat(1_200));
    private static final List<String> NAMES =
            List.of("Subject", "X-Odd", "reply-to", "LIST-ID", "Content-Type", "cc", "Sender", "Feedback-ID");
    private static final List<String> VALUES =
            List.of("a", "b: c", "für 新聞", "\"q\"", "\r\n ", "\r\n\t", "  ", "\t", ";", "x".repeat(900));

    private final Random random;

    RandomMail(Random random) {
        this.random = random;
    }

    /** Some more header fields, folded anywhere and named in any letters. */
    String headers() {
        StringBuilder headers = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            headers.append(pick(NAMES)).append(random.nextInt(8) == 0 ? " :" : ":");
            headers.append("v").append(some(VALUES, 6)).append("\r\n");
        }
        return headers.toString();
    }

    /** Any lines, one of which holds something; as SMTP carries it, with a line end behind it. */
    String body() {
        return some(PIECES, 20) + "=" + some(PIECES, 20) + "\r\n";
    }

    private String some(List<String> pieces, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(pick(pieces));
        }
        return text.toString();
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
