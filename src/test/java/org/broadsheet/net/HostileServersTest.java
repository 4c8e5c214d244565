package org.broadsheet.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.broadsheet.testing.RawServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server can make a fetch cost at most, and make it say. */
@Timeout(30)
class HostileServersTest {
    private static final int LIMIT = 100_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final String LATE = "not finished within 2 s (fetch.timeout)";
    private static final String TOO_LARGE = "larger than the limit of 100000 bytes (fetch.max-size)";
    private static final String GREETING = "Moin, Welt! ".repeat(20);
    private static final String GREETING_IN_BROTLI = "G+8A+J0JdqwVK11SvgZpunJTZW+VxpYhLHQxYCygx44c";

    private final MockWebServer server = new MockWebServer();
    private final Http http =
            new Http(new HttpLimits("Broadsheet/test", TIMEOUT, LIMIT, Set.of("localhost", "127.0.0.1")));

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @Test
    void readsNoMoreThanTheLimitOfAnEndlessStream() throws IOException {
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.UTF_8);
        try (RawServer endless = RawServer.start(out -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            for (long sent = 0; sent < 5_000_000_000L; sent += chunk.length) {
                out.write(chunk);
            }
        })) {
            assertInTime(() -> assertThat(problem(endless.url())).isEqualTo(TOO_LARGE));
            // What the machine's own buffers take counts as sent.
            assertThat(endless.written()).isLessThan(20_000_000);
        }
    }

    @Test
    void cutsEveryKindOfBomb() throws IOException {
        Buffer zeros = new Buffer().write(new byte[50_000_000]);
        Buffer bomb = gzipped(zeros);
        String brotli =
                "y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgsAdO//8g9eD/8E"
                        + "QBwWAOig6wE=";
        server.enqueue(packed("gzip", bomb));
        server.enqueue(packed("br", new Buffer().write(Base64.getDecoder().decode(brotli))));

        assertInTime(() -> assertThat(problem()).isEqualTo(TOO_LARGE));
        assertInTime(() -> assertThat(problem()).isEqualTo(TOO_LARGE));
    }

    @Test
    void saysWhenThePackingIsBroken() throws IOException {
        Buffer cut = new Buffer();
        cut.write(gzipped(new Buffer().writeUtf8(GREETING)), 20);
        server.enqueue(packed("gzip", cut));
        server.enqueue(packed("gzip", new Buffer().writeUtf8("not packed at all")));
        server.enqueue(packed("br", new Buffer().writeUtf8("not packed at all, but long enough to look at")));
        server.enqueue(packed("br", new Buffer()));
        server.enqueue(packed("br", new Buffer().write(Base64.getDecoder().decode(GREETING_IN_BROTLI), 0, 20)));

        for (int i = 0; i < 5; i++) {
            assertThat(problem()).isNotBlank().hasLineCount(1);
        }
    }

    @Test
    void endsABrotliBodyThatNeverBegins() throws IOException {
        try (RawServer silent =
                RawServer.dripping("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 500\r\n\r\n", '\0')) {
            assertInTime(() -> assertThat(problem(silent.url())).isEqualTo(LATE));
        }
    }

    @Test
    void endsHeadersAndBodiesThatDripOneByteAtATime() throws IOException {
        try (RawServer head = RawServer.dripping("HTTP/1.1 200 OK\r\nX-", 'x');
                RawServer interim = RawServer.dripping("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 103 ", 'x');
                RawServer body = RawServer.dripping("HTTP/1.1 200 OK\r\n\r\n<rss>", ' ')) {
            for (RawServer slow : List.of(head, interim, body)) {
                assertInTime(() -> assertThat(problem(slow.url())).isEqualTo(LATE));
            }
        }
    }

    @Test
    void cutsHeadersThatDoNotEnd() throws IOException {
        try (RawServer oneLine = RawServer.saying("HTTP/1.1 200 OK\r\nX: " + "x".repeat(3_000_000));
                RawServer manyLines = RawServer.saying("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(500_000))) {
            assertThat(problem(oneLine.url())).contains("headers break off, or do not end");
            assertThat(problem(manyLines.url())).contains("headers break off, or do not end");
            assertThat(oneLine.written() + manyLines.written()).isLessThan(20_000_000);
        }
    }

    @Test
    void isNotFooledByALengthThatIsNone() throws IOException {
        try (RawServer more = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort");
                RawServer less = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nshort and more");
                RawServer huge = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 9999999999999\r\n\r\nshort");
                RawServer none = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\nshort")) {
            assertThat(problem(more.url())).isEqualTo("not proper HTTP: unexpected end of stream");
            assertThat(text(http.get(less.url(), Validators.NONE))).isEqualTo("short");
            assertThat(problem(huge.url())).isEqualTo(TOO_LARGE);
            assertThat(problem(none.url())).startsWith("not proper HTTP: ");
        }
    }

    @Test
    void addsNoLineAndNoColourThatAServerSends() throws IOException {
        try (RawServer garbage =
                RawServer.saying("\u001b[31mERROR all is lost\rnext\u0007 " + "x".repeat(5_000) + "\r\n")) {
            assertThat(problem(garbage.url())).hasSizeLessThan(300).matches("\\P{C}+");
        }
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
