package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.web.Studio.Proof;

/** Shows editions side by side as several readers would see them, and renews itself when a file is edited. */
public final class StudioPages implements Pages {
    /** The one page with a script: it asks for the version, and reloads. */
    private static final String WITH_SCRIPT = "default-src 'none'; style-src 'self'; script-src 'self';"
            + " connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** A mail is shown as strangers' HTML should be: in a box where nothing runs. */
    private static final String BOX = "sandbox allow-popups allow-popups-to-escape-sandbox;"
            + " default-src 'none'; style-src 'unsafe-inline'; img-src * data:";

    private static final Pattern DARK = Pattern.compile("\\(\\s*prefers-color-scheme\\s*:\\s*dark\\s*\\)");
    private static final String ALWAYS = "(min-width:0)";
    private static final String NEVER = "(max-width:0)";

    private final Studio studio;
    private final PageTemplates templates;

    public StudioPages(Studio studio, PageTemplates templates) {
        this.studio = studio;
        this.templates = templates;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", this::first);
        routes.get("/version", context -> plain(context, String.valueOf(studio.version())));
        routes.get("/studio.js", this::script);
        routes.get("/explain", this::explain);
        routes.get("/proof/{newsletter}", this::show);
        routes.get("/proof/{newsletter}/light", context -> frame(context, NEVER));
        routes.get("/proof/{newsletter}/dark", context -> frame(context, ALWAYS));
        routes.get(
                "/proof/{newsletter}/plain",
                context -> plain(context, proof(context).plain()));
        routes.get(
                "/proof/{newsletter}/source",
                context -> plain(context, proof(context).source()));
    }

    private void first(Context context) {
        String id =
                studio.newsletters().stream().findFirst().map(Studio.Title::id).orElseThrow(NotFoundResponse::new);
        context.redirect("/proof/" + id);
    }

    private void show(Context context) {
        Proof proof = proof(context);
        context.header("Content-Security-Policy", WITH_SCRIPT);
        templates.show(
                context,
                "studio",
                Locale.ENGLISH,
                Map.of(
                        "proof", proof,
                        "problem", proof.problem().orElse(""),
                        "newsletters", studio.newsletters(),
                        "path", context.path(),
                        "version", studio.version()));
    }

    /** Whether a page is dark is the browser's to say, so the mail's own question is answered for it. */
    private void frame(Context context, String answer) {
        context.header("Content-Security-Policy", BOX);
        String html = DARK.matcher(proof(context).html()).replaceAll(answer);
        // In the frame, a link of the mail would lead nowhere.
        PageTemplates.html(context, html.replaceFirst("<head>", "<head><base target=\"_blank\">"));
    }

    private void explain(Context context) {
        List<String> lines = Optional.ofNullable(context.queryParam("link"))
                .map(studio::explain)
                .orElse(List.of());
        if (lines.isEmpty()) {
            throw new NotFoundResponse();
        }
        plain(context, String.join("\n", lines) + "\n");
    }

    private void script(Context context) {
        context.contentType("text/javascript; charset=utf-8").result(templates.file("web/studio.js"));
    }

    private Proof proof(Context context) {
        return studio.proof(context.pathParam("newsletter")).orElseThrow(NotFoundResponse::new);
    }

    private static void plain(Context context, String text) {
        context.contentType("text/plain; charset=utf-8").result(text);
    }
}
