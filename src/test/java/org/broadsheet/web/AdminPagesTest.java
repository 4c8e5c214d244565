package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.Failure;
import org.broadsheet.config.AdminAccess;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.ListenAddress;
import org.broadsheet.config.PasswordHash;
import org.broadsheet.delivery.DeliveryState;
import org.broadsheet.delivery.LedgerCounts;
import org.broadsheet.edition.Templates;
import org.broadsheet.subscriber.SubscriberCounts;
import org.broadsheet.testing.TestClock;
import org.broadsheet.web.AdminOverview.DayCount;
import org.broadsheet.web.AdminOverview.EditionLine;
import org.broadsheet.web.AdminOverview.FeedLine;
import org.broadsheet.web.AdminOverview.Health;
import org.broadsheet.web.AdminOverview.NewsletterLine;
import org.broadsheet.web.AdminOverview.ReasonLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The admin's page: what it shows, and to whom. */
class AdminPagesTest {
    private static final String PASSWORD = "Grüße aus der Redaktion";
    private static final AdminAccess ACCESS =
            new AdminAccess("chief", PasswordHash.of(PASSWORD, new SecureRandom()), Optional.empty());
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final TestClock clock = new TestClock();
    private final FakeAdmin admin = new FakeAdmin();
    private final PageTemplates templates = new PageTemplates(new Templates(Path.of("templates"), Optional.empty()));
    private final Metrics metrics = new Metrics(admin::overview);
    private final AdminPages pages = pages(ACCESS);
    private final WebServer server = new WebServer(
            new ListenAddress("127.0.0.1", 0), templates, List.of(pages, MetricsPages.forAdmin(metrics, pages)), clock);
    private final HttpClient client = HttpClient.newHttpClient();

    private AdminPages pages(AdminAccess access) {
        return new AdminPages(
                admin, templates, access, () -> "signing key".getBytes(StandardCharsets.UTF_8), true, clock);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void showsNothingToStrangers() throws Exception {
        HttpResponse<String> page = get("/admin", "");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).contains("/admin/login");
        assertThat(get("/admin/preview/morning", "").statusCode()).isEqualTo(303);
        assertThat(get("/admin/preview/morning/mail", "").statusCode()).isEqualTo(404);
        assertThat(post("/admin/test/morning", "", "").statusCode()).isEqualTo(403);
        assertThat(get("/metrics", "").statusCode()).isEqualTo(401);
        assertThat(admin.tests).isEmpty();
    }

