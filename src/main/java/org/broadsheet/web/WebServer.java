package org.broadsheet.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.broadsheet.Failure;
import org.broadsheet.config.Installation.Web;
import org.broadsheet.config.ListenAddress;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves pages, to anybody, so it trusts nobody: small bodies, few requests a second, no scripts, no word too much. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int CONNECTIONS = 2000;
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final int FRAMING = 64;
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);
    private static final String CLIENT = "client";
    private static final String LEAVING = "/u/";
    private static final int BURST = 200;
    private static final Duration REFILL = Duration.ofMillis(100);

    /** No scripts at all; nothing from elsewhere; in nobody's frame but ours. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    private final Door door;
    private final PageTemplates templates;
    private final RateLimit limit;
    private final Javalin server;

    /**
     * Starts serving to this machine alone.
     *
     * @param listen where; port 0 takes a free one
     * @throws Failure when the address is taken
     */
    public WebServer(ListenAddress listen, PageTemplates templates, List<Pages> pages, Clock clock) {
        this(new Door(listen, List.of(), false), templates, pages, clock);
    }

    /**
     * Starts serving to everybody, as configured.
     *
     * @throws Failure when the address is taken
     */
    public WebServer(Web web, PageTemplates templates, List<Pages> pages, Clock clock) {
        this(Door.of(web), templates, pages, clock);
    }

    private WebServer(Door door, PageTemplates templates, List<Pages> pages, Clock clock) {
        this.door = door;
        this.templates = templates;
        this.limit = new RateLimit(BURST, REFILL, clock);
        this.server = Javalin.create(config -> {
            configure(config, door.listen());
            config.routes.before(this::guard);
            pages.forEach(group -> group.addTo(config.routes));
            config.routes.get("/health/live", context -> context.result("ok"));
            config.routes.get("/style.css", this::style);
            config.routes.get(AccentStyle.ROUTE, AccentStyle::answer);
            answerProblems(config.routes);
        });
        start(door.listen());
    }

    private static void configure(JavalinConfig config, ListenAddress listen) {
        config.jetty.host = listen.host();
        config.jetty.port = listen.port();
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setIdleTimeout(IDLE.toMillis());
        });
        config.jetty.modifyServer(server -> {
            server.setHandler(new GracefulHandler(wholeBodies()));
            server.setStopTimeout(LAST_ANSWERS.toMillis());
            server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
        });
        config.http.maxRequestSize = Form.LARGEST;
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
    }

    /** A body that drips keeps no thread waiting: a page is made once all of it is there, or more than is read anyway. */
    private static Handler.Wrapper wholeBodies() {
        return new EagerContentHandler(new RetainedContentLoaderFactory(2L * Form.LARGEST, FRAMING, false));
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
        Client client = Client.of(context, door.proxies());
        context.attribute(CLIENT, client);
        if (door.encrypted() && (client.secure() || context.header("X-Forwarded-Proto") == null)) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header("Cache-Control", "no-store");
        // A provider of mailboxes unsubscribes all its readers from a few addresses, and none of them may be turned
        // away.
        boolean leaving = context.path().startsWith(LEAVING);
        if (!leaving && !limit.allows(client.machine())) {
            context.header("Retry-After", String.valueOf(limit.retryAfterSeconds()));
            throw new HttpResponseException(429, "too many requests");
        }
        if (context.contentLength() > Form.LARGEST) {
            throw new ContentTooLargeResponse();
        }
    }

    /** Who sent a request. */
    static Client client(Context context) {
        return Objects.requireNonNull(context.attribute(CLIENT), "set before all else");
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
            case 403 -> "web-not-here";
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

    /** Lets the requests under way finish, within a few seconds. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (JavalinException e) {
            LOG.warn("not every request under way could be finished: {}", String.valueOf(e.getCause()));
        }
    }
}
