package org.broadsheet.cli;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A mail server that is not ours, and what it got. */
final class Mailbox implements AutoCloseable {
    private final GreenMail server;

    private Mailbox(int port) {
        this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    /** Listens on a free port. */
    static Mailbox open() {
        return new Mailbox(0);
    }

    static Mailbox open(int port) {
        return new Mailbox(port);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    List<MimeMessage> mails() {
        return List.of(server.getReceivedMessages());
    }

    /** Waits until that many mails have come, in all. */
    boolean waitFor(int mails, Duration longest) {
        return server.waitForIncomingEmail(longest.toMillis(), mails);
    }

    /** The mails' text parts; in no order, since several connections bring them. */
    List<String> texts() {
        return mails().stream().map(mail -> part(mail, "text/plain")).toList();
    }

    /** The mails' HTML parts; in no order. */
    List<String> pages() {
        return mails().stream().map(mail -> part(mail, "text/html")).toList();
    }

    /** To whom the mails went, in order of the address. */
    List<String> recipients() {
        return mails().stream().flatMap(Mailbox::recipients).sorted().toList();
    }

    private static Stream<String> recipients(MimeMessage mail) {
        try {
            return Stream.of(mail.getRecipients(Message.RecipientType.TO)).map(Address::toString);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(MimeMessage mail, String name) {
        try {
            String value = mail.getHeader(name, null);
            return value == null ? "" : MimeUtility.unfold(value);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The decoded text of a part of the mail. */
    static String part(MimeMessage mail, String type) {
        return leaves(mail).stream()
                .filter(part -> isOf(part, type))
                .map(part -> String.valueOf(content(part)))
                .findFirst()
                .orElse("");
    }

    /** The parts that hold no others, in their order. */
    static List<Part> leaves(Part part) {
        if (!(content(part) instanceof MimeMultipart parts)) {
            return List.of(part);
        }
        List<Part> found = new ArrayList<>();
        try {
            for (int i = 0; i < parts.getCount(); i++) {
                found.addAll(leaves(parts.getBodyPart(i)));
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    static boolean isOf(Part part, String type) {
        try {
            return part.isMimeType(type);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object content(Part part) {
        try {
            return part.getContent();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
