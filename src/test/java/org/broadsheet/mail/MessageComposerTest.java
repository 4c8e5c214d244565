package org.broadsheet.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import okio.ByteString;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Installation.Publisher;
import org.broadsheet.config.Mailbox;
import org.broadsheet.edition.InlinePicture;
import org.broadsheet.edition.Marks;
import org.broadsheet.edition.RenderedEdition;
import org.broadsheet.image.Picture;
import org.broadsheet.subscriber.PersonalLinks;
import org.broadsheet.subscriber.Purpose;
import org.broadsheet.subscriber.SignedTokens;
import org.broadsheet.subscriber.Subscription;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Composes, writes out, and reads back as a mail program would. */
class MessageComposerTest {
    private static final Recipient ANNA = new Recipient("sub-1", new EmailAddress("anna.o'neil&co@example.com"));

    private final TestClock clock = new TestClock();

    private PersonalLinks links(String web) {
        return new PersonalLinks(
                new SignedTokens(() -> "secret".getBytes(StandardCharsets.UTF_8), clock), URI.create(web));
    }

    private MessageComposer composer(String web, String from, Optional<String> name) {
        Publisher publisher = new Publisher(
                "B",
                "A",
                new Mailbox(name, new EmailAddress(from)),
                Optional.of(new EmailAddress("editors@example.org")));
        return new MessageComposer(publisher, links(web), clock);
    }

    private static EditionMail mail(String title, String subject, String html, String plain) {
        return new EditionMail(
                "edition-1",
                "früh am Tag",
                title,
                Locale.forLanguageTag("de-AT"),
                new RenderedEdition(subject, html, plain));
    }

    private static EditionMail usual() {
        Marks marks = Marks.of("edition-1");
        return mail(
                "Der Morgen",
                "Größer als je",
                "<a href=\"" + marks.unsubscribe() + "\">" + marks.address() + "</a> " + marks.address(),
                "Ä " + marks.address() + "\n\n" + marks.unsubscribe() + "\n.\nEnde ");
    }

