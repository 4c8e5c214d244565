package org.broadsheet.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import okio.ByteString;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Installation.Publisher;
import org.broadsheet.config.Mailbox;
import org.broadsheet.edition.InlinePicture;
import org.broadsheet.edition.RenderedEdition;
import org.broadsheet.image.Picture;
import org.broadsheet.subscriber.PersonalLinks;
import org.broadsheet.subscriber.SignedTokens;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.Test;

class SampleMailServerTest {
    private static final EmailAddress ANNA = new EmailAddress("anna@example.com");

    private static byte[] mail() {
        Publisher publisher = new Publisher(
                "B", "A", new Mailbox(Optional.empty(), new EmailAddress("news@example.org")), Optional.empty());
        PersonalLinks links = new PersonalLinks(
                new SignedTokens(() -> "secret".getBytes(StandardCharsets.UTF_8), new TestClock()),
                URI.create("https://news.example.org"));
        InlinePicture picture =
                new InlinePicture("p001.x@example.org", new Picture("image/png", ByteString.encodeUtf8("dots")));
        RenderedEdition rendered =
                new RenderedEdition("S", "<img src=\"" + picture.address() + "\">", "P", List.of(picture));
        return new MessageComposer(publisher, links, new TestClock())
                .eml(
                        new EditionMail("e1", "morning", "Der Morgen", Locale.GERMAN, rendered),
                        new Recipient("s1", ANNA));
    }

    @Test
    void givesBackAMailWithThePicturesInIt() throws Exception {
        try (SampleMailServer server = SampleMailServer.start()) {
            Properties properties = new Properties();
            properties.setProperty("mail.smtp.host", "127.0.0.1");
            properties.setProperty("mail.smtp.port", String.valueOf(server.smtpPort()));
            Transport.send(new MimeMessage(Session.getInstance(properties), new ByteArrayInputStream(mail())));

            List<ReceivedMail> received = server.read(List.of(ANNA.text()));

            assertThat(received).hasSize(1);
            assertThat(received.get(0).plain().strip()).isEqualTo("P");
            assertThat(received.get(0).html())
                    .contains("<img src=\"data:image/png;base64,"
                            + ByteString.encodeUtf8("dots").base64() + "\">");
        }
    }
}
