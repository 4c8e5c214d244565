package org.broadsheet.bounce;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells apart what comes back, where no fields for machines do. */
final class KindSigns {
    private static final Pattern NOT_A_COMPLAINT =
            Pattern.compile("(?im)^Feedback-Type[ \\t]*:[ \\t]*(not-spam|auth-failure|dmarc)");

    /** Fields by which programs say that they answer (RFC 3834, and what came before it). */
    private static final List<String> ANSWERING = List.of(
            "Auto-Submitted",
            "X-Autoreply",
            "X-Autorespond",
            "X-Autoresponder",
            "X-Auto-Reply-From",
            "X-Mail-Autoreply",
            "Precedence",
            "X-Precedence",
            "Delivered-To");

    private final Signs signs;

    KindSigns(Signs signs) {
        this.signs = signs;
    }

    boolean isComplaint(ReportParts parts) {
        boolean machine = !parts.feedback().isEmpty()
                && !NOT_A_COMPLAINT.matcher(parts.feedback()).find();
        return machine || (from(Kind.COMPLAINT, parts) && subject(Kind.COMPLAINT, parts));
    }

    boolean isReceipt(MailPart mail, ReportParts parts) {
        boolean disposition = mail.contentType().contains("disposition-notification")
                || mail.leaves().stream().anyMatch(part -> part.type().equals("message/disposition-notification"));
        // Sieve filters refuse mails by such notifications as well (RFC 5429 section 2.2.2).
        boolean refused = subject(Kind.BOUNCE, parts) && body(Kind.BOUNCE, parts);
        boolean told = parts.status().isEmpty() && subject(Kind.RECEIPT, parts) && body(Kind.RECEIPT, parts);
        return told || (disposition && !refused);
    }

    boolean isVacation(ReportParts parts) {
        if (from(Kind.BOUNCE, parts) || parts.headers().has("X-Failed-Recipients")) {
            return false;
        }
        boolean answered = ANSWERING.stream()
                .anyMatch(name -> parts.headers().all(name).stream()
                        .anyMatch(value -> signs.shows(Kind.VACATION, name.toLowerCase(Locale.ROOT), value)));
        boolean bounced = subject(Kind.BOUNCE, parts) && body(Kind.BOUNCE, parts);
        return subject(Kind.VACATION, parts) || (answered && !bounced);
    }

    /** Two signs are wanted: people write to such addresses as well, and answer with such subjects. */
    boolean isBounce(ReportParts parts) {
        boolean nullSender = parts.headers().all("Return-Path").stream()
                .anyMatch(path -> path.replaceAll("\\s", "").matches("<>|<?(?i:mailer-daemon.*)"));
        boolean daemon = parts.from().toLowerCase(Locale.ROOT).contains("mailer-daemon");
        long shown = Stream.of(
                        nullSender,
                        daemon,
                        from(Kind.BOUNCE, parts),
                        subject(Kind.BOUNCE, parts),
                        body(Kind.BOUNCE, parts))
                .filter(sign -> sign)
                .count();
        return shown >= 2 || parts.headers().has("X-Failed-Recipients");
    }

    boolean isDelay(ReportParts parts) {
        return (subject(Kind.DELAY, parts) || body(Kind.DELAY, parts))
                && !signs.shows(Kind.BOUNCE, "gave up", parts.subject() + "\n" + parts.notice());
    }

    private boolean from(Kind kind, ReportParts parts) {
        return signs.shows(kind, "from", parts.from());
    }

    private boolean subject(Kind kind, ReportParts parts) {
        return signs.shows(kind, "subject", parts.subject());
    }

    private boolean body(Kind kind, ReportParts parts) {
        return signs.shows(kind, "body", parts.notice());
    }
}
