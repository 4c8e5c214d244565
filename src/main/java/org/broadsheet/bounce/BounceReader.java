package org.broadsheet.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.reply.EnhancedStatus;
import org.broadsheet.reply.ReplyJudge;
import org.broadsheet.reply.Verdict;

/**
 * Reads what comes back by mail: reports for machines (RFC 3464, RFC 5965, RFC 8098) however badly they are made, and
 * else the words that people were meant to read. Whatever the bytes are, there is an answer. Safe for use by many threads.
 */
public final class BounceReader {
    /** A bounce that was forwarded, or wrapped by a provider, is the mail within the mail. */
    private static final int DEEPEST = 3;

    private static final Set<String> ARRIVED = Set.of("delivered", "relayed", "expanded");
    private static final Pattern NOT_A_COMPLAINT =
            Pattern.compile("(?im)^Feedback-Type[ \\t]*:[ \\t]*(not-spam|auth-failure|dmarc)");

    private final Signs signs = new Signs();
    private final ReplyJudge judge = new ReplyJudge();
    private final ProviderNotice providerNotice = new ProviderNotice(judge);

    /** Reads one mail. */
    public Reading read(byte[] mail) {
        return read(MailPart.of(mail), 0);
    }

    private Reading read(MailPart mail, int depth) {
        ReportParts parts = ReportParts.of(mail);
        Reading reading = read(mail, parts);
        boolean nothing =
                reading.recipients().isEmpty() && (reading.kind() == Kind.BOUNCE || reading.kind() == Kind.OTHER);
        if (nothing && depth < DEEPEST && parts.returned().isPresent()) {
            Reading inner = read(parts.returned().get(), depth + 1);
            if (inner.kind() != Kind.OTHER
                    && inner.kind() != Kind.VACATION
                    && !inner.recipients().isEmpty()) {
                return inner;
            }
        }
        return nothing && reading.kind() == Kind.BOUNCE ? ofReturned(parts) : reading;
    }

    private Reading read(MailPart mail, ReportParts parts) {
        Optional<Reading> provider = providerNotice.read(parts);
        if (provider.isPresent()) {
            return provider.get();
        }
        if (isComplaint(parts)) {
            return complaint(parts);
        }
        if (isReceipt(mail, parts)) {
            return new Reading(Kind.RECEIPT, List.of(), List.of());
        }
        List<StatusFields> fields = StatusFields.of(parts.status());
        if (!fields.isEmpty()) {
            return report(parts, fields);
        }
        if (isVacation(parts)) {
            return new Reading(Kind.VACATION, away(parts), traces(parts));
        }
        return isBounce(parts) ? notice(parts) : new Reading(Kind.OTHER, List.of(), traces(parts));
    }

    private boolean isComplaint(ReportParts parts) {
        boolean machine = !parts.feedback().isEmpty()
                && !NOT_A_COMPLAINT.matcher(parts.feedback()).find();
        return machine
                || signs.shows(Kind.COMPLAINT, "from", from(parts))
                        && signs.shows(Kind.COMPLAINT, "subject", subject(parts));
    }

    private static Reading complaint(ReportParts parts) {
        HeaderFields feedback = HeaderFields.of(
                parts.feedback().lines().filter(line -> !line.isBlank()).toList());
        List<String> named = Addresses.all(feedback.all("Original-Rcpt-To", "Removal-Recipient"));
        List<String> asked = named.isEmpty() ? wentTo(parts) : named;
        List<FailedRecipient> who = asked.stream()
                .map(address -> new FailedRecipient(address, List.of(), Optional.empty()))
                .toList();
        List<String> traces = new ArrayList<>(feedback.all("Original-Mail-From"));
        traces.addAll(traces(parts));
        return new Reading(Kind.COMPLAINT, who, traces);
    }

    private boolean isReceipt(MailPart mail, ReportParts parts) {
        boolean disposition = mail.contentType().contains("disposition-notification")
                || mail.leaves().stream().anyMatch(part -> part.type().equals("message/disposition-notification"));
        // Sieve filters refuse mails by such notifications as well (RFC 5429 section 2.2.2).
        boolean refused =
                signs.shows(Kind.BOUNCE, "subject", subject(parts)) && signs.shows(Kind.BOUNCE, "body", parts.notice());
        return disposition && !refused
                || parts.status().isEmpty()
                        && signs.shows(Kind.RECEIPT, "subject", subject(parts))
                        && signs.shows(Kind.RECEIPT, "body", parts.notice());
    }

    private Reading report(ReportParts parts, List<StatusFields> fields) {
        List<StatusFields> delayed =
                fields.stream().filter(one -> one.action().equals("delayed")).toList();
        List<StatusFields> failed = fields.stream()
                .filter(one -> !delayed.contains(one) && !ARRIVED.contains(one.action()))
                .toList();
        if (failed.isEmpty() && delayed.isEmpty()) {
            return new Reading(Kind.RECEIPT, List.of(), traces(parts));
        }
        Kind kind = failed.isEmpty() ? Kind.DELAY : Kind.BOUNCE;
        List<StatusFields> told = failed.isEmpty() ? delayed : failed;
        Map<String, String> sections = recipientsIn(parts).in(parts.notice());
        return new Reading(
                kind,
                told.stream().map(one -> failedRecipient(parts, one, sections)).toList(),
                traces(parts));
    }

