package org.broadsheet.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Installation.Publisher;

/**
 * Makes mails to single readers, which nobody should answer automatically (RFC 3834). Whatever a subject holds, it cannot
 * end a header line.
 */
public final class NoticeComposer {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    /** Quoted-printable never holds these two characters in a row (RFC 2045 section 6.7), so no part holds a boundary. */
    private static final String BOUNDARY = "=_";

    private final Publisher publisher;
    private final Clock clock;
    private final Optional<MailSigner> signer;

    /** A composer of mails from that publisher. */
    public NoticeComposer(Publisher publisher, Clock clock, Optional<MailSigner> signer) {
        this.publisher = publisher;
        this.clock = clock;
        this.signer = signer;
    }

    /** The address that the mails come from, in the header and in the envelope. */
    public EmailAddress sender() {
        return publisher.from().address();
    }

    /** The mail (RFC 5322). Composed again, it has the same Message-ID. */
    public byte[] compose(Notice notice) {
        byte[] headers = headers(notice).toString().getBytes(StandardCharsets.UTF_8);
        byte[] body = body(notice);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        signer.ifPresent(some -> bytes.writeBytes(some.sign(headers, body)));
        bytes.writeBytes(headers);
        bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static byte[] body(Notice notice) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writePart(bytes, notice, "text/plain", notice.plain());
        writePart(bytes, notice, "text/html", notice.html());
        bytes.writeBytes(("\r\n--" + BOUNDARY + notice.id() + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private HeaderBlock headers(Notice notice) {
        Optional<String> name = publisher.from().name();
        String from = sender().envelope();
        HeaderBlock headers = new HeaderBlock()
                .add("From", name.isEmpty() ? from : HeaderText.phrase(name.get()) + "\r\n <" + from + ">")
                .add("To", notice.to().envelope())
                .add("Subject", HeaderText.unstructured(notice.subject()))
                .add("Date", DATE.format(ZonedDateTime.now(clock)))
                .add("Message-ID", "<" + notice.id() + "@" + sender().domain() + ">")
                .add("Auto-Submitted", "auto-generated")
                .add("Content-Language", notice.language().toLanguageTag())
                .add("MIME-Version", "1.0")
                .add("Content-Type", "multipart/alternative;\r\n boundary=\"" + BOUNDARY + notice.id() + "\"");
        publisher.replyTo().ifPresent(address -> headers.add("Reply-To", address.envelope()));
        return headers;
    }

    private static void writePart(ByteArrayOutputStream bytes, Notice notice, String type, String text) {
        HeaderBlock headers = new HeaderBlock()
                .add("Content-Type", type + "; charset=UTF-8")
                .add("Content-Transfer-Encoding", "quoted-printable");
        bytes.writeBytes(
                ("\r\n--" + BOUNDARY + notice.id() + "\r\n" + headers + "\r\n").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(QuotedPrintable.encode(text));
    }
}
