package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.security.BasicAuthCredentials;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The figures for Prometheus at {@code /metrics}: for the admin alone, or on a port of their own for whoever reaches it. */
public final class MetricsPages implements Pages {
    private final Metrics metrics;
    private final @Nullable AdminGate gate;
    private final Remembered remembered = new Remembered();

    private MetricsPages(Metrics metrics, @Nullable AdminGate gate) {
        this.metrics = metrics;
        this.gate = gate;
    }

    /** For whoever has the admin's session, name and password (HTTP Basic, RFC 7617). */
    public static MetricsPages forAdmin(Metrics metrics, AdminPages admin) {
        return new MetricsPages(metrics, admin.gate());
    }

    /** For everybody. */
    public static MetricsPages open(Metrics metrics) {
        return new MetricsPages(metrics, null);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/metrics", this::show);
    }

    private void show(Context context) {
        if (gate != null && gate.session(context).isEmpty()) {
            requirePassword(context, gate);
        }
        Metrics.Exposition exposition =
                metrics.exposition(Optional.ofNullable(context.header("Accept")).orElse(""));
        context.contentType(exposition.contentType()).result(exposition.text());
    }

    private void requirePassword(Context context, AdminGate gate) {
        BasicAuthCredentials given = context.basicAuthCredentials();
        String header = Optional.ofNullable(context.header("Authorization")).orElse("");
        if (given == null
                || !(remembered.is(header) || gate.knows(context, given.getUsername(), given.getPassword()))) {
            context.header("WWW-Authenticate", "Basic realm=\"metrics\", charset=\"UTF-8\"");
            throw new HttpResponseException(401, "for the admin alone");
        }
        remembered.set(header);
    }

    /** A scraper comes every few seconds, and looking at a password costs a third of one; so the last right one is known by a keyed hash. */
    private static final class Remembered {
        private final byte[] key = new byte[32];
        private volatile byte[] last = new byte[0];

        Remembered() {
            new SecureRandom().nextBytes(key);
        }

        boolean is(String header) {
            return MessageDigest.isEqual(last, hash(header));
        }

        void set(String header) {
            last = hash(header);
        }

        private byte[] hash(String header) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(header.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException | InvalidKeyException e) {
                throw new IllegalStateException("every Java platform has HmacSHA256", e);
            }
        }
    }
}
