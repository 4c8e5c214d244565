package org.broadsheet.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.broadsheet.Failure;

/**
 * A mail server on this machine, for the demo: takes every mail over SMTP, and gives it back over IMAP.
 *
 * <p>It listens on the loopback address only, and forgets everything when it is closed.
 */
public final class SampleMailServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {new ServerSetup(0, HOST, "smtp"), new ServerSetup(0, HOST, "imap")});

    private SampleMailServer() {}

    /** A server that listens already, on free ports. */
    public static SampleMailServer start() {
        SampleMailServer started = new SampleMailServer();
        started.server.getUserManager().setAuthRequired(false);
        started.server.start();
        return started;
    }

    /** The port that takes mails. */
    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    /** Whoever got a mail so far. */
    public List<String> addresses() {
        return server.getUserManager().listUser().stream()
                .map(GreenMailUser::getEmail)
                .sorted()
                .toList();
    }

    /** The mails in some mailboxes, read over IMAP; a mailbox that never got a mail is empty. */
    public List<ReceivedMail> read(Collection<String> addresses) {
        List<ReceivedMail> mails = new ArrayList<>();
        for (String address : addresses) {
            // The server makes a mailbox with the first mail, and it opens with its own name.
            if (server.getUserManager().getUserByEmail(address) != null) {
                readInto(mails, address);
            }
        }
        return mails;
    }

    private void readInto(List<ReceivedMail> mails, String address) {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(HOST, server.getImap().getPort(), address, address);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message message : inbox.getMessages()) {
                    mails.add(mail(message, address));
                }
            }
        } catch (MessagingException | IOException e) {
            throw new Failure("the demo's mailbox of " + address + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static ReceivedMail mail(Message message, String address) throws MessagingException, IOException {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        message.writeTo(source);
        // Of parts within parts, the server knows little; the mail itself knows all.
        Object content =
                new MimeMessage(message.getSession(), new ByteArrayInputStream(source.toByteArray())).getContent();
        Address[] from = message.getFrom();
        return new ReceivedMail(
                from == null || from.length == 0 ? "" : from[0].toString(),
                address,
                message.getSubject(),
                message.getReceivedDate() == null
                        ? Instant.EPOCH
                        : message.getReceivedDate().toInstant(),
                shown(content),
                part(content, "text/plain"),
                source.toString(StandardCharsets.UTF_8));
    }

    private static String part(Object content, String type) throws MessagingException, IOException {
        for (BodyPart part : leaves(content)) {
            if (part.isMimeType(type)) {
                return String.valueOf(part.getContent());
            }
        }
        return "";
    }

    /** The HTML part, with the pictures that the mail carries in it, since a browser knows no content ids. */
    private static String shown(Object content) throws MessagingException, IOException {
        String html = part(content, "text/html");
        for (BodyPart part : leaves(content)) {
            String[] id = part.getHeader("Content-ID");
            if (id != null && part.isMimeType("image/*")) {
                String data =
                        Base64.getEncoder().encodeToString(part.getInputStream().readAllBytes());
                String type = part.isMimeType("image/png") ? "image/png" : "image/jpeg";
                html = html.replace(
                        "cid:" + id[0].substring(1, id[0].length() - 1), "data:" + type + ";base64," + data);
            }
        }
        return html;
    }

    private static List<BodyPart> leaves(Object content) throws MessagingException, IOException {
        List<BodyPart> found = new ArrayList<>();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType("multipart/*")) {
                    found.addAll(leaves(part.getContent()));
                } else {
                    found.add(part);
                }
            }
        }
        return found;
    }

    @Override
    public void close() {
        server.stop();
    }
}
