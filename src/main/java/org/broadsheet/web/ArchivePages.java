package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import org.broadsheet.config.Installation.Web;
import org.broadsheet.config.Newsletter;
import org.broadsheet.edition.EditionAddress;
import org.broadsheet.edition.StoredEdition;
import org.broadsheet.edition.Week;

/** The editions and round-ups that were made, for everybody to read; nothing in them is of one reader. */
public final class ArchivePages implements Pages {
    /** The mail brings its own styles and the sources' pictures; nothing else may be loaded, and nothing may run. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src *; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'self'";

    private final Archive archive;
    private final PageTemplates templates;
    private final String web;
    private final boolean indexed;

    /**
     * The pages of an archive.
     *
     * @param web how readers reach the pages, and whether search engines may list them
     */
    public ArchivePages(Archive archive, PageTemplates templates, Web web) {
        this.archive = archive;
        this.templates = templates;
        this.web = web.url().toString();
        this.indexed = web.indexed();
    }

    @Override
    public void addTo(RoutesConfig routes) {
        if (indexed) {
            routes.before("/archive/*", context -> context.header("X-Robots-Tag", "all"));
        }
        routes.get("/archive/{newsletter}", this::list);
        routes.get("/archive/{newsletter}/feed.xml", this::feed);
        routes.get("/archive/{newsletter}/{due}", this::show);
    }

    private void list(Context context) {
        Newsletter newsletter = newsletter(context);
        DateTimeFormatter date =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(newsletter.language());
        templates.show(
                context,
                "archive",
                newsletter.language(),
                newsletter.look().accent(),
                Map.of(
                        "newsletter",
                        newsletter.title(),
                        "subscribe",
                        "/subscribe/" + newsletter.id(),
                        "feed",
                        "/archive/" + newsletter.id() + "/feed.xml",
                        "editions",
                        lines(newsletter, "", date.withZone(newsletter.timeZone()))));
    }

    private void feed(Context context) {
        Newsletter newsletter = newsletter(context);
        // A round-up tells nothing that an edition did not tell: a feed reader would show it twice.
        List<EditionLine> editions = lines(newsletter, web, DateTimeFormatter.ISO_INSTANT).stream()
                .filter(line -> !line.roundUp())
                .toList();
        String updated =
                editions.isEmpty() ? Instant.EPOCH.toString() : editions.get(0).date();
        Map<String, Object> variables = Map.of(
                "newsletter",
                newsletter.title(),
                "address",
                web + "/archive/" + newsletter.id(),
                "updated",
                updated,
                "editions",
                editions);
        context.contentType("application/atom+xml; charset=utf-8")
                .result(templates.render("web/feed.xml", newsletter.language(), variables));
    }

    private List<EditionLine> lines(Newsletter newsletter, String before, DateTimeFormatter date) {
        return archive.newest(newsletter.id()).stream()
                .map(edition -> new EditionLine(
                        before
                                + EditionAddress.path(
                                        newsletter.id(), edition.scheduledFor(), edition.week(), newsletter.timeZone()),
                        date.format(edition.madeAt()),
                        edition.rendered().subject(),
                        edition.week().isPresent()))
                .toList();
    }

    /**
     * An edition in a list.
     *
     * @param date when it was made, as it is shown there
     * @param roundUp whether it is the best of a week
     */
    public record EditionLine(String link, String date, String subject, boolean roundUp) {}

    private void show(Context context) {
        Newsletter newsletter = newsletter(context);
        String due = context.pathParam("due");
        StoredEdition edition = Week.parse(due)
                .map(week -> archive.find(newsletter, week))
                .orElseGet(() -> EditionAddress.parse(due, newsletter.timeZone())
                        .flatMap(span -> archive.find(newsletter, span)))
                .orElseThrow(NotFoundResponse::new);
        context.header("Content-Security-Policy", POLICY);
        PageTemplates.html(context, archive.page(edition));
    }

    private Newsletter newsletter(Context context) {
        return archive.newsletter(context.pathParam("newsletter")).orElseThrow(NotFoundResponse::new);
    }
}
