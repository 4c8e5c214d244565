package org.broadsheet.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in one line what went wrong with a fetch; what a server sent never adds a line or a colour to it. */
final class HttpProblem {
    static final String TOO_MANY_REDIRECTS = "Too many redirects";

    private static final int LONGEST = 200;

    private final URI url;
    private final Duration timeout;

    HttpProblem(URI url, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
    }

    /** That the time is over. */
    String late() {
        return "not finished within " + timeout.toSeconds() + " s (fetch.timeout)";
    }

    /** Why there is no answer. */
    String reason(IOException e) {
        return known(e).orElseGet(() -> "the connection broke: " + oneLine(e));
    }

    private Optional<String> known(IOException e) {
        if (e instanceof GuardedSocketFactory.PrivateAddressException) {
            return Optional.of(oneLine(e));
        }
        if (e instanceof UnknownHostException) {
            return Optional.of("the host " + url.getHost() + " is not known");
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return Optional.of("no connection to " + url.getAuthority());
        }
        if (causes(e).anyMatch(InterruptedIOException.class::isInstance)) {
            return Optional.of(late());
        }
        if (e instanceof SSLException) {
            return Optional.of("no secure connection: " + oneLine(e));
        }
        return e instanceof ProtocolException ? Optional.of(notProper(e)) : brokenOff(e);
    }

    /** Decoders and readers wrap what stopped them. */
    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(10);
    }

    private static String notProper(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.equals(TOO_MANY_REDIRECTS) || message.startsWith("Too many follow-up")
                ? "it redirects without end"
                : "not proper HTTP: " + oneLine(e);
    }

    private static Optional<String> brokenOff(IOException e) {
        return causes(e)
                .filter(EOFException.class::isInstance)
                .map(end -> String.valueOf(end.getMessage()).startsWith("\\n not found")
                        ? "not proper HTTP: its headers break off, or do not end"
                        : "the server hung up in the middle of its answer")
                .findFirst();
    }

    private static String oneLine(IOException e) {
        String text = String.valueOf(e.getMessage()).replaceAll("\\p{C}+", " ").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
