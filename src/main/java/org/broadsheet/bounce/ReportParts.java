package org.broadsheet.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a returned mail is made of.
 *
 * @param notice what it tells its reader, without the mail that it returns
 * @param status the fields for machines (RFC 3464), as text; empty when there are none
 * @param feedback the fields of a complaint (RFC 5965), as text; empty when there are none
 * @param returned the mail that it returns, or its header
 */
record ReportParts(HeaderFields headers, String notice, String status, String feedback, Optional<MailPart> returned) {
    private static final Pattern RETURNED =
            Pattern.compile("message/(rfc822|global|partial)(-headers)?|text/rfc822-headers.*");
    private static final Pattern STATUS = Pattern.compile("message/(global-)?delivery-status");
    private static final Pattern STATUS_IN_TEXT =
            Pattern.compile("(?im)^[ \\t]*(?:Reporting-MTA|Final-Recipient|Original-Recipient)[ \\t]*:");
    private static final Pattern FEEDBACK_IN_TEXT = Pattern.compile("(?im)^Feedback-Type[ \\t]*:");

    static ReportParts of(MailPart mail) {
        List<MailPart> leaves = mail.leaves();
        Optional<MailPart> attached = leaves.stream()
                .filter(part -> RETURNED.matcher(part.type()).matches())
                .findFirst();
        String plain = text(leaves, "text/plain");
        NoticeText notice = NoticeText.of(plain.isBlank() ? text(leaves, "text/") : plain);
        String status = ofType(leaves, STATUS);
        String feedback = ofType(leaves, Pattern.compile("message/feedback-report"));
        return new ReportParts(
                mail.headers(),
                notice.before(),
                status.isEmpty() ? from(STATUS_IN_TEXT, notice.before()) : status,
                feedback.isEmpty() ? from(FEEDBACK_IN_TEXT, notice.before()) : feedback,
                attached.map(MailPart::content).or(notice::quoted));
    }

    /** All text before the returned mail; after it there is only what list servers and virus scanners add. */
    private static String text(List<MailPart> leaves, String type) {
        return leaves.stream()
                .takeWhile(part -> !RETURNED.matcher(part.type()).matches())
                // What should have parts but has none lost its borders.
                .filter(part -> part.type().startsWith(type)
                        || part.type().startsWith("multipart/")
                        || !part.type().contains("/"))
                .map(MailPart::text)
                .collect(Collectors.joining("\n\n"));
    }

    private static String ofType(List<MailPart> leaves, Pattern type) {
        return leaves.stream()
                .filter(part -> type.matcher(part.type()).matches())
                .map(MailPart::text)
                .collect(Collectors.joining("\n\n"));
    }

    private static String from(Pattern start, String text) {
        var found = start.matcher(text);
        return found.find() ? text.substring(found.start()).stripIndent() : "";
    }

    /** The header of the returned mail; without fields when nothing was returned. */
    HeaderFields returnedHeaders() {
        return returned.map(MailPart::headers).orElseGet(() -> new HeaderFields(List.of()));
    }

    /** The addresses that the returned mail went to, as far as its header tells. */
    List<String> wentTo() {
        HeaderFields returned = returnedHeaders();
        return Addresses.all(returned.all("X-Envelope-To", "X-HmXmrOriginalRecipient", "To", "X-Rcpt-To", "Cc"));
    }

    /** What may hold a token of ours, the surest first. */
    List<String> traces() {
        HeaderFields returned = returnedHeaders();
        List<String> traces =
                new ArrayList<>(headers.all("To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"));
        traces.addAll(returned.all("Return-Path", "X-Envelope-From", "List-Unsubscribe", "Message-ID", "Received"));
        traces.addAll(headers.all("In-Reply-To", "References"));
        return traces;
    }

    String from() {
        return headers.first("From").orElse("");
    }

    String subject() {
        return EncodedWords.decode(headers.first("Subject").orElse(""));
    }
}
