package org.broadsheet.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A part of an edition, encoded once for all subscribers: only the few lines that hold marks are encoded for each of
 * them. Since quoted-printable starts afresh with every line, the outcome is to the byte what encoding the whole
 * personal text would be. Encoding is most of the work of a mail, so this makes sending several times as fast.
 */
final class MarkedText {
    private final List<Piece> pieces;

    private MarkedText(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** What is the same for everybody, or a line that is not. */
    @FunctionalInterface
    private interface Piece {
        void addTo(Pieces mail, Map<String, String> values);
    }

    private static Piece common(StringBuilder text) {
        byte[] encoded = QuotedPrintable.encode(text.toString());
        return (mail, values) -> mail.add(encoded);
    }

    /** The texts around the marks, one more than there are marks. */
    private record Personal(List<String> texts, List<String> marks) implements Piece {
        @Override
        public void addTo(Pieces mail, Map<String, String> values) {
            StringBuilder line = new StringBuilder(texts.get(0));
            for (int i = 0; i < marks.size(); i++) {
                line.append(Objects.requireNonNull(values.get(marks.get(i)), "a value for every mark"));
                line.append(texts.get(i + 1));
            }
            mail.add(QuotedPrintable.encode(line.toString()));
        }
    }

    /** Finds every mark, also where one stands more than once. */
    static MarkedText of(String text, List<String> marks) {
        Pattern any = Pattern.compile(marks.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        List<Piece> pieces = new ArrayList<>();
        StringBuilder common = new StringBuilder();
        for (String line : text.split("(?<=\n)", -1)) {
            Matcher matcher = any.matcher(line);
            if (matcher.find()) {
                pieces.add(common(common));
                common.setLength(0);
                pieces.add(personal(line, matcher.reset()));
            } else {
                common.append(line);
            }
        }
        pieces.add(common(common));
        return new MarkedText(pieces);
    }

    private static Personal personal(String line, Matcher marks) {
        List<String> texts = new ArrayList<>();
        List<String> found = new ArrayList<>();
        int start = 0;
        while (marks.find()) {
            texts.add(line.substring(start, marks.start()));
            found.add(marks.group());
            start = marks.end();
        }
        texts.add(line.substring(start));
        return new Personal(texts, found);
    }

    /** Adds the whole part, encoded, with those values at the marks. */
    void addTo(Pieces mail, Map<String, String> values) {
        pieces.forEach(piece -> piece.addTo(mail, values));
    }
}
