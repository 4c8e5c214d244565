package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Schedule;
import org.broadsheet.edition.Marks;
import org.broadsheet.edition.StoredEdition;

/** The editions that were made, for everybody to read; nothing in them is of one reader. */
public final class ArchivePages implements Pages {
    /** The mail brings its own styles and the sources' pictures; nothing else may be loaded, and nothing may run. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src *; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'self'";

    private final Archive archive;
    private final PageTemplates templates;

    public ArchivePages(Archive archive, PageTemplates templates) {
        this.archive = archive;
        this.templates = templates;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/archive/{newsletter}", this::list);
        routes.get("/archive/{newsletter}/{edition}", this::show);
    }

    private void list(Context context) {
        Newsletter newsletter = newsletter(context);
        DateTimeFormatter date =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(newsletter.language());
        ZoneId zone = newsletter.schedule().map(Schedule::timeZone).orElse(ZoneOffset.UTC);
        List<EditionLine> editions = archive.newest(newsletter.id()).stream()
                .map(edition -> new EditionLine(
                        "/archive/" + newsletter.id() + "/" + edition.id(),
                        date.format(edition.madeAt().atZone(zone)),
                        edition.rendered().subject()))
                .toList();
        templates.show(
                context,
                "archive",
                newsletter.language(),
                Map.of("newsletter", newsletter.title(), "editions", editions));
    }

    /** An edition in the list. */
    public record EditionLine(String link, String date, String subject) {}

    private void show(Context context) {
        Newsletter newsletter = newsletter(context);
        StoredEdition edition =
                archive.find(context.pathParam("edition"), newsletter).orElseThrow(NotFoundResponse::new);
        Marks marks = Marks.of(edition.id());
        context.header("Content-Security-Policy", POLICY).header("X-Robots-Tag", "noindex");
        String html = edition.rendered()
                .html()
                .replace(marks.address(), "…")
                .replace(marks.unsubscribe(), "/archive/" + newsletter.id());
        PageTemplates.html(context, html);
    }

    private Newsletter newsletter(Context context) {
        return archive.newsletter(context.pathParam("newsletter")).orElseThrow(NotFoundResponse::new);
    }
}