    private FailedRecipient failedRecipient(ReportParts parts, StatusFields fields, Map<String, String> sections) {
        String address = fields.recipient().orElseThrow();
        String section = sections.getOrDefault(address, sections.size() > 1 ? "" : parts.notice());
        List<String> evidence = evidence(fields.diagnosis(), section, subject(parts));
        Verdict verdict = judge.judge(evidence, fields.status());
        return new FailedRecipient(address, fields.addresses(), Optional.of(verdict));
    }

    private static List<String> evidence(String diagnosis, String section, String subject) {
        return Stream.of(diagnosis, SaidLines.in(section), section, subject)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private boolean isVacation(ReportParts parts) {
        if (signs.shows(Kind.BOUNCE, "from", from(parts)) || parts.headers().has("X-Failed-Recipients")) {
            return false;
        }
        boolean answered = Stream.of(
                        "Auto-Submitted",
                        "X-Autoreply",
                        "X-Autorespond",
                        "X-Autoresponder",
                        "X-Auto-Reply-From",
                        "X-Mail-Autoreply",
                        "Precedence",
                        "X-Precedence",
                        "Delivered-To")
                .anyMatch(name -> parts.headers().all(name).stream()
                        .anyMatch(value -> signs.shows(Kind.VACATION, name.toLowerCase(Locale.ROOT), value)));
        boolean bounced =
                signs.shows(Kind.BOUNCE, "subject", subject(parts)) && signs.shows(Kind.BOUNCE, "body", parts.notice());
        return signs.shows(Kind.VACATION, "subject", subject(parts)) || answered && !bounced;
    }

    private static List<FailedRecipient> away(ReportParts parts) {
        return Addresses.first(from(parts)).stream()
                .map(address -> new FailedRecipient(address, List.of(), Optional.empty()))
                .toList();
    }

    /** Two signs are wanted: people write to such addresses as well, and answer with such subjects. */
    private boolean isBounce(ReportParts parts) {
        boolean nullSender = parts.headers().all("Return-Path").stream()
                .anyMatch(path -> path.replaceAll("\\s", "").matches("<>|<?(?i:mailer-daemon.*)"));
        boolean daemon = from(parts).toLowerCase(Locale.ROOT).contains("mailer-daemon");
        long shown = Stream.of(
                        nullSender,
                        daemon,
                        signs.shows(Kind.BOUNCE, "from", from(parts)),
                        signs.shows(Kind.BOUNCE, "subject", subject(parts)),
                        signs.shows(Kind.BOUNCE, "body", parts.notice()))
                .filter(sign -> sign)
                .count();
        return shown >= 2 || parts.headers().has("X-Failed-Recipients");
    }

    private Reading notice(ReportParts parts) {
        NamedRecipients finder = recipientsIn(parts);
        Map<String, String> sections = finder.in(parts.notice());
        List<String> declared = Addresses.all(parts.headers().all("X-Failed-Recipients"));
        List<String> named = declared.isEmpty() ? List.copyOf(sections.keySet()) : declared;
        List<FailedRecipient> failed = named.stream()
                .map(address -> new FailedRecipient(
                        address, List.of(), Optional.of(verdict(parts, sections.getOrDefault(address, "")))))
                .toList();
        return new Reading(isDelay(parts) ? Kind.DELAY : Kind.BOUNCE, failed, traces(parts));
    }

    private Verdict verdict(ReportParts parts, String section) {
        List<String> evidence = new ArrayList<>(evidence("", section, ""));
        evidence.addAll(evidence("", parts.notice(), subject(parts)));
        return judge.judge(evidence, Optional.<EnhancedStatus>empty());
    }

    private boolean isDelay(ReportParts parts) {
        return (signs.shows(Kind.DELAY, "subject", subject(parts)) || signs.shows(Kind.DELAY, "body", parts.notice()))
                && !signs.shows(Kind.BOUNCE, "gave up", subject(parts) + "\n" + parts.notice());
    }

    /** A notice that names nobody is about whom the returned mail went to. */
    private Reading ofReturned(ReportParts parts) {
        List<FailedRecipient> failed = wentTo(parts).stream()
                .limit(1)
                .map(address -> new FailedRecipient(address, List.of(), Optional.of(verdict(parts, ""))))
                .toList();
        return new Reading(isDelay(parts) ? Kind.DELAY : Kind.BOUNCE, failed, traces(parts));
    }

    private static NamedRecipients recipientsIn(ReportParts parts) {
        List<String> own = Addresses.all(
                parts.headers().all("To", "Delivered-To", "X-Original-To", "Envelope-To", "From", "Return-Path", "Cc"));
        return new NamedRecipients(own, wentTo(parts));
    }

    private static List<String> wentTo(ReportParts parts) {
        HeaderFields returned = parts.returnedHeaders();
        return Addresses.all(returned.all("X-Envelope-To", "X-HmXmrOriginalRecipient", "To", "X-Rcpt-To", "Cc"));
    }

    private static List<String> traces(ReportParts parts) {
        HeaderFields returned = parts.returnedHeaders();
        List<String> traces = new ArrayList<>(
                parts.headers().all("To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"));
        traces.addAll(returned.all("Return-Path", "X-Envelope-From", "List-Unsubscribe", "Message-ID", "Received"));
        traces.addAll(parts.headers().all("In-Reply-To", "References"));
        return traces;
    }

    private static String from(ReportParts parts) {
        return parts.headers().first("From").orElse("");
    }

    private static String subject(ReportParts parts) {
        return EncodedWords.decode(parts.headers().first("Subject").orElse(""));
    }
}
