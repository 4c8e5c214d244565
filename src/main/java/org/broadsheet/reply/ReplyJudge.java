package org.broadsheet.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Judges what a mail server said: first by its words, because servers choose codes carelessly, then by its code. Safe for
 * use by many threads.
 */
public final class ReplyJudge {
    /** Long enough for every real reply, short enough for patterns to end. */
    private static final int LONGEST = 4000;
    /** A reply code (RFC 5321 section 4.2) where a reply begins. */
    private static final Pattern REPLY_CODE =
            Pattern.compile("(?:^|[\\s:;(<\\[\"'=>#])([245])[0-5]\\d(?=[\\s:-](?!\\d{2})|$)");

    private static final Pattern TEMPORARY = Pattern.compile("\\btemporar|\\bpersistent transient|try again later");

    private final ReplyBook book = new ReplyBook();

    /** Judges one reply. */
    public Verdict judge(String reply) {
        return judge(List.of(reply), Optional.empty());
    }

    /**
     * Judges a failure.
     *
     * @param evidence texts about it, the nearest to it first
     * @param field the status that a report gave beside them
     */
    public Verdict judge(List<String> evidence, Optional<EnhancedStatus> field) {
        List<String> lines = evidence.stream()
                .map(ReplyJudge::oneLine)
                .filter(line -> !line.isEmpty())
                .toList();
        Optional<Reason> said = lines.stream()
                .flatMap(line -> book.saidIn(lower(line)).stream())
                .findFirst();
        EnhancedStatus status = status(lines, field, said);
        String nearest = lines.isEmpty() ? "" : lines.get(0);
        return new Verdict(status, said.orElseGet(() -> book.of(status)), nearest);
    }

    private static EnhancedStatus status(List<String> lines, Optional<EnhancedStatus> field, Optional<Reason> said) {
        List<EnhancedStatus> given = new ArrayList<>();
        lines.stream().limit(1).forEach(line -> given.addAll(EnhancedStatus.allIn(line)));
        field.ifPresent(given::add);
        lines.stream().skip(1).forEach(line -> given.addAll(EnhancedStatus.allIn(line)));
        given.removeIf(code -> code.kind() == EnhancedStatus.SUCCESS);
        Stream<EnhancedStatus> fitting =
                said.stream().flatMap(reason -> given.stream().filter(code -> code.hasMeaningOf(reason.status())));
        return Stream.of(fitting, given.stream().filter(EnhancedStatus::isSpecific), given.stream())
                .flatMap(candidates -> candidates)
                .findFirst()
                .orElseGet(() -> derived(lines, said));
    }

    /** Where no code of RFC 3463 was given: the reason's own, of the kind that the rest of the text tells. */
    private static EnhancedStatus derived(List<String> lines, Optional<Reason> said) {
        Optional<Integer> kind =
                lines.stream().flatMap(line -> kind(line).stream()).findFirst();
        return said.map(reason -> reason.status().as(kind.orElse(reason.status().kind())))
                .orElseGet(() -> new EnhancedStatus(kind.orElse(EnhancedStatus.PERMANENT), 0, 0));
    }

    private static Optional<Integer> kind(String line) {
        Matcher code = REPLY_CODE.matcher(line);
        if (code.find()) {
            return Optional.of(Integer.parseInt(code.group(1))).filter(kind -> kind > 2);
        }
        return TEMPORARY.matcher(lower(line)).find() ? Optional.of(EnhancedStatus.TRANSIENT) : Optional.empty();
    }

    private static String oneLine(String text) {
        String some = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        return some.replace('\u2019', '\'')
                .replaceAll("[\\s\\p{Cntrl}\u00a0]+", " ")
                .strip();
    }

    private static String lower(String line) {
        return line.toLowerCase(Locale.ROOT);
    }
}
