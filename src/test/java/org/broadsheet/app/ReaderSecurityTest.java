package org.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.config.EmailAddress;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What strangers try with the pages, over real HTTP. */
class ReaderSecurityTest extends ReaderVisit {
    private static final String BEN = "ben@example.org";
    private static final String SLOW = "POST /subscribe/morgen HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n\r\nemail=anna";
    private static final int TEN_MEGABYTES = 10_000_000;

    @Test
    void knownUnknownForgottenAndSuppressedAddressesGetTheSameAnswer() throws Exception {
        house.app().subscribers().add("morgen", new EmailAddress(ANNA), "test");
        house.app().subscribers().suppress(new EmailAddress("carl@example.org"), "550 gone");

        String known = signUp(ANNA, "").body();
        String unknown = signUp(BEN, "").body();
        String suppressed = signUp("carl@example.org", "").body();

        assertThat(known.replace(ANNA, "")).isEqualTo(unknown.replace(BEN, ""));
        assertThat(suppressed.replace("carl@example.org", "")).isEqualTo(unknown.replace(BEN, ""));
        assertThat(house.newest(2, ANNA).getSubject()).isEqualTo("Sie erhalten Der Morgen bereits");
        assertThat(house.newest(2, BEN).getSubject()).isEqualTo("Bitte bestätigen: Der Morgen");
        assertThat(house.link(house.newest(2, ANNA), "/p/")).isNotNull();
    }

    @Test
    void linksThatAreForgedOrOfAnotherKindOrTooOldDoNothing() throws Exception {
        signUp(ANNA, "");
        URI confirm = house.link(house.newest(1, ANNA), "/confirm/");
        String token = confirm.getPath().substring("/confirm/".length());

        for (String path : List.of("/confirm/", "/p/", "/u/", "/move/")) {
            assertThat(get(path + "AAAA" + token).statusCode()).as(path).isEqualTo(404);
            assertThat(post(path + "AAAA" + token, "").statusCode()).as(path).isEqualTo(404);
        }
        for (String path : List.of("/p/", "/u/", "/move/")) {
            assertThat(post(path + token, "").statusCode()).as(path).isEqualTo(404);
        }
        clock.advance(Duration.ofDays(7).plusSeconds(1));
        assertThat(get(confirm.getPath()).statusCode()).isEqualTo(410);
        assertThat(post(confirm.getPath(), "").statusCode()).isEqualTo(410);
        assertThat(house.subscribed("morgen")).isEmpty();
    }

    @Test
    void usedLinkDoesNotBringBackWhoHasLeft() throws Exception {
        signUp(ANNA, "");
        URI confirm = house.link(house.newest(1, ANNA), "/confirm/");
        String preferences = Jsoup.parse(post(confirm.getPath(), "").body())
                .select("a[href^=/p/]")
                .attr("href");
        String leave =
                Jsoup.parse(get(preferences).body()).select("a[href^=/u/]").attr("href");
        post(leave, "");

        assertThat(post(confirm.getPath(), "").statusCode()).isEqualTo(410);
        assertThat(house.subscribed("morgen")).isEmpty();
    }

