package org.broadsheet.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.broadsheet.net.Robots.Answer;
import org.broadsheet.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsTest {
    private final MockWebServer server = new MockWebServer();
    private final Http http = http(Set.of("localhost"));
    private final TestClock clock = new TestClock();
    private final Robots robots = new Robots(http, "Broadsheet/0.1 (newsletter digest)", clock);

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    private static Http http(Set<String> allowed) {
        return new Http(new HttpLimits("Broadsheet/test", Duration.ofSeconds(2), 100_000, allowed));
    }

    @Test
    void keepsToTheRulesForAllWhereThereAreNoneForUs() {
        tell("User-agent: *\nDisallow: /private/\nAllow: /private/open\n");

        assertThat(ask("/news/1")).isEqualTo(Answer.ALLOWED);
        assertThat(ask("/private/1")).isEqualTo(Answer.REFUSED);
        assertThat(ask("/private/open/1")).isEqualTo(Answer.ALLOWED);
    }

    @Test
    void keepsToTheRulesForUsBeforeThoseForAll() {
        tell("User-agent: *\nDisallow: /\n\nUser-agent: broadsheet\nDisallow: /paid/*.html$\n");

        assertThat(ask("/news/1")).isEqualTo(Answer.ALLOWED);
        assertThat(ask("/paid/1.html")).isEqualTo(Answer.REFUSED);
        assertThat(ask("/paid/1.html?print")).isEqualTo(Answer.ALLOWED);
    }

    @Test
    void isNotMeantByTheRulesForOthers() {
        tell("User-agent: GPTBot\nDisallow: /\n");

        assertThat(ask("/news/1")).isEqualTo(Answer.ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410, 401, 403})
    void readsEverythingWhereThereAreNoRules(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());

        assertThat(ask("/news/1")).isEqualTo(Answer.ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void leavesASiteAloneWhoseRulesCannotBeAskedFor(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());

        assertThat(ask("/news/1")).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void leavesASiteAloneThatCannotBeReached() {
        URI page = page("/news/1");
        server.close();

        assertThat(robots.ask(page)).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void asksNoPrivateAddress() {
        try (Http guarded = http(Set.of())) {
            assertThat(new Robots(guarded, "Broadsheet/0.1", clock).ask(page("/news/1")))
                    .isEqualTo(Answer.UNKNOWN);
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void asksASiteOnceAnHour() {
        tell("User-agent: *\nDisallow: /a\n");
        tell("User-agent: *\nDisallow: /b\n");

        assertThat(ask("/b")).isEqualTo(Answer.ALLOWED);
        clock.advance(Duration.ofMinutes(59));
        assertThat(ask("/b")).isEqualTo(Answer.ALLOWED);
        assertThat(server.getRequestCount()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(ask("/b")).isEqualTo(Answer.REFUSED);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void readsRulesThatStandBehindARedirect() {
        server.enqueue(new MockResponse.Builder()
                .code(301)
                .setHeader("Location", "/rules")
                .build());
        tell("User-agent: *\nDisallow: /\n");

        assertThat(ask("/news/1")).isEqualTo(Answer.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "Broadsheet/0.1 (newsletter digest), Broadsheet",
        "Mozilla/5.0 (compatible; DorfBote/2.0; +https://a.example), DorfBote",
        "news-digest, news-digest",
        "'', broadsheet",
    })
    void isKnownByTheNameThatAnAdminGaveIt(String userAgent, String name) {
        assertThat(Robots.token(userAgent)).isEqualTo(name);
    }

    private void tell(String rules) {
        server.enqueue(new MockResponse.Builder().body(rules).build());
    }

    private Answer ask(String path) {
        return robots.ask(page(path));
    }

    private URI page(String path) {
        return URI.create("http://localhost:" + server.getPort() + path);
    }
}
