package org.broadsheet.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.broadsheet.Failure;
import org.broadsheet.config.ListenAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves pages, to anybody, so it trusts nobody: small bodies, few requests a second, no scripts, no word too much. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final long LARGEST_BODY = 16_000;
    private static final int BURST = 200;
    private static final Duration REFILL = Duration.ofMillis(100);

    /** No scripts at all; nothing from elsewhere; in nobody's frame but ours. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    private final PageTemplates templates;
    private final RateLimit limit;
    private final Javalin server;

    /**
     * Starts serving.
     *
     * @param listen where; port 0 takes a free one
     * @throws Failure when the address is taken
     */
    public WebServer(ListenAddress listen, PageTemplates templates, List<Pages> pages, Clock clock) {
        this.templates = templates;
        this.limit = new RateLimit(BURST, REFILL, clock);
        this.server = Javalin.create(config -> {
            configure(config, listen);
            config.routes.before(this::guard);
            pages.forEach(group -> group.addTo(config.routes));
            config.routes.get("/health/live", context -> context.result("ok"));
            config.routes.get("/style.css", this::style);
            answerProblems(config.routes);
        });
        start(listen);
    }

    private static void configure(JavalinConfig config, ListenAddress listen) {
        config.jetty.host = listen.host();
        config.jetty.port = listen.port();
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.http.maxRequestSize = LARGEST_BODY;
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
    }

    private void start(ListenAddress listen) {
        try {
            server.start();
        } catch (JavalinBindException e) {
            throw new Failure(
                    "the web server cannot listen on " + listen + " (" + e.getMessage()
                            + "); end what listens there, or change web.listen in broadsheet.yml",
                    e);
        }
    }

    private void guard(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
        if (!limit.allows(client(context))) {
            context.header("Retry-After", String.valueOf(limit.retryAfterSeconds()));
            throw new HttpResponseException(429, "too many requests");
        }
        if (context.contentLength() > LARGEST_BODY) {
            throw new ContentTooLargeResponse();
        }
    }

    /** Behind a proxy on this machine, the address that the proxy saw; of anybody else, such a header is not believed. */
    static String client(Context context) {
        String forwarded = context.header("X-Forwarded-For");
        boolean fromProxy = context.ip().equals("127.0.0.1") || context.ip().equals("[0:0:0:0:0:0:0:1]");
        return fromProxy && forwarded != null
                ? forwarded.substring(forwarded.lastIndexOf(',') + 1).strip()
                : context.ip();
    }

    private void style(Context context) {
        context.contentType("text/css; charset=utf-8")
                .header("Cache-Control", "max-age=3600")
                .result(templates.file("web/style.css"));
    }

    private void answerProblems(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (e, context) -> problem(context, e.getStatus()));
        routes.exception(Exception.class, (e, context) -> {
            // Not the path: it may hold a reader's token.
            LOG.error("a {} request failed", context.method(), e);
            problem(context, 500);
        });
        routes.error(404, context -> problem(context, 404));
    }

    private void problem(Context context, int status) {
        String text = switch (status) {
            case 403 -> "web-refused";
            case 404 -> "web-not-found";
            case 413 -> "web-too-large";
            case 429 -> "web-too-many";
            default -> status < 500 ? "web-not-understood" : "web-broken";
        };
        templates.showProblem(context, status, text);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Lets the requests under way finish. */
    @Override
    public void close() {
        server.stop();
    }
}
