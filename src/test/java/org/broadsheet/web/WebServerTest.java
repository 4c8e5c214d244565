package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.broadsheet.Failure;
import org.broadsheet.config.ListenAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the server treats everybody, whatever the page. */
class WebServerTest extends ServedPages {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/archive/unknown",
                "/archive/morning/unknown",
                "/archive/..%2f..%2fetc/passwd",
                "/images/..%2fbroadsheet.yml",
                "/mail/0",
                "/mail/2",
                "/mail/99999999999",
                "/mail/x/source"
            })
    void answersUnknownAddressesWithAPageOfOurOwn(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("jetty")
                .doesNotContain("Javalin");
    }

    @Test
    void sendsHeadersThatKeepBrowsersSafe() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void refusesLargeBodies() throws Exception {
        assertThat(post("/u/good", "x".repeat(1_000_000)).statusCode()).isEqualTo(413);
        assertThat(readers.left).isEmpty();
    }

    @Test
    void slowsDownWhoAsksTooOften() throws Exception {
        HttpResponse<String> answer = get("/health/live");
        for (int i = 0; i < 300 && answer.statusCode() == 200; i++) {
            answer = get("/health/live");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();

        clock.advance(Duration.ofSeconds(5));

        assertThat(get("/health/live").body()).isEqualTo("ok");
    }

    @Test
    void tellsReadersBehindAProxyApart() throws Exception {
        HttpResponse<String> answer = forwarded("203.0.113.1");
        for (int i = 0; i < 300 && answer.statusCode() == 200; i++) {
            answer = forwarded("203.0.113.1");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(forwarded("198.51.100.9, 203.0.113.2").statusCode()).isEqualTo(200);
        assertThat(forwarded("203.0.113.2, 203.0.113.1").statusCode()).isEqualTo(429);
    }

    @Test
    void machineThatChangesItsIpv6AddressIsOneMachine() throws Exception {
        HttpResponse<String> answer = forwarded("2001:db8::1");
        for (int i = 2; i < 300 && answer.statusCode() == 200; i++) {
            answer = forwarded("2001:db8::" + Integer.toHexString(i));
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(forwarded("2001:db8:0:1::1").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhenTheAddressIsTaken() {
        ListenAddress taken = new ListenAddress("127.0.0.1", server.port());

        assertThatThrownBy(() -> new WebServer(taken, templates, List.of(), clock))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("127.0.0.1:" + server.port())
                .hasMessageContaining("web.listen");
    }

    private HttpResponse<String> forwarded(String addresses) throws IOException, InterruptedException {
        HttpRequest request =
                request("/health/live").header("X-Forwarded-For", addresses).build();
        return client.send(request, BodyHandlers.ofString());
    }
}
