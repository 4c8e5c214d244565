package org.broadsheet.delivery.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Locale;

/** One connection to a {@link FaultServer}. */
final class FaultDialogue {
    private final FaultServer server;
    private final InputStream in;
    private final OutputStream out;
    private String recipient = "";
    private Fault fault = Fault.NONE;

    FaultDialogue(FaultServer server, Socket socket) throws IOException {
        this.server = server;
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    void run() throws IOException {
        say("220 faulty");
        boolean open = true;
        while (open) {
            open = answer(line());
        }
        out.flush();
    }

    /** Commands that came together are answered together (RFC 2920). */
    private void say(String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(US_ASCII));
        if (in.available() == 0) {
            out.flush();
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = next(); octet != '\n'; octet = next()) {
            line.write(octet);
        }
        return line.toString(UTF_8).strip();
    }

    private int next() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException();
        }
        return octet;
    }

    /** False ends the connection. */
    private boolean answer(String line) throws IOException {
        switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
            case "EHLO" -> say("250-faulty\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8");
            case "RCPT" -> rcpt(line);
            case "DATA" -> {
                return data();
            }
            case "QUIT" -> {
                say("221 bye");
                return false;
            }
            default -> say("250 ok");
        }
        return true;
    }

    private void rcpt(String line) throws IOException {
        recipient = line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
        fault = server.fault(recipient);
        switch (fault) {
            case REFUSED -> {
                server.reception(recipient).refuse();
                say("550 5.1.1 no such user");
            }
            case GREYLISTED -> say("450 4.2.0 greylisted");
            default -> say("250 ok");
        }
    }

    private boolean data() throws IOException {
        if (fault == Fault.REFUSED || fault == Fault.GREYLISTED) {
            say("554 5.5.1 no valid recipients");
            return true;
        }
        say("354 go on");
        if (fault == Fault.CUT_IN_DATA) {
            line();
            return false;
        }
        boolean whole = mail();
        return switch (fault) {
            case CUT_BEFORE_TAKING -> false;
            case STALL -> stall();
            case DEFERRED -> answered("451 4.3.0 later");
            default -> taken(whole);
        };
    }

    private boolean taken(boolean whole) throws IOException {
        server.take(recipient, fault.leavesInDoubt(), whole);
        return fault != Fault.CUT_AFTER_TAKING && answered(fault == Fault.GARBAGE ? "xyzzy" : "250 2.0.0 taken");
    }

    private boolean answered(String reply) throws IOException {
        say(reply);
        return true;
    }

    /** Waits until the sender has had enough. */
    private boolean stall() throws IOException {
        return in.read() >= 0 && stall();
    }

    /** Reads a mail to its end; whether its last line closes the outermost part, as that of every digest does. */
    private boolean mail() throws IOException {
        String last = "";
        String line = line();
        while (!line.equals(".")) {
            last = line;
            line = line();
        }
        return last.startsWith("--") && last.endsWith("--");
    }
}
