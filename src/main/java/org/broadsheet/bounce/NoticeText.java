package org.broadsheet.bounce;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text, and the mail that it quotes at its end: programs without MIME put the one below the other, each with another
 * line between them.
 */
record NoticeText(String before, Optional<MailPart> quoted) {
    /** Fields that people do not write; three fields with one of these among them are the header of a mail. */
    private static final Set<String> OF_MACHINES =
            Set.of("received", "message-id", "return-path", "mime-version", "x-mailer", "content-type", "delivered-to");

    private static final Set<String> OF_PEOPLE = Set.of("from", "to", "cc", "date", "subject", "sender", "reply-to");
    private static final Set<String> OF_REPORTS = Set.of("final-recipient", "reporting-mta", "feedback-type");

    private static final Pattern BORDER = Pattern.compile("(?i)^[ \\t>]*[-=*_~ ]{0,60}.{0,40}"
            + "((below|following|included|attached).{0,30}(copy|header|message|original)|(copy|header|start|text|contents?) of"
            + " (the |your )?(original|returned|undelivered|failed)? ?(message|mail|text|header)|original message"
            + "( follows| header)?|returned message|unsent message|message (header|text) follow|ursprüngliche nachricht)"
            + ".{0,60}$");

    static NoticeText of(String text) {
        List<String> lines = text.lines().toList();
        int start = 0;
        while (start < lines.size()) {
            int end = endOfFields(lines, start);
            if (isHeader(lines.subList(start, end))) {
                return split(lines, firstOfMail(lines, start));
            }
            start = Math.max(end, start + 1);
        }
        return new NoticeText(text, Optional.empty());
    }

    private static NoticeText split(List<String> lines, int start) {
        String mail = String.join("\n", lines.subList(start, lines.size()));
        String before = String.join("\n", withoutBorder(lines.subList(0, start)));
        return new NoticeText(before, Optional.of(MailPart.within(latin(mail))));
    }

    private static int endOfFields(List<String> lines, int start) {
        int end = start;
        while (end < lines.size()
                && (HeaderFields.isField(lines.get(end)) || (end > start && isFolded(lines.get(end))))) {
            end++;
        }
        return end;
    }

    private static boolean isFolded(String line) {
        return !line.isBlank() && (line.startsWith(" ") || line.startsWith("\t"));
    }

    /** The last line of a notice may look like a field as well. */
    private static int firstOfMail(List<String> lines, int start) {
        int first = start;
        while (!OF_MACHINES.contains(name(lines.get(first))) && !OF_PEOPLE.contains(name(lines.get(first)))) {
            first++;
        }
        return first;
    }

    private static String name(String line) {
        return HeaderFields.isField(line)
                ? line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT)
                : "";
    }

    private static String latin(String text) {
        return text.chars()
                .map(letter -> letter < 256 ? letter : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<String> withoutBorder(List<String> lines) {
        int last = lines.size();
        while (last > 0
                && (lines.get(last - 1).isBlank()
                        || BORDER.matcher(lines.get(last - 1)).matches())) {
            last--;
        }
        return lines.subList(0, last);
    }

    private static boolean isHeader(List<String> block) {
        Set<String> names = block.stream().map(NoticeText::name).collect(Collectors.toSet());
        return names.size() >= 3
                && names.stream().anyMatch(OF_MACHINES::contains)
                && names.stream().noneMatch(OF_REPORTS::contains);
    }
}
