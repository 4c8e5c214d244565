package org.broadsheet.delivery;

import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.broadsheet.config.Installation.Smtp;

/** Why a connection could not be made, told so that an admin knows what to do. */
record ConnectTrouble(String what, String remedy) {
    private static final String SERVER_REMEDY = "check that it runs, and smtp.host and smtp.port";

    static ConnectTrouble of(MessagingException e, SmtpReply reply, Smtp smtp) {
        Throwable root = root(e);
        if (root instanceof UnknownHostException) {
            return new ConnectTrouble("there is no host of that name", "check smtp.host");
        }
        if (root instanceof ConnectException) {
            return new ConnectTrouble("cannot be reached: " + root.getMessage(), SERVER_REMEDY);
        }
        if (root instanceof SocketTimeoutException) {
            return new ConnectTrouble("no answer within " + smtp.timeout().toSeconds() + " s", SERVER_REMEDY);
        }
        return hasTlsCause(e) ? tls(root, smtp) : ofDialogue(e, reply, root);
    }

    private static ConnectTrouble tls(Throwable root, Smtp smtp) {
        return new ConnectTrouble(
                "TLS failed: " + root.getMessage(),
                "check the server's certificate, and that smtp.security ("
                        + smtp.security().name().toLowerCase(java.util.Locale.ROOT) + ") fits smtp.port");
    }

    private static ConnectTrouble ofDialogue(MessagingException e, SmtpReply reply, Throwable root) {
        if (String.valueOf(e.getMessage()).startsWith("STARTTLS is required")) {
            return new ConnectTrouble(
                    "offers no STARTTLS, and nothing is sent unprotected",
                    "check smtp.port, or set smtp.security to what the server offers");
        }
        if (root != e) {
            return new ConnectTrouble("the connection failed: " + root.getMessage(), SERVER_REMEDY);
        }
        String remedy = reply.isClosing() || reply.isTransient()
                ? "try again later, or lower smtp.connections"
                : "see the server's log, and check smtp.host and smtp.port";
        return new ConnectTrouble("takes no connection: " + reply.shown(), remedy);
    }

    private static Throwable root(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean hasTlsCause(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return true;
            }
        }
        return false;
    }

    String message(String server) {
        return "mail server " + server + ": " + what + "; " + remedy;
    }
}
