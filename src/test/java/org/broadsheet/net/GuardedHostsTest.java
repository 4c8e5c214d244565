package org.broadsheet.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody outside makes us ask a server of the inside. */
class GuardedHostsTest {
    private final MockWebServer inside = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        inside.start();
    }

    @AfterEach
    void stop() {
        inside.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost.",
                "LOCALHOST",
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f.1",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[0:0:0:0:0:ffff:7f00:1]",
                "0.0.0.0"
            })
    void connectsToNothingOfTheInsideInAnySpelling(String host) {
        try (Http http = http(Set.of())) {
            URI url = URI.create("http://" + host + ":" + inside.getPort() + "/");

            // Some of these are names of nothing to some name servers.
            assertThat(problem(http, url)).containsAnyOf("private address", "is not known", "not an http address");
            assertThat(inside.getRequestCount()).isZero();
        }
    }

    @Test
    void checksTheAddressAfterDnsAndNotTheName() {
        try (Http http = new Http(
                limits(Set.of()),
                client -> client.dns(host -> List.of(InetAddress.getByAddress(host, new byte[] {10, 0, 0, 1}))))) {
            assertThat(problem(http, URI.create("http://rebound.example/")))
                    .isEqualTo(
                            "refused: rebound.example has a private address; to allow it, add it to fetch.allow-hosts");
        }
    }

    @Test
    void checksTheAddressAfterEveryRedirect() throws IOException {
        try (Http http = http(Set.of("localhost"));
                MockWebServer trap = new MockWebServer()) {
            trap.start();
            for (String to : List.of(
                    "http://169.254.169.254/latest/meta-data",
                    "http://127.0.0.1:" + inside.getPort() + "/",
                    "http://[::1]:" + inside.getPort() + "/",
                    "http://[::ffff:127.0.0.1]:" + inside.getPort() + "/",
                    "http://2130706433:" + inside.getPort() + "/")) {
                trap.enqueue(redirect("/again"));
                trap.enqueue(redirect(to));

                assertThat(problem(http, URI.create("http://localhost:" + trap.getPort() + "/")))
                        .contains("private address");
            }
            assertThat(trap.getRequestCount()).isEqualTo(10);
            assertThat(inside.getRequestCount()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[::1]", "::1", "0:0:0:0:0:0:0:1"})
    void allowsAnAddressHoweverItIsSpelt(String allowed) {
        try (Http http = http(Set.of(allowed))) {
            URI url = URI.create("http://[0:0:0:0:0:0:0:1]:" + inside.getPort() + "/");

            // Whether somebody listens there is another question.
            inside.enqueue(new MockResponse.Builder().build());
            assertThat(http.get(url, Validators.NONE).toString()).doesNotContain("private address");
        }
    }

    @Test
    void followsNoOtherSchemeThanThoseOfTheWeb() {
        try (Http http = http(Set.of("localhost"))) {
            inside.enqueue(redirect("file:///etc/passwd"));

            assertThat(http.get(URI.create("http://localhost:" + inside.getPort() + "/"), Validators.NONE))
                    .isInstanceOf(HttpAnswer.Refused.class);
        }
    }

    private static Http http(Set<String> allowed) {
        return new Http(limits(allowed));
    }

    private static HttpLimits limits(Set<String> allowed) {
        return new HttpLimits("Broadsheet/test", Duration.ofSeconds(5), 1_000, allowed);
    }

    private static String problem(Http http, URI url) {
        return ((HttpAnswer.Failed) http.get(url, Validators.NONE)).reason();
    }

    private static MockResponse redirect(String to) {
        return new MockResponse.Builder().code(302).setHeader("Location", to).build();
    }
}