    @Test
    void formsOfOtherSitesChangeNoPreferences() throws Exception {
        signUp(ANNA, "");
        URI confirm = house.link(house.newest(1, ANNA), "/confirm/");
        String preferences = Jsoup.parse(post(confirm.getPath(), "").body())
                .select("a[href^=/p/]")
                .attr("href");
        for (String path : List.of("", "/address", "/forget")) {
            HttpRequest request = request(preferences + path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Sec-Fetch-Site", "cross-site")
                    .POST(BodyPublishers.ofString("email=eve@example.org&topics=klima"))
                    .build();
            assertThat(visitor.send(request).statusCode()).isEqualTo(403);
        }
        assertThat(house.subscribed("morgen")).containsExactly(ANNA);
        assertThat(house.mails()).isEqualTo(1);
    }

    @Test
    void lineBreaksAndCommandsInFieldsReachNoHeaderAndNoEnvelope() throws Exception {
        for (String evil : List.of(
                "anna@example.org\r\nBcc: eve@example.org",
                "anna@example.org\nRCPT TO:<eve@example.org>",
                "anna@example.org>,<eve@example.org",
                "Anna <anna@example.org>",
                "anna@example.org>\r\nDATA")) {
            assertThat(signUp(evil, "").statusCode()).as(evil).isEqualTo(422);
        }
        signUp(
                BEN,
                "name=" + Visitor.encoded("Ben\r\nBcc: eve@example.org") + "&language="
                        + Visitor.encoded("de\r\nX: y"));
        MimeMessage mail = house.newest(1, BEN);

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void whatStrangersWriteIsShownAsTextOnly() throws Exception {
        String body = signUp("<script>alert(1)</script>", "").body();

        assertThat(body).doesNotContain("<script>");
        assertThat(Jsoup.parse(body).select("script")).isEmpty();
    }

    @Test
    void noPathLeadsOutOfTheArchive() throws Exception {
        for (String path : List.of(
                "/archive/..%2f..%2fbroadsheet.yml",
                "/archive/%2e%2e/broadsheet.yml",
                "/archive/morgen/..%2f..%2f..%2fetc%2fpasswd",
                "/archive/morgen/%2e%2e%2f%2e%2e%2fbroadsheet.yml",
                "/subscribe/..%2f..%2fbroadsheet",
                "/archive/morgen%00/feed.xml",
                "/style.css/..%2f..%2fdigest.html")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("a secret", "root:");
        }
    }

    @Test
    void bodiesOfTenMegabytesAreRefusedWithAndWithoutAStatedLength() throws Exception {
        byte[] large = ("email=" + "a".repeat(TEN_MEGABYTES)).getBytes(StandardCharsets.US_ASCII);
        for (var body : List.of(
                BodyPublishers.ofByteArray(large),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
            HttpRequest request = request("/subscribe/morgen")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(body)
                    .build();
            try {
                assertThat(visitor.send(request).statusCode()).isEqualTo(413);
            } catch (IOException closedWhileSending) {
                assertThat(get("/health/live").statusCode()).isEqualTo(200);
            }
        }
        assertThat(house.mails()).isZero();
    }

    @Test
    void slowClientsKeepNobodyWaiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                Socket socket = new Socket(house.web().getHost(), house.web().getPort());
                socket.getOutputStream().write(SLOW.getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            assertThat(get("/subscribe/morgen").statusCode()).isEqualTo(200);
            assertThat(signUp(ANNA, "").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void networkThatSignsUpAThousandTimesAMinuteIsStoppedAndOthersAreNot() throws Exception {
        int accepted = 0;
        for (int i = 0; i < 1000; i++) {
            accepted += from("203.0.113." + i % 250, "reader" + i + "@example.org") == 200 ? 1 : 0;
        }
        assertThat(accepted).isEqualTo(30);
        assertThat(from("198.51.100.7", ANNA)).isEqualTo(200);

        clock.advance(Duration.ofMinutes(1));
        assertThat(from("203.0.113.9", "later@example.org")).as("later").isEqualTo(200);
    }

    private int from(String address, String email) throws IOException, InterruptedException {
        HttpRequest request = request("/subscribe/morgen")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString("email=" + email))
                .build();
        return visitor.send(request).statusCode();
    }

    @Test
    void nobodysMailboxIsFilledWithQuestions() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(signUp(i % 2 == 0 ? ANNA : "ANNA@example.org", "").statusCode())
                    .isEqualTo(200);
        }
        house.newest(5, ANNA);
        signUp(BEN, "");
        house.newest(6, BEN);

        assertThat(house.mails()).isEqualTo(6);
    }

    @Test
    void programsThatFillInEverythingGetTheSameAnswerAndNothingHappens() throws Exception {
        String trapped = signUp(ANNA, "website=https://evil.example").body();
        String person = signUp(BEN, "").body();
        house.newest(1, BEN);

        assertThat(trapped.replace(ANNA, "")).isEqualTo(person.replace(BEN, ""));
        assertThat(house.mails()).isEqualTo(1);
    }

    @Test
    void pagesRunNoScriptsAndAreKeptByNobody() throws Exception {
        HttpResponse<String> page = get("/subscribe/morgen");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'none'")
                        .doesNotContain("script-src")
                        .contains("form-action 'self'"));
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .as("not behind TLS")
                .isEmpty();
        assertThat(get("/health/ready").body()).isEqualTo("ok");
    }

    private HttpResponse<String> signUp(String address, String more) throws IOException, InterruptedException {
        return visitor.signUp("morgen", address, more);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(house.web() + path));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return visitor.get(path);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return visitor.post(URI.create(house.web() + path), body);
    }
}
