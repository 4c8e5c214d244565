package org.broadsheet.delivery;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the socket that Angus was given for one connection: first the plain one, then, where TLS starts later, the
 * protected one around it. Angus takes one command at a time; several in one go (RFC 2920) are written here.
 */
final class KeptSocket {
    private @Nullable Socket socket;

    Socket keep(Socket made) throws IOException {
        made.setTcpNoDelay(true);
        socket = made;
        return made;
    }

    /**
     * What is written here goes out at once, after whatever Angus wrote.
     *
     * @param timeout a write that takes longer closes the socket
     * @param timers runs the time out
     */
    WriteLimit output(Duration timeout, ScheduledExecutorService timers) throws IOException {
        if (socket == null) {
            throw new IOException("not connected");
        }
        return new WriteLimit(socket, timeout, timers);
    }
}
