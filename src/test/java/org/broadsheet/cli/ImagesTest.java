package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.cli.CommandLineHarness.Result;
import org.broadsheet.testing.PictureServer;
import org.broadsheet.testing.TestPictures;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures, from a site to a mailbox. */
class ImagesTest {
    private static final List<String> ANNA = List.of("anna@example.com");

    @TempDir
    Path folder;

    private final PictureServer site = new PictureServer();
    private CommandLineHarness broadsheet;
    private Mailbox mailbox;

    @BeforeEach
    void start() {
        mailbox = Mailbox.open();
        broadsheet = new CommandLineHarness(folder).installation(mailbox.port());
        broadsheet.feed(
                "feed.xml",
                item("Hafen bekommt eine neue Kaimauer", "/harbour.jpg"),
                item("Chor sucht dringend tiefe Stimmen", "/choir.jpg"));
    }

    @AfterEach
    void stop() {
        mailbox.close();
        site.close();
    }

    private String item(String title, String picture) {
        return itemAt(title, site.url(picture));
    }

    private String itemAt(String title, String picture) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().minusSeconds(3600).atOffset(ZoneOffset.UTC));
        return """
                <item><title>%s</title><link>%s</link><pubDate>%s</pubDate><description>Mehr dazu.</description>
                <enclosure url="%s" type="image/jpeg" length="1"/></item>
                """.formatted(title, site.url("/" + title.hashCode()), date, picture);
    }

    private void hasPictures() {
        site.has("/harbour.jpg", "image/jpeg", TestPictures.jpegFromACamera(640, 480, 1))
                .has("/choir.jpg", "image/jpeg", TestPictures.jpeg(640, 480, Color.BLUE))
                .has("/favicon.ico", "image/x-icon", TestPictures.ico(16, 32));
    }

    private MimeMessage sent() {
        Result result = broadsheet.run("send");
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(mailbox.mails()).hasSize(1);
        return mailbox.mails().get(0);
    }

    private static List<String> shown(String html) {
        return Jsoup.parse(html).select("img").eachAttr("src");
    }

    private static List<Part> pictures(MimeMessage mail) {
        return Mailbox.leaves(mail).stream()
                .filter(part -> Mailbox.isOf(part, "image/*"))
                .toList();
    }

    private static byte[] bytes(Part part) throws Exception {
        return part.getInputStream().readAllBytes();
    }

    @Test
    void embeddedPicturesTravelInTheMailEachOnce() throws Exception {
        hasPictures();
        broadsheet.newsletter("morning", "images: embed", ANNA, "feed.xml");

        MimeMessage mail = sent();

        List<String> carried =
                pictures(mail).stream().map(part -> "cid:" + contentId(part)).toList();
        assertThat(carried).hasSize(3).doesNotHaveDuplicates();
        assertThat(shown(Mailbox.part(mail, "text/html"))).hasSameElementsAs(carried);
        for (Part picture : pictures(mail)) {
            assertThat(TestPictures.seen(bytes(picture))).isNotNull();
            assertThat(new String(bytes(picture), StandardCharsets.ISO_8859_1)).doesNotContain(TestPictures.GPS);
        }
        assertThat(broadsheet.value("select page from edition"))
                .contains(site.url("/harbour.jpg"))
                .doesNotContain("cid:");
    }

    private static String contentId(Part part) {
        try {
            return ((MimeBodyPart) part).getContentID().replaceAll("[<>]", "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void picturesThatCannotBeHadAreLeftOutAndTheEditionGoesOut() {
        site.has("/bomb.jpg", "image/png", TestPictures.bomb(50_000, 50_000))
                .hasPage("/page.jpg", "<html>Please accept")
                .isSilent("/slow.jpg")
                .has("/good.jpg", "image/jpeg", TestPictures.jpeg(640, 480, Color.BLUE));
        broadsheet
                .feed(
                        "feed.xml",
                        item("Hafen bekommt eine neue Kaimauer", "/bomb.jpg"),
                        item("Chor sucht dringend tiefe Stimmen", "/page.jpg"),
                        item("Museum zeigt frühe Landkarten", "/slow.jpg"),
                        item("Sturm knickt die alte Linde", "/missing.jpg"),
                        itemAt("Wolf bei Eschfelde gesichtet", "http://10.0.0.1/private.jpg"),
                        item("Kino zeigt Stummfilme mit Orgel", "/good.jpg"))
                .newsletter(
                        "morning",
                        "images: embed\ntopics: [{id: stadt, title: Stadt, keywords: [Hafen, Chor, Museum]}]",
                        ANNA,
                        "feed.xml");

        Result result = broadsheet.run("send");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(pictures(mailbox.mails().get(0))).hasSize(1);
        assertThat(shown(Mailbox.part(mailbox.mails().get(0), "text/html"))).hasSize(1);
        assertThat(result.err())
                .contains("/bomb.jpg is left out: too many pixels")
                .contains("/page.jpg is left out: not a picture")
                .contains("/slow.jpg is left out: not finished")
                .contains("/missing.jpg is left out: the server answered 404")
                .contains("/private.jpg is left out: ")
                .doesNotContain("anna@");
    }

    @Test
    void nothingIsFetchedTwiceForPreviewMailAndAnotherNewsletter() {
        hasPictures();
        broadsheet
                .newsletter("morning", "images: embed", ANNA, "feed.xml")
                .newsletter("evening", "images: embed", List.of("bert@example.com"), "feed.xml");

        assertThat(broadsheet.preview("morning").status()).isZero();
        assertThat(broadsheet.run("send").status()).isZero();

        assertThat(mailbox.mails())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(pictures(mail)).hasSize(3));
        assertThat(site.requests()).containsExactly("/choir.jpg", "/favicon.ico", "/harbour.jpg");
    }

    @Test
    void restartSendsTheSameBytes() throws Exception {
        hasPictures();
        broadsheet.installation(CommandLineHarness.freePort()).newsletter("morning", "images: embed", ANNA, "feed.xml");
        assertThat(broadsheet.run("send").status()).isEqualTo(1);
        String kept = broadsheet.value("select data from edition_picture order by content_id limit 1");
        broadsheet.change("delete from picture");
        site.has("/harbour.jpg", "image/jpeg", TestPictures.jpeg(640, 480, Color.GREEN));

        broadsheet.installation(mailbox.port());
        MimeMessage mail = sent();

        assertThat(Base64.getEncoder().encodeToString(bytes(pictures(mail).get(0))))
                .isEqualTo(kept);
        assertThat(pictures(mail)).hasSize(3);
    }

    @Test
    void previewShowsThePicturesWithoutTheMail() {
        hasPictures();
        broadsheet.newsletter("morning", "images: embed", ANNA, "feed.xml");

        Result result = broadsheet.preview();

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(shown(broadsheet.written("morning.html")))
                .hasSizeGreaterThan(2)
                .allMatch(src -> src.startsWith("data:image/"));
        assertThat(broadsheet.written("morning.eml"))
                .contains("multipart/related")
                .contains("Content-ID: <p001.");
    }

    @Test
    void noneShowsNoPicturesAnywhere() {
        hasPictures();
        broadsheet.newsletter("morning", "images: none", ANNA, "feed.xml");

        MimeMessage mail = sent();

        assertThat(shown(Mailbox.part(mail, "text/html"))).isEmpty();
        assertThat(pictures(mail)).isEmpty();
        assertThat(site.requests()).isEmpty();
    }

    @Test
    void linkRefersToTheSource() {
        broadsheet.newsletter("morning", "", ANNA, "feed.xml");

        MimeMessage mail = sent();

        assertThat(shown(Mailbox.part(mail, "text/html")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of("/harbour.jpg", "/choir.jpg").map(site::url).toList());
        assertThat(pictures(mail)).isEmpty();
    }
}
