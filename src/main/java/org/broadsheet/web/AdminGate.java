package org.broadsheet.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.broadsheet.config.AdminAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the admin in, and nobody else: few tries for each client, the same work for a wrong name as for a wrong password,
 * and a cookie that no script and no other site can use.
 */
final class AdminGate {
    private static final Logger LOG = LoggerFactory.getLogger(AdminGate.class);
    private static final String COOKIE = "broadsheet-admin";
    private static final int TRIES = 5;
    private static final Duration TRY_COMES_BACK = Duration.ofSeconds(30);
    /** Each look at a password keeps a core busy. */
    private static final int LOOKS_AT_ONCE = 2;

    private final AdminAccess access;
    private final AdminSessions sessions;
    private final RateLimit limit;
    private final boolean secure;
    private final Semaphore looks = new Semaphore(LOOKS_AT_ONCE);

    /**
     * A gate.
     *
     * @param signingKey of the installation
     * @param secure whether the pages are reached over https, and the cookie must be
     */
    AdminGate(AdminAccess access, Supplier<byte[]> signingKey, boolean secure, Clock clock) {
        this.access = access;
        this.sessions = new AdminSessions(signingKey, access.passwordHash(), new SecureRandom(), clock);
        this.limit = new RateLimit(TRIES, TRY_COMES_BACK, clock);
        this.secure = secure;
    }

    /** The session that a request belongs to. */
    Optional<String> session(Context context) {
        return Optional.ofNullable(context.cookie(COOKIE)).filter(this::isOpen);
    }

    /** Whether a session was opened here, and is good still. */
    boolean isOpen(String session) {
        return sessions.isOpen(session);
    }

    /** What the forms of a session must send along. */
    String formToken(String session) {
        return sessions.formToken(session);
    }

    /**
     * The session of a form that was sent.
     *
     * @throws HttpResponseException 403 when it was not made for a session that is open
     */
    String requireForm(Context context) {
        String formToken = Form.of(context).line("form");
        return session(context)
                .filter(session -> sessions.isFormOf(session, formToken))
                .orElseThrow(() -> new HttpResponseException(403, "not from a page of ours"));
    }

    /**
     * Opens a session for whoever knows name and password.
     *
     * @return whether they were right
     * @throws HttpResponseException 429 after too many tries, 403 when another site sent the form
     */
    boolean logIn(Context context) {
        // Browsers say whose page sent a form; before there is a session, nothing else tells.
        String site = Optional.ofNullable(context.header("Sec-Fetch-Site")).orElse("none");
        if (!site.equals("same-origin") && !site.equals("none")) {
            throw new HttpResponseException(403, "not from a page of ours");
        }
        Form form = Form.of(context);
        boolean known = knows(context, form.line("username"), form.line("password"));
        if (known) {
            context.res().addHeader("Set-Cookie", cookie(sessions.open(), AdminSessions.LASTS));
        }
        return known;
    }

    /** Whether a name and a password are the admin's. */
    boolean knows(Context context, String username, String password) {
        String client = WebServer.client(context).network();
        if (!limit.allows(client) || !looks.tryAcquire()) {
            context.header("Retry-After", String.valueOf(limit.retryAfterSeconds()));
            throw new HttpResponseException(429, "too many tries");
        }
        try {
            boolean right = access.passwordHash().matches(password);
            boolean named = MessageDigest.isEqual(bytes(access.username()), bytes(username));
            if (!right || !named) {
                LOG.warn("a login to the admin's page from {} failed", client);
            }
            return right && named;
        } finally {
            looks.release();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Makes the browser forget its session. */
    void logOut(Context context) {
        context.res().addHeader("Set-Cookie", cookie("", Duration.ZERO));
    }

    private String cookie(String value, Duration lasts) {
        return COOKIE + "=" + value + "; Path=/; Max-Age=" + lasts.toSeconds() + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }
}
