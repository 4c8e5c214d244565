package org.broadsheet.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Installation.Publisher;
import org.broadsheet.edition.Marks;
import org.broadsheet.subscriber.PersonalLinks;

/**
 * Makes one subscriber's mail of an edition: text first, then HTML (RFC 2046 section 5.1.4), with the headers of a list
 * (RFC 2369, RFC 2919, RFC 8058) that nobody should answer automatically (RFC 3834). Pictures travel with the HTML
 * (RFC 2387).
 *
 * <p>Whatever a title, a subject or an address holds, it cannot end a header line. Mails are made as bytes: what is the
 * same for all readers is encoded once, and building each of them out of objects is most of the work of sending. Safe for
 * use by many threads.
 */
public final class MessageComposer {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,60}");
    private static final byte[] LINE_BREAK = {'\r', '\n'};

    private final Publisher publisher;
    private final PersonalLinks links;
    private final Clock clock;
    private final Optional<MailSigner> signer;

    /** A composer of mails from that publisher, which nobody signs. */
    public MessageComposer(Publisher publisher, PersonalLinks links, Clock clock) {
        this(publisher, links, clock, Optional.empty());
    }

    /** A composer of mails from that publisher. */
    public MessageComposer(Publisher publisher, PersonalLinks links, Clock clock, Optional<MailSigner> signer) {
        this.publisher = publisher;
        this.links = links;
        this.clock = clock;
        this.signer = signer;
    }

    /** The address that the mails come from, in the header and in the envelope. */
    public EmailAddress sender() {
        return publisher.from().address();
    }

    /** Does the work that is the same for every subscriber. */
    public PreparedMail prepare(EditionMail mail) {
        Marks marks = Marks.of(requireId(mail.editionId()));
        List<String> all = List.of(marks.address(), marks.unsubscribe(), marks.preferences());
        return new PreparedMail(
                mail,
                commonHeaders(mail).toString(),
                MarkedText.of(mail.rendered().html(), all),
                MarkedText.of(mail.rendered().plain(), all));
    }

    /** One subscriber's mail (RFC 5322). Composed again for the same subscriber, it has the same Message-ID. */
    public byte[] compose(PreparedMail prepared, Recipient recipient) {
        EditionMail mail = prepared.mail();
        String token = links.unsubscribeToken(mail.newsletter(), recipient.subscriberId());
        URI link = links.unsubscribe(token);
        HeaderBlock own = new HeaderBlock()
                .add("Date", DATE.format(ZonedDateTime.now(clock)))
                .add("To", recipient.address().envelope())
                .add("Message-ID", messageId(mail.editionId(), recipient))
                .add(
                        "List-Unsubscribe",
                        ListHeaders.unsubscribe(link, links.mailbox().orElse(sender()), token));
        ListHeaders.oneClick(link).ifPresent(value -> own.add("List-Unsubscribe-Post", value));
        byte[] headers = (prepared.commonHeaders() + own).getBytes(StandardCharsets.UTF_8);
        URI preferences = links.preferences(mail.newsletter(), recipient.subscriberId());
        Map<String, String> values = prepared.marks().values(recipient.address().text(), link, preferences);
        Pieces body = prepared.bodyWith(values);
        Pieces whole = new Pieces();
        signer.ifPresent(some -> whole.add(some.sign(headers, body.joined())));
        return whole.add(headers).add(LINE_BREAK).add(body).joined();
    }

    /** {@link #prepare} and {@link #compose} in one, for looking at a mail before anyone gets it. */
    public byte[] eml(EditionMail mail, Recipient recipient) {
        return compose(prepare(mail), recipient);
    }

    private HeaderBlock commonHeaders(EditionMail mail) {
        Optional<String> name = publisher.from().name();
        String from = sender().envelope();
        HeaderBlock common = new HeaderBlock()
                .add("From", name.isEmpty() ? from : HeaderText.phrase(name.get()) + "\r\n <" + from + ">")
                .add("Subject", HeaderText.unstructured(mail.rendered().subject()))
                .add("List-Id", ListHeaders.id(mail.title(), mail.newsletter(), sender()))
                .add("List-Help", ListHeaders.help(publisher.replyTo().orElse(sender())))
                .add("Feedback-ID", ListHeaders.feedbackId(mail.editionId(), mail.newsletter(), sender()))
                .add("Auto-Submitted", "auto-generated")
                // Not of any standard, but what vacation responders read.
                .add("Precedence", "bulk")
                .add("Content-Language", mail.language().toLanguageTag())
                .add("MIME-Version", "1.0")
                .add("Content-Type", "multipart/alternative;\r\n boundary=\"" + PreparedMail.boundary(mail) + "\"");
        publisher.replyTo().ifPresent(address -> common.add("Reply-To", address.envelope()));
        return common;
    }

    private String messageId(String editionId, Recipient recipient) {
        return "<" + editionId + "." + requireId(recipient.subscriberId()) + "@" + sender().domain() + ">";
    }

    private static String requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an id is of up to 60 letters, digits, - and _");
        }
        return id;
    }
}