    private static MimeMessage parsed(byte[] eml) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(eml));
    }

    private static String head(byte[] eml) {
        String all = new String(eml, StandardCharsets.UTF_8);
        return all.substring(0, all.indexOf("\r\n\r\n"));
    }

    private static String part(MimeMessage message, int index) throws Exception {
        return (String)
                ((MimeMultipart) message.getContent()).getBodyPart(index).getContent();
    }

    @Test
    void hasTheHeadersOfAList() throws Exception {
        byte[] eml = composer("https://news.example.org", "news@example.org", Optional.of("Broadsheet"))
                .eml(usual(), ANNA);
        MimeMessage message = parsed(eml);
        String token = links("https://news.example.org").unsubscribeToken("früh am Tag", "sub-1");
        assertThat(message.getHeader("Message-ID")).containsExactly("<edition-1.sub-1@example.org>");
        assertThat(message.getSubject()).isEqualTo("Größer als je");
        assertThat(message.getSentDate().toInstant()).isEqualTo(clock.instant());
        assertThat(message.getHeader("Date")).containsExactly("Mon, 23 Nov 2026 06:00:00 +0000");
        assertThat(message.getHeader("From", null)).isEqualTo("Broadsheet\r\n <news@example.org>");
        assertThat(message.getHeader("Reply-To")).containsExactly("editors@example.org");
        assertThat(message.getHeader("List-Id", null)).endsWith("<fr-fch-20am-20tag.example.org>");
        assertThat(message.getHeader("List-Unsubscribe", null))
                .isEqualTo("<https://news.example.org/u/" + token
                        + ">,\r\n <mailto:news@example.org?subject=unsubscribe%20" + token + ">");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Precedence")).containsExactly("bulk");
        assertThat(message.getHeader("Content-Language")).containsExactly("de-AT");
        assertThat(message.getHeader("MIME-Version")).containsExactly("1.0");
    }

    @Test
    void hasTextFirstThenHtmlWithTheReadersOwnParts() throws Exception {
        byte[] eml = composer("https://news.example.org", "news@example.org", Optional.empty())
                .eml(usual(), ANNA);
        MimeMessage message = parsed(eml);
        URI link = links("https://news.example.org").unsubscribe("früh am Tag", "sub-1");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(part(message, 0)).isEqualTo("Ä anna.o'neil&co@example.com\r\n\r\n" + link + "\r\n.\r\nEnde ");
        String shown = "anna.o&#39;neil&amp;co@example.com";
        assertThat(part(message, 1)).isEqualTo("<a href=\"" + link + "\">" + shown + "</a> " + shown);
        assertThat(links("https://news.example.org")
                        .subscription(Purpose.UNSUBSCRIBE, link.getPath().substring(3)))
                .hasValue(new Subscription("früh am Tag", "sub-1"));
    }

    private static EditionMail pictured() {
        Marks marks = Marks.of("edition-1");
        return new EditionMail(
                "edition-1",
                "morning",
                "Der Morgen",
                Locale.GERMAN,
                new RenderedEdition(
                        "S",
                        "<img src=\"cid:p001.x@example.org\"><img src=\"cid:p002.x@example.org\">" + marks.address(),
                        "P",
                        List.of(
                                picture("p001.x@example.org", "image/jpeg"),
                                picture("p002.x@example.org", "image/png"))));
    }

    private static InlinePicture picture(String contentId, String type) {
        return new InlinePicture(contentId, new Picture(type, ByteString.of(new byte[5000])));
    }

    @Test
    void picturesTravelBesideTheHtmlThatShowsThem() throws Exception {
        byte[] eml = composer("https://news.example.org", "news@example.org", Optional.empty())
                .eml(pictured(), ANNA);
        MimeMultipart outer = (MimeMultipart) parsed(eml).getContent();
        assertThat(outer.getContentType()).startsWith("multipart/alternative");
        assertThat(outer.getCount()).isEqualTo(2);
        assertThat(outer.getBodyPart(0).getContent()).isEqualTo("P");
        MimeMultipart related = (MimeMultipart) outer.getBodyPart(1).getContent();
        assertThat(related.getContentType()).startsWith("multipart/related; type=\"text/html\"");
        assertThat(related.getCount()).isEqualTo(3);
        assertThat(String.valueOf(related.getBodyPart(0).getContent())).endsWith("anna.o&#39;neil&amp;co@example.com");
        MimeBodyPart jpeg = (MimeBodyPart) related.getBodyPart(1);
        assertThat(jpeg.getContentID()).isEqualTo("<p001.x@example.org>");
        assertThat(jpeg.getContentType()).startsWith("image/jpeg");
        assertThat(jpeg.getDisposition()).isEqualTo("inline");
        assertThat(jpeg.getFileName()).isEqualTo("picture-1.jpg");
        assertThat(jpeg.getInputStream().readAllBytes()).isEqualTo(new byte[5000]);
        assertThat(related.getBodyPart(2).getFileName()).isEqualTo("picture-2.png");
        String all = new String(eml, StandardCharsets.US_ASCII);
        assertThat(all.substring(all.indexOf("\r\n\r\n")).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(76));
    }

    @Test
    void bodyIsSevenBitInShortLines() {
        byte[] eml = composer("https://news.example.org", "news@example.org", Optional.empty())
                .eml(mail("T", "S", "<p>" + "ß€😀".repeat(500) + "</p>", "lang ".repeat(500)), ANNA);
        for (byte octet : eml) {
            assertThat(octet).isPositive();
        }
        String all = new String(eml, StandardCharsets.US_ASCII);
        assertThat(all.substring(all.indexOf("\r\n\r\n")).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(76));
    }

    @Test
    void linkThatIsNotHttpsIsNoWayToUnsubscribeWithOneClick() throws Exception {
        MimeMessage message = parsed(composer("http://localhost:8080", "o'neil+a%b@münchen.example", Optional.empty())
                .eml(usual(), ANNA));
        assertThat(message.getHeader("List-Unsubscribe-Post")).isNull();
        assertThat(message.getHeader("List-Unsubscribe", null))
                .startsWith("<mailto:o%27neil+a%25b@xn--mnchen-3ya.example?subject=unsubscribe%20")
                .doesNotContain("http");
    }

    @Test
    void secondCompositionHasTheSameMessageId() throws Exception {
        MessageComposer composer = composer("https://news.example.org", "news@example.org", Optional.empty());
        PreparedMail prepared = composer.prepare(usual());
        clock.advance(Duration.ofHours(1));
        assertThat(parsed(composer.compose(prepared, ANNA)).getMessageID()).isEqualTo("<edition-1.sub-1@example.org>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil\r\nBcc: all@example.com",
                "evil\nBcc: all@example.com",
                "evil\rBcc: all@example.com",
                "evil\u2028Bcc: all@example.com",
                "evil\u0085Bcc: \0all@example.com",
                "ä\r\n\r\nBcc: body",
                "=?UTF-8?Q?=0D=0ABcc:_all@example.com?="
            })
    void lineBreaksEndNoHeader(String hostile) throws Exception {
        byte[] eml = composer("https://news.example.org", "news@example.org", Optional.of(hostile))
                .eml(mail(hostile, hostile, "", ""), ANNA);
        assertThat(parsed(eml).getHeader("Bcc")).isNull();
        assertThat(head(eml).lines()).noneMatch(line -> line.startsWith("Bcc"));
        assertThat(head(eml).replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    }

    @Test
    void randomTextSurvivesHeadersAndBody() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            String text = randomText(random);
            String body = randomText(random) + Marks.of("edition-1").address() + randomText(random);
            byte[] eml = composer("https://news.example.org", "news@example.org", Optional.of(text))
                    .eml(mail(text, text, body, body), ANNA);
            MimeMessage message = parsed(eml);
            String clean = HeaderText.clean(text);
            String what = "seed " + seed + ", round " + i;
            String subject = Optional.ofNullable(message.getSubject()).orElse("");
            assertThat(subject).as(what).isEqualTo(clean);
            InternetAddress from = (InternetAddress) message.getFrom()[0];
            assertThat(Optional.ofNullable(from.getPersonal()).orElse(""))
                    .as(what)
                    .isEqualTo(clean);
            assertThat(from.getAddress()).as(what).isEqualTo("news@example.org");
            assertThat(MimeUtility.unfold(message.getHeader("List-Id", null)))
                    .as(what)
                    .endsWith("<fr-fch-20am-20tag.example.org>");
            assertThat(head(eml).split("\r\n", -1))
                    .as(what)
                    .allSatisfy(line -> assertThat(line.length()).isLessThan(998));
            assertThat(message.getHeader("Subject", null).length()).as(what).isLessThan(998);
            String expected =
                    body.replace(Marks.of("edition-1").address(), ANNA.address().text());
            assertThat(part(message, 0)).as(what).isEqualTo(expected.replaceAll("\r\n|\r|\n", "\r\n"));
        }
    }

    private static String randomText(Random random) {
        List<int[]> alphabets = List.of(
                new int[] {' ', '~'},
                new int[] {' ', '~'},
                new int[] {0xA0, 0x24F},
                new int[] {0x4E00, 0x9FFF},
                new int[] {0x1F300, 0x1F6FF},
                new int[] {0x09, 0x0D},
                new int[] {0x2020, 0x2030},
                new int[] {0x590, 0x6FF});
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(random.nextBoolean() ? 40 : 700);
        int[] alphabet = alphabets.get(0);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(6) == 0) {
                alphabet = alphabets.get(random.nextInt(alphabets.size()));
            }
            text.appendCodePoint(alphabet[0] + random.nextInt(alphabet[1] - alphabet[0] + 1));
        }
        return text.toString();
    }
}
