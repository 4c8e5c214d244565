package org.broadsheet.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How servers are spoken to, and when a fetch ends. */
@Timeout(30)
class HttpTest {
    private static final int LIMIT = 100_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final String LATE = "not finished within 2 s (fetch.timeout)";
    private static final String GREETING = "Moin, Welt! ".repeat(20);
    private static final String GREETING_IN_BROTLI = "G+8A+J0JdqwVK11SvgZpunJTZW+VxpYhLHQxYCygx44c";

    private final MockWebServer server = new MockWebServer();
    private Http http = http(client -> client);

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    private static Http http(UnaryOperator<OkHttpClient.Builder> tuning) {
        return new Http(new HttpLimits("Broadsheet/test", TIMEOUT, LIMIT, Set.of("localhost", "127.0.0.1")), tuning);
    }

    @Test
    void speaksHttp2AndUnpacksBothPackings() throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(certificate.certificate())
                .build();
        try (MockWebServer secure = new MockWebServer()) {
            secure.useHttps(trust.sslSocketFactory());
            secure.start();
            secure.enqueue(packed("gzip", gzipped(new Buffer().writeUtf8(GREETING))));
            secure.enqueue(packed("br", new Buffer().write(Base64.getDecoder().decode(GREETING_IN_BROTLI))));
            http = http(client -> client.sslSocketFactory(trust.sslSocketFactory(), trust.trustManager()));
            URI url = URI.create("https://localhost:" + secure.getPort() + "/");

            assertThat(text(http.get(url, Validators.NONE))).isEqualTo(GREETING);
            assertThat(text(http.get(url, Validators.NONE))).isEqualTo(GREETING);

            RecordedRequest request = secure.takeRequest();
            assertThat(request.getVersion()).isEqualTo("HTTP/2");
            assertThat(request.getHeaders().get("Accept-Encoding"))
                    .contains("gzip")
                    .contains("br");
        }
    }

    @Test
    void trustsNoCertificateThatNobodyVouchesFor() throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        try (MockWebServer secure = new MockWebServer()) {
            secure.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(certificate)
                    .build()
                    .sslSocketFactory());
            secure.start();

            assertThat(problem(URI.create("https://localhost:" + secure.getPort() + "/")))
                    .startsWith("no secure connection: ");
        }
    }

    @Test
    void followsTenRedirectsAndNoMore() {
        for (int i = 0; i < 10; i++) {
            server.enqueue(redirect("/" + i));
        }
        server.enqueue(new MockResponse.Builder().body("there").build());
        assertThat(text(get())).isEqualTo("there");

        for (int i = 0; i < 30; i++) {
            server.enqueue(redirect("/loop"));
        }
        assertThat(problem()).isEqualTo("it redirects without end");
        assertThat(server.getRequestCount()).isEqualTo(22);
    }

    @Test
    void endsRedirectsThatAreSlowByTurns() {
        for (int i = 0; i < 10; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(302)
                    .setHeader("Location", "/" + i)
                    .headersDelay(500, TimeUnit.MILLISECONDS)
                    .build());
        }

        assertInTime(() -> assertThat(problem()).isEqualTo(LATE));
    }

    @Test
    void believesThatNothingChangedOnlyWhereItAsked() {
        server.enqueue(new MockResponse.Builder().code(304).build());
        server.enqueue(new MockResponse.Builder().code(304).build());

        assertThat(get()).isEqualTo(new HttpAnswer.Refused(304, Optional.empty()));
        assertThat(http.get(server.url("/").uri(), new Validators(Optional.of("\"1\""), Optional.empty())))
                .isEqualTo(new HttpAnswer.NotModified(Optional.empty()));
    }

    @Test
    void leavesANameServerBehindThatNeverAnswers() {
        CountDownLatch never = new CountDownLatch(1);
        http = http(client -> client.dns(new Dns() {
            @Override
            public List<InetAddress> lookup(String host) throws UnknownHostException {
                awaitUninterruptibly(never);
                throw new UnknownHostException(host);
            }
        }));

        assertInTime(() -> assertThat(problem(URI.create("http://silent.example/feed.xml")))
                .isEqualTo(LATE));
        never.countDown();
    }

    @Test
    void endsAtOnceWhenItIsInterrupted() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .onRequestStart(SocketEffect.Stall.INSTANCE)
                .build());
        Http patient = new Http(new HttpLimits("x", Duration.ofMinutes(5), LIMIT, Set.of("localhost", "127.0.0.1")));
        AtomicReference<HttpAnswer> answer = new AtomicReference<>();
        Thread thread = new Thread(() -> answer.set(patient.get(server.url("/").uri(), Validators.NONE)));
        thread.start();
        server.takeRequest();

        thread.interrupt();
        thread.join(5_000);

        assertThat(answer.get()).isEqualTo(new HttpAnswer.Failed("interrupted"));
        patient.close();
    }

    private HttpAnswer get() {
        return http.get(server.url("/").uri(), Validators.NONE);
    }

    private String problem() {
        return problem(server.url("/").uri());
    }

    private String problem(URI url) {
        return ((HttpAnswer.Failed) http.get(url, Validators.NONE)).reason();
    }

    private static String text(HttpAnswer answer) {
        return answer instanceof HttpAnswer.Body body ? body.bytes().utf8() : answer.toString();
    }

    private static void assertInTime(Runnable fetch) {
        long start = System.nanoTime();
        fetch.run();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.plusSeconds(3));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static MockResponse redirect(String to) {
        return new MockResponse.Builder().code(302).setHeader("Location", to).build();
    }

    private static MockResponse packed(String encoding, Buffer body) {
        return new MockResponse.Builder()
                .body(body)
                .setHeader("Content-Encoding", encoding)
                .build();
    }

    private static Buffer gzipped(Buffer plain) throws IOException {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeAll(plain);
        }
        return packed;
    }
}
