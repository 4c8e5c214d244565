package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.broadsheet.Failure;
import org.broadsheet.config.AdminAccess;

/** How everything stands, for the admin alone. Changes nothing; the one thing it does is to send a test mail. */
public final class AdminPages implements Pages {
    /** A mail is shown as strangers' HTML should be: in a box where nothing runs. */
    private static final String BOX = "sandbox allow-popups allow-popups-to-escape-sandbox;"
            + " default-src 'none'; style-src 'unsafe-inline'; img-src * data:";

    private static final int TESTS = 5;
    private static final Duration TEST_COMES_BACK = Duration.ofSeconds(20);

    private final Admin admin;
    private final PageTemplates templates;
    private final AdminGate gate;
    private final RateLimit tests;

    /**
     * The pages of an admin.
     *
     * @param signingKey of the installation
     * @param secure whether the pages are reached over https
     */
    public AdminPages(
            Admin admin,
            PageTemplates templates,
            AdminAccess access,
            Supplier<byte[]> signingKey,
            boolean secure,
            Clock clock) {
        this.admin = admin;
        this.templates = templates;
        this.gate = new AdminGate(access, signingKey, secure, clock);
        this.tests = new RateLimit(TESTS, TEST_COMES_BACK, clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/admin", this::show);
        routes.get("/admin/login", context -> login(context, false));
        routes.post("/admin/login", this::logIn);
        routes.post("/admin/logout", this::logOut);
        routes.get("/admin/preview/{newsletter}", this::preview);
        routes.get("/admin/preview/{newsletter}/mail", this::mail);
        routes.post("/admin/test/{newsletter}", this::test);
    }

    /** The gate, for what else is the admin's alone. */
    AdminGate gate() {
        return gate;
    }

    private void login(Context context, boolean wrong) {
        templates.show(context, "admin-login", language(context), Map.of("wrong", wrong));
    }

    private void logIn(Context context) {
        if (gate.logIn(context)) {
            context.redirect("/admin", HttpStatus.SEE_OTHER);
        } else {
            context.status(HttpStatus.FORBIDDEN);
            login(context, true);
        }
    }

    private void logOut(Context context) {
        gate.requireForm(context);
        gate.logOut(context);
        context.redirect("/admin/login", HttpStatus.SEE_OTHER);
    }

    private void show(Context context) {
        gate.session(context)
                .ifPresentOrElse(
                        session -> show(context, session, "", ""),
                        () -> context.redirect("/admin/login", HttpStatus.SEE_OTHER));
    }

    private void show(Context context, String session, String sentTo, String problem) {
        Locale language = language(context);
        Map<String, Object> variables = new HashMap<>();
        variables.put("view", AdminView.of(admin.overview(), templates.words(language)));
        variables.put("form", gate.formToken(session));
        variables.put("sentTo", sentTo);
        variables.put("problem", problem);
        variables.put("testAddress", admin.testAddress().text());
        templates.show(context, "admin", language, variables);
    }

    private void preview(Context context) {
        if (gate.session(context).isEmpty()) {
            context.redirect("/admin/login", HttpStatus.SEE_OTHER);
            return;
        }
        String title = admin.overview().newsletters().stream()
                .filter(line -> line.id().equals(context.pathParam("newsletter")))
                .map(AdminOverview.NewsletterLine::title)
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
        templates.show(
                context,
                "admin-preview",
                language(context),
                Map.of("newsletter", title, "mail", context.path() + "/mail"));
    }

    private void mail(Context context) {
        if (gate.session(context).isEmpty()) {
            throw new NotFoundResponse();
        }
        String html = admin.preview(context.pathParam("newsletter")).orElseThrow(NotFoundResponse::new);
        context.header("Content-Security-Policy", BOX);
        // In the frame, a link of the mail would lead nowhere.
        PageTemplates.html(context, html.replaceFirst("<head>", "<head><base target=\"_blank\">"));
    }

    private void test(Context context) {
        String session = gate.requireForm(context);
        if (!tests.allows("")) {
            context.header("Retry-After", String.valueOf(tests.retryAfterSeconds()));
            throw new HttpResponseException(429, "too many tests");
        }
        try {
            if (!admin.sendTest(context.pathParam("newsletter"))) {
                throw new NotFoundResponse();
            }
            show(context, session, admin.testAddress().text(), "");
        } catch (Failure failure) {
            context.status(HttpStatus.BAD_GATEWAY);
            show(context, session, "", String.valueOf(failure.getMessage()));
        }
    }

    private Locale language(Context context) {
        return PageLanguage.of(context, templates.languages(), Locale.ENGLISH);
    }
}
