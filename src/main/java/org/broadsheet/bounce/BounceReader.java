package org.broadsheet.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final KindSigns signs = new KindSigns(new Signs());
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
        if (signs.isComplaint(parts)) {
            return complaint(parts);
        }
        if (signs.isReceipt(mail, parts)) {
            return new Reading(Kind.RECEIPT, List.of(), List.of());
        }
        List<StatusFields> fields = StatusFields.of(parts.status());
        if (!fields.isEmpty()) {
            return report(parts, fields);
        }
        if (signs.isVacation(parts)) {
            return new Reading(Kind.VACATION, away(parts), parts.traces());
        }
        return signs.isBounce(parts) ? notice(parts) : new Reading(Kind.OTHER, List.of(), parts.traces());
    }

    private static Reading complaint(ReportParts parts) {
        HeaderFields feedback = HeaderFields.of(
                parts.feedback().lines().filter(line -> !line.isBlank()).toList());
        List<String> named = Addresses.all(feedback.all("Original-Rcpt-To", "Removal-Recipient"));
        List<String> asked = named.isEmpty() ? parts.wentTo() : named;
        List<FailedRecipient> who = asked.stream()
                .map(address -> new FailedRecipient(address, List.of(), Optional.empty()))
                .toList();
        List<String> traces = new ArrayList<>(feedback.all("Original-Mail-From"));
        traces.addAll(parts.traces());
        return new Reading(Kind.COMPLAINT, who, traces);
    }

    private Reading report(ReportParts parts, List<StatusFields> fields) {
        List<StatusFields> delayed =
                fields.stream().filter(one -> one.action().equals("delayed")).toList();
        List<StatusFields> failed = fields.stream()
                .filter(one -> !delayed.contains(one) && !ARRIVED.contains(one.action()))
                .toList();
        if (failed.isEmpty() && delayed.isEmpty()) {
            return new Reading(Kind.RECEIPT, List.of(), parts.traces());
        }
        Kind kind = failed.isEmpty() ? Kind.DELAY : Kind.BOUNCE;
        List<StatusFields> told = failed.isEmpty() ? delayed : failed;
        Map<String, String> sections = recipientsIn(parts).in(parts.notice());
        return new Reading(
                kind,
                told.stream().map(one -> failedRecipient(parts, one, sections)).toList(),
                parts.traces());
    }

    private FailedRecipient failedRecipient(ReportParts parts, StatusFields fields, Map<String, String> sections) {
        String address = fields.recipient().orElseThrow();
        String section = sections.getOrDefault(address, sections.size() > 1 ? "" : parts.notice());
        List<String> evidence = evidence(fields.diagnosis(), section, parts.subject());
        Verdict verdict = judge.judge(evidence, fields.status());
        return new FailedRecipient(address, fields.addresses(), Optional.of(verdict));
    }

    private static List<String> evidence(String diagnosis, String section, String subject) {
        return Stream.of(diagnosis, SaidLines.in(section), section, subject)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static List<FailedRecipient> away(ReportParts parts) {
        return Addresses.first(parts.from()).stream()
                .map(address -> new FailedRecipient(address, List.of(), Optional.empty()))
                .toList();
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
        return new Reading(signs.isDelay(parts) ? Kind.DELAY : Kind.BOUNCE, failed, parts.traces());
    }

    private Verdict verdict(ReportParts parts, String section) {
        List<String> evidence = new ArrayList<>(evidence("", section, ""));
        evidence.addAll(evidence("", parts.notice(), parts.subject()));
        return judge.judge(evidence, Optional.<EnhancedStatus>empty());
    }

    /** A notice that names nobody is about whom the returned mail went to. */
    private Reading ofReturned(ReportParts parts) {
        List<FailedRecipient> failed = parts.wentTo().stream()
                .limit(1)
                .map(address -> new FailedRecipient(address, List.of(), Optional.of(verdict(parts, ""))))
                .toList();
        return new Reading(signs.isDelay(parts) ? Kind.DELAY : Kind.BOUNCE, failed, parts.traces());
    }

    private static NamedRecipients recipientsIn(ReportParts parts) {
        List<String> own = Addresses.all(
                parts.headers().all("To", "Delivered-To", "X-Original-To", "Envelope-To", "From", "Return-Path", "Cc"));
        return new NamedRecipients(own, parts.wentTo());
    }
}
