package org.broadsheet.testing;

import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server that answers every request with whatever bytes a test wants, however far from HTTP they are. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong written = new AtomicLong();
    private final AtomicInteger requests = new AtomicInteger();
    private final Answer answer;

    private RawServer(ServerSocket socket, Answer answer) {
        this.socket = socket;
        this.answer = answer;
        threads.execute(this::accept);
    }

    /** What is sent; the connection is closed afterwards. */
    public interface Answer {
        void write(OutputStream out) throws IOException;
    }

    public static RawServer start(Answer answer) throws IOException {
        return new RawServer(new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})), answer);
    }

    /** A server that sends some text and hangs up. */
    public static RawServer saying(String text) throws IOException {
        return start(out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** A server that sends a beginning at once, then for ever the same byte, with a pause before each. */
    public static RawServer dripping(String beginning, char drop) throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        return start(out -> {
            out.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            while (waited(never)) {
                out.write(drop);
                out.flush();
            }
        });
    }

    private static boolean waited(CountDownLatch never) throws IOException {
        try {
            return !never.await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/feed.xml");
    }

    /** How many bytes went out, or into the buffers on the way. */
    public long written() {
        return written.get();
    }

    public int requests() {
        return requests.get();
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                // It was close() that ended the waiting.
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                OutputStream out = new Counting(connection.getOutputStream())) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                line = in.readLine();
            }
            requests.incrementAndGet();
            answer.write(out);
        } catch (IOException hungUp) {
            // The client has had enough, which is what most tests are about.
        }
    }

    private final class Counting extends FilterOutputStream {
        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            written.incrementAndGet();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            written.addAndGet(length);
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        threads.shutdownNow();
    }
}