    @Test
    void letsNobodyInWithAWrongNameOrPassword() throws Exception {
        for (String form : List.of(form("chief", "wrong"), form("chief", ""), form("admin", PASSWORD), "", "a=b")) {
            HttpResponse<String> answer = post("/admin/login", form, "");
            assertThat(answer.statusCode()).as(form).isEqualTo(403);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.body()).contains("Name or password is wrong");
        }
    }

    @Test
    void sessionIsACookieThatNoScriptAndNoOtherSiteCanUse() throws Exception {
        HttpResponse<String> answer = post("/admin/login", form("chief", PASSWORD), "");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .contains("; HttpOnly")
                        .contains("; SameSite=Strict")
                        .contains("; Secure")
                        .contains("; Path=/"));
    }

    @Test
    void guessingIsSlowedDown() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(post("/admin/login", form("chief", "guess"), "").statusCode())
                    .isEqualTo(403);
        }
        HttpResponse<String> sixth = post("/admin/login", form("chief", PASSWORD), "");
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).contains("30");
        clock.advance(Duration.ofSeconds(31));
        assertThat(post("/admin/login", form("chief", PASSWORD), "").statusCode())
                .isEqualTo(303);
    }

    @Test
    void loginFromAnotherSiteIsRefused() throws Exception {
        HttpRequest request = request("/admin/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString(form("chief", PASSWORD)))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    @Test
    void forgedOldAndForeignSessionsAreNone() throws Exception {
        String session = logIn();
        assertThat(get("/admin", session).statusCode()).isEqualTo(200);
        for (int i = 0; i < session.length() - 1; i++) {
            String changed =
                    session.substring(0, i) + (session.charAt(i) == '1' ? '2' : '1') + session.substring(i + 1);
            assertThat(pages.gate().isOpen(changed)).as(changed).isFalse();
        }
        for (String nonsense : List.of("", ".", "..", "a.b.c", "1.2", "9999999999999..")) {
            assertThat(pages.gate().isOpen(nonsense)).as(nonsense).isFalse();
        }
        AdminAccess changedPassword =
                new AdminAccess("chief", PasswordHash.of("another password", new SecureRandom()), Optional.empty());
        assertThat(pages(changedPassword).gate().isOpen(session)).isFalse();
        clock.advance(Duration.ofHours(12));
        assertThat(get("/admin", session).statusCode()).isEqualTo(303);
    }

    @Test
    void showsHowEverythingStands() throws Exception {
        HttpResponse<String> page = get("/admin", logIn());
        assertThat(page.body())
                .contains("Next weekly round-up: ")
                .contains("Der &lt;Morgen&gt;")
                .contains("1,234")
                .contains("Windpark &amp; Kohle")
                .contains("href=\"/archive/morning/2026-11-23\"")
                .contains("97.5%")
                .contains("550 no such user")
                .contains("timed out")
                .contains("<polyline")
                .contains("<rect")
                .doesNotContain("<script")
                .doesNotContain("style=");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void sendsATestOnlyByItsOwnForm() throws Exception {
        String session = logIn();
        String form = formToken(get("/admin", session).body());
        assertThat(post("/admin/test/morning", "form=" + form, "").statusCode()).isEqualTo(403);
        assertThat(post("/admin/test/morning", "form=forged", session).statusCode())
                .isEqualTo(403);
        String otherForm = formToken(get("/admin", logIn()).body());
        assertThat(otherForm).isNotEqualTo(form);
        assertThat(post("/admin/test/morning", "form=" + otherForm, session).statusCode())
                .isEqualTo(403);
        assertThat(admin.tests).isEmpty();

        HttpResponse<String> sent = post("/admin/test/morning", "form=" + form, session);
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.body()).contains("on its way to chief@example.org");
        assertThat(admin.tests).containsExactly("morning");
        assertThat(post("/admin/test/midnight", "form=" + form, session).statusCode())
                .isEqualTo(404);
        admin.broken = true;
        HttpResponse<String> failed = post("/admin/test/morning", "form=" + form, session);
        assertThat(failed.statusCode()).isEqualTo(502);
        assertThat(failed.body()).contains("the relay is away");
    }

    @Test
    void showsThePreviewInABoxWhereNothingRuns() throws Exception {
        String session = logIn();
        assertThat(get("/admin/preview/morning", session).body()).contains("/admin/preview/morning/mail");
        HttpResponse<String> mail = get("/admin/preview/morning/mail", session);
        assertThat(mail.body()).contains("the next edition");
        assertThat(mail.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("sandbox"));
        assertThat(get("/admin/preview/midnight", session).statusCode()).isEqualTo(404);
    }

    @Test
    void logsOut() throws Exception {
        String session = logIn();
        String form = formToken(get("/admin", session).body());
        HttpResponse<String> answer = post("/admin/logout", "form=" + form, session);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie ->
                        assertThat(cookie).startsWith("broadsheet-admin=;").contains("Max-Age=0"));
    }

    @Test
    void tellsPrometheusWithTheAdminsPassword() throws Exception {
        metrics.settled(DeliveryState.SENT);
        metrics.answered(Duration.ofMillis(30));
        assertThat(scrape("chief:wrong").statusCode()).isEqualTo(401);
        HttpResponse<String> figures = scrape("chief:" + PASSWORD);
        assertThat(figures.statusCode()).isEqualTo(200);
        assertThat(figures.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(figures.body())
                .contains("broadsheet_editions{newsletter=\"morning\"} 42.0")
                .contains("broadsheet_subscribers{newsletter=\"morning\",state=\"confirmed\"} 1234.0")
                .contains("broadsheet_last_edition_deliveries{newsletter=\"morning\",state=\"sent\"} 975.0")
                .contains("broadsheet_queue 5.0")
                .contains("broadsheet_queue_age_seconds 3600.0")
                .contains("broadsheet_feed_failures{feed=\"https://example.org/feed.xml\"} 3.0")
                .contains("broadsheet_feeds{state=\"failing\"} 1.0")
                .contains("broadsheet_deliveries_settled_total{state=\"sent\"} 1.0")
                .contains("broadsheet_smtp_seconds_bucket{le=\"0.05\"} 1");
        for (int i = 0; i < 20; i++) {
            assertThat(scrape("chief:" + PASSWORD).statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> scrape(String credentials) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return client.send(
                request("/metrics").header("Authorization", "Basic " + basic).build(), BodyHandlers.ofString());
    }

    private String logIn() throws IOException, InterruptedException {
        String cookie = post("/admin/login", form("chief", PASSWORD), "")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }

    private static String formToken(String page) {
        Matcher matcher = Pattern.compile("name=\"form\" value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String form(String username, String password) {
        return "username=" + username + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> get(String path, String session) throws IOException, InterruptedException {
        return client.send(
                request(path).header("Cookie", "broadsheet-admin=" + session).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body, String session)
            throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", "broadsheet-admin=" + session)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** One newsletter, one edition, one feed that fails. */
    private final class FakeAdmin implements Admin {
        final List<String> tests = new ArrayList<>();
        boolean broken;

        @Override
        public AdminOverview overview() {
            LocalDate day = LocalDate.of(2026, 11, 23);
            return new AdminOverview(
                    clock.instant(),
                    List.of(new NewsletterLine(
                            "morning",
                            "Der <Morgen>",
                            BERLIN,
                            Optional.of(clock.instant()),
                            Optional.of(clock.instant().plus(Duration.ofDays(4))),
                            new SubscriberCounts(1234, 5, 6),
                            List.of(new DayCount(day, 1200), new DayCount(day.plusDays(1), 1234)),
                            42)),
                    List.of(
                            new EditionLine(
                                    "morning",
                                    "Der <Morgen>",
                                    true,
                                    "/archive/morning/2026-W48",
                                    BERLIN,
                                    clock.instant(),
                                    "Das Beste der Woche",
                                    new LedgerCounts(Map.of())),
                            new EditionLine(
                                    "morning",
                                    "Der <Morgen>",
                                    false,
                                    "/archive/morning/2026-11-23",
                                    BERLIN,
                                    clock.instant().minus(Duration.ofHours(1)),
                                    "Windpark & Kohle",
                                    new LedgerCounts(Map.of(
                                            DeliveryState.SENT, 975L,
                                            DeliveryState.FAILED, 20L,
                                            DeliveryState.DEFERRED, 5L)))),
                    List.of(new DayCount(day, 3)),
                    List.of(new ReasonLine("550 no such user", 3)),
                    List.of(new FeedLine(
                            "Example",
                            "https://example.org/feed.xml",
                            Health.FAILING,
                            Optional.of("timed out"),
                            3,
                            40,
                            Optional.empty())));
        }

        @Override
        public Optional<String> preview(String newsletter) {
            return newsletter.equals("morning")
                    ? Optional.of("<html><head></head><body>the next edition</body></html>")
                    : Optional.empty();
        }

        @Override
        public EmailAddress testAddress() {
            return new EmailAddress("chief@example.org");
        }

        @Override
        public boolean sendTest(String newsletter) {
            if (broken) {
                throw new Failure("the relay is away");
            }
            boolean known = newsletter.equals("morning");
            if (known) {
                tests.add(newsletter);
            }
            return known;
        }
    }
}
