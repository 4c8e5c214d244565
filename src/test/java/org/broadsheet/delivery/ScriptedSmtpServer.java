package org.broadsheet.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** An SMTP server on the loopback that misbehaves as told, mail by mail. */
public final class ScriptedSmtpServer implements AutoCloseable {

    /** What happens to one mail. */
    public enum Fault {
        NONE,
        MAIL_550,
        MAIL_421,
        MAIL_451,
        RCPT_550,
        RCPT_450,
        RCPT_421,
        RCPT_DENIED,
        DATA_554,
        DATA_452,
        DROP_IN_DATA,
        STALL_IN_DATA,
        DROP_BEFORE_TAKING,
        DROP_AFTER_TAKING,
        STALL_AFTER_TAKING,
        GARBAGE_AFTER_TAKING
    }

    /**
     * Decides by recipient, and by how often that one was tried before; at MAIL, where the recipient is not known yet, it
     * is {@code *}, and the number is that of the connection's earlier mails.
     */
    @FunctionalInterface
    public interface Script {
        Fault fault(String recipient, int earlierTries);
    }

    /** How it treats connections. */
    public enum Door {
        OPEN,
        CLOSES,
        TURNS_AWAY,
        REFUSES_LOGIN,
        ECHOES_LOGIN,
        WANTS_LOGIN
    }

    public record Taken(String recipient, String sender, String content) {}

    private final ServerSocket listener;
    private final Script script;
    private final Door door;
    private final int mostConnections;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger handshakes = new AtomicInteger();
    private volatile Optional<SSLContext> startTls = Optional.empty();
    private volatile boolean tlsFirst;
    private volatile boolean together = true;
    private volatile boolean breaksTls;
    private volatile boolean takesUtf8;
    private volatile String logInBy = "PLAIN";
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private volatile int largest = 1_000_000;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger seenTogether = new AtomicInteger();
    private final AtomicInteger announcements = new AtomicInteger();
    private volatile Consumer<Taken> onTaken = mail -> {};

    public ScriptedSmtpServer(Script script) {
        this(script, Door.OPEN, Integer.MAX_VALUE);
    }

    public ScriptedSmtpServer(Script script, Door door, int mostConnections) {
        this.script = script;
        this.door = door;
        this.mostConnections = mostConnections;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("smtp-listener", this::listen);
    }

    public static ScriptedSmtpServer sound() {
        return new ScriptedSmtpServer((recipient, tries) -> Fault.NONE);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** The mails it took, in order. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    public List<String> recipients() {
        return taken.stream().map(Taken::recipient).toList();
    }

    int connections() {
        return connections.get();
    }

    void onTaken(Consumer<Taken> listening) {
        onTaken = listening;
    }

    /** Offers PIPELINING. */
    ScriptedSmtpServer takingCommandsTogether(boolean offered) {
        together = offered;
        return this;
    }

    /** Offers SMTPUTF8. */
    ScriptedSmtpServer takingUtf8() {
        takesUtf8 = true;
        return this;
    }

    boolean takesUtf8() {
        return takesUtf8;
    }

    /** Offers SIZE with that limit. */
    ScriptedSmtpServer takingUpTo(int bytes) {
        largest = bytes;
        return this;
    }

    int largest() {
        return largest;
    }

    /** Offers AUTH with that mechanism, where its door wants a login at all. */
    ScriptedSmtpServer loggingInBy(String mechanism) {
        logInBy = mechanism;
        return this;
    }

    String logInBy() {
        return logInBy;
    }

    void sawLogin(String line) {
        logins.add(line);
    }

    /** The AUTH commands it got. */
    List<String> logins() {
        return List.copyOf(logins);
    }

    void sawCommandsTogether() {
        seenTogether.incrementAndGet();
    }

    /** How many mails came with all their commands in one go. */
    int seenTogether() {
        return seenTogether.get();
    }

    void sawAnnouncement() {
        announcements.incrementAndGet();
    }

    /** How many mails came with the envelope of the next one. */
    int announcements() {
        return announcements.get();
    }

    boolean takesCommandsTogether() {
        return together;
    }

    /** Offers STARTTLS with that certificate. */
    ScriptedSmtpServer offeringStartTls(SSLContext tls) {
        startTls = Optional.of(tls);
        return this;
    }

    /** Speaks TLS from the first byte. */
    ScriptedSmtpServer speakingTls(SSLContext tls) {
        tlsFirst = true;
        return offeringStartTls(tls);
    }

    /** Every other handshake of TLS is broken off, the first one among them. */
    ScriptedSmtpServer breakingEveryOtherHandshake() {
        breaksTls = true;
        return this;
    }

    boolean breaksHandshake() {
        return breaksTls && handshakes.getAndIncrement() % 2 == 0;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                connections.incrementAndGet();
                start("smtp-dialogue", () -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new ScriptedDialogue(this, socket).run();
        } catch (SocketException | SSLException e) {
            // The client went away, or this server was closed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.remove(socket);
        }
    }

    /** Holds a connection without reading from it, until this server is closed. */
    boolean awaitClose() throws IOException {
        try {
            closed.await();
            return false;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Door door() {
        return door;
    }

    boolean isOvercrowded() {
        return sockets.size() > mostConnections;
    }

    Optional<SSLContext> tls() {
        return startTls;
    }

    boolean speaksTlsFirst() {
        return tlsFirst;
    }

    Fault faultAtMail(int earlierMails) {
        return script.fault("*", earlierMails);
    }

    Fault faultAtRcpt(String recipient) {
        return script.fault(
                recipient,
                tries.computeIfAbsent(recipient, some -> new AtomicInteger()).getAndIncrement());
    }

    void take(Taken mail) {
        taken.add(mail);
        onTaken.accept(mail);
    }
}
