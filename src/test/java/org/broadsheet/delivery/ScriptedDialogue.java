package org.broadsheet.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.broadsheet.delivery.ScriptedSmtpServer.Door;
import org.broadsheet.delivery.ScriptedSmtpServer.Fault;
import org.broadsheet.delivery.ScriptedSmtpServer.Taken;

/** One connection to a {@link ScriptedSmtpServer}. */
final class ScriptedDialogue {
    private final ScriptedSmtpServer server;
    private Socket socket;
    private BufferedReader in;
    private OutputStream out;
    private String sender = "";
    private Fault mailFault = Fault.NONE;
    private String recipient = "";
    private int mails;
    private boolean begun;
    private boolean addressed;

    ScriptedDialogue(ScriptedSmtpServer server, Socket socket) throws IOException {
        this.server = server;
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        this.out = socket.getOutputStream();
    }

    private void say(String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    void run() throws IOException {
        if (server.door() == Door.CLOSES) {
            return;
        }
        if (server.door() == Door.TURNS_AWAY || server.isOvercrowded()) {
            say("421 too many connections");
            return;
        }
        if (server.speaksTlsFirst()) {
            protect();
        }
        say("220 scripted");
        String line = in.readLine();
        while (line != null && answer(line)) {
            line = in.readLine();
        }
    }

    /** Answers one command; false ends the connection. */
    private boolean answer(String line) throws IOException {
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO" -> say(greeting());
            case "STARTTLS" -> {
                say("220 go on");
                protect();
            }
            case "AUTH" -> login(line);
            case "MAIL" -> say(mail(line));
            case "RCPT" -> {
                return rcpt(line);
            }
            case "DATA" -> {
                return data();
            }
            case "RSET" -> say("250 reset");
            case "QUIT" -> {
                say("221 bye");
                return false;
            }
            default -> say("500 what?");
        }
        return true;
    }

    private String greeting() {
        if (server.tls().isPresent() && !(socket instanceof SSLSocket)) {
            return "250-scripted\r\n250 STARTTLS";
        }
        return "250-scripted\r\n"
                + (server.takesCommandsTogether() ? "250-PIPELINING\r\n" : "")
                + (server.takesUtf8() ? "250-8BITMIME\r\n250-SMTPUTF8\r\n" : "")
                + (server.door() == Door.OPEN ? "250 SIZE " + server.largest() : "250 AUTH " + server.logInBy());
    }

    private void protect() throws IOException {
        if (server.breaksHandshake()) {
            throw new SSLException("broken off, as told");
        }
        SSLSocketFactory factory = server.tls().orElseThrow().getSocketFactory();
        SSLSocket secured = (SSLSocket) factory.createSocket(socket, "localhost", socket.getPort(), true);
        secured.setUseClientMode(false);
        socket = secured;
        in = new BufferedReader(new InputStreamReader(secured.getInputStream(), StandardCharsets.ISO_8859_1));
        out = secured.getOutputStream();
    }

    private void login(String line) throws IOException {
        server.sawLogin(line);
        switch (server.door()) {
            case REFUSES_LOGIN -> say("535 5.7.8 wrong");
            case ECHOES_LOGIN ->
                say("535 no such pair: "
                        + new String(
                                        java.util.Base64.getDecoder().decode(line.split(" ", 3)[2]),
                                        StandardCharsets.UTF_8)
                                .replace('\0', ' '));
            default -> say("235 welcome");
        }
    }

    private String mail(String line) throws IOException {
        sender = line;
        if (in.ready()) {
            server.sawCommandsTogether();
        }
        begun = false;
        addressed = false;
        if (server.door() == Door.WANTS_LOGIN) {
            return "530 5.7.0 Authentication required";
        }
        mailFault = server.faultAtMail(mails++);
        begun = mailFault != Fault.MAIL_550 && mailFault != Fault.MAIL_421 && mailFault != Fault.MAIL_451;
        return switch (mailFault) {
            case MAIL_550 -> "550 sender not allowed";
            case MAIL_421 -> "421 too many mails on this connection";
            case MAIL_451 -> "451 later";
            default -> "250 ok";
        };
    }

    private static String utf8(String line) {
        return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private boolean rcpt(String line) throws IOException {
        if (!begun) {
            say("503 MAIL first");
            return true;
        }
        recipient = utf8(line).replaceAll("(?i)RCPT TO:<(.*?)>.*", "$1");
        mailFault = server.faultAtRcpt(recipient);
        switch (mailFault) {
            case RCPT_550 -> say("550 5.1.1 no such user");
            case RCPT_450 -> say("450 4.2.0 greylisted");
            case RCPT_DENIED -> say("554 5.7.1 <" + recipient + ">: Relay access denied");
            case RCPT_421 -> {
                say("421 going down");
                return false;
            }
            default -> {
                addressed = true;
                say("250 ok");
            }
        }
        return true;
    }

    private boolean data() throws IOException {
        say("354 go on");
        if (mailFault == Fault.STALL_IN_DATA) {
            return server.awaitClose();
        }
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false;
            }
            lines.add(line.startsWith("..") ? line.substring(1) : line);
            if (mailFault == Fault.DROP_IN_DATA) {
                return false;
            }
        }
        return reply(String.join("\r\n", lines));
    }

    private boolean reply(String content) throws IOException {
        if (!addressed) {
            // A server may take DATA that went out along with a recipient it refused (RFC 2920 section 3.1).
            say("554 no valid recipients");
            return true;
        }
        addressed = false;
        Optional<String> refusal = switch (mailFault) {
            case DATA_554 -> Optional.of("554 5.6.0 we do not like it");
            case DATA_452 -> Optional.of("452 4.3.1 disk full");
            default -> Optional.empty();
        };
        if (refusal.isPresent()) {
            say(refusal.get());
            return true;
        }
        if (mailFault == Fault.DROP_BEFORE_TAKING) {
            return false;
        }
        Taken mail = new Taken(recipient, sender, content);
        server.take(mail);
        return acknowledge();
    }

    private boolean acknowledge() throws IOException {
        if (in.ready()) {
            server.sawAnnouncement();
        }
        switch (mailFault) {
            case DROP_AFTER_TAKING -> {
                return false;
            }
            case STALL_AFTER_TAKING -> {
                return in.transferTo(Writer.nullWriter()) < 0;
            }
            case GARBAGE_AFTER_TAKING -> say("xyzzy");
            default -> say("250 2.0.0 taken");
        }
        return true;
    }
}
