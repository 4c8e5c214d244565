package org.broadsheet.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to a socket, and closes it when a write takes longer than allowed: Java limits reading alone. One timer looks
 * at times whether a write has begun too long ago, since a timer for each write costs as much as the write. For use by
 * one thread at a time.
 */
final class WriteLimit extends OutputStream {
    private static final Logger LOG = LoggerFactory.getLogger(WriteLimit.class);

    /** A write ends after its time and a quarter of it at the latest. */
    private static final int LOOKS = 4;

    private static final long IDLE = 0;

    private final Socket socket;
    private final OutputStream out;
    private final long longest;
    private final Future<?> timer;
    private volatile long begun = IDLE;
    private volatile boolean over;

    WriteLimit(Socket socket, Duration longest, ScheduledExecutorService timers) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.longest = longest.toNanos();
        long between = Math.max(1, longest.toMillis() / LOOKS);
        this.timer = timers.scheduleWithFixedDelay(this::look, between, between, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long since = begun;
        if (socket.isClosed()) {
            timer.cancel(false);
        } else if (since != IDLE && System.nanoTime() - since > longest) {
            over = true;
            closeSocket();
        }
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException e) {
            // Whoever writes hears of it as well.
            LOG.debug("closing a connection that takes nothing more", e);
        }
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet});
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        begun = System.nanoTime() | 1;
        try {
            out.write(bytes, start, length);
        } catch (IOException e) {
            throw over ? timedOut(e) : e;
        } finally {
            begun = IDLE;
        }
    }

    /** Closes the socket. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static SocketTimeoutException timedOut(IOException cause) {
        SocketTimeoutException timeout = new SocketTimeoutException("the mail server took nothing more");
        timeout.addSuppressed(cause);
        return timeout;
    }
}
