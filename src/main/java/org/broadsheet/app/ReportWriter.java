package org.broadsheet.app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Installation;
import org.broadsheet.config.Newsletter;
import org.broadsheet.config.Topic;
import org.broadsheet.delivery.DeliveryState;
import org.broadsheet.delivery.LedgerCounts;
import org.broadsheet.edition.EditionFiguresStore;
import org.broadsheet.edition.EditionFiguresStore.EditionFigures;
import org.broadsheet.edition.Templates;
import org.broadsheet.edition.TextWrap;
import org.broadsheet.edition.Words;
import org.broadsheet.web.AdminOverview;
import org.broadsheet.web.AdminOverview.DayCount;
import org.broadsheet.web.AdminOverview.EditionLine;
import org.broadsheet.web.AdminOverview.Health;
import org.broadsheet.web.AdminOverview.NewsletterLine;
import org.broadsheet.web.Numbers;

/** Writes the weekly report: what was sent, what bounced, which feeds died, which topics were empty. */
final class ReportWriter {
    static final int DAYS = 7;
    private static final int MOST_EDITIONS = 500;
    private static final int WIDTH = 72;

    private final Configuration configuration;
    private final Overviews overviews;
    private final EditionFiguresStore editions;
    private final Function<Newsletter, List<Topic>> topicsOf;
    private final Templates templates;

    /** @param topicsOf the topics of a newsletter, its own or the built-in ones */
    ReportWriter(
            Configuration configuration,
            Overviews overviews,
            EditionFiguresStore editions,
            Function<Newsletter, List<Topic>> topicsOf,
            Templates templates) {
        this.configuration = configuration;
        this.overviews = overviews;
        this.editions = editions;
        this.topicsOf = topicsOf;
        this.templates = templates;
    }

    /** A report, ready to be mailed. */
    record Written(String subject, String html, String plain) {}

    /** The report of the seven days up to an instant, with days and times of a zone. */
    Written write(Instant until, ZoneId zone, Locale language) {
        ReportView view = view(until, zone, templates.messages().in(language));
        Map<String, Object> variables = Map.of("report", view, "wrap", new TextWrap(WIDTH, language));
        return new Written(
                view.subject(),
                templates.render("mail/report.html", language, variables),
                tidy(templates.render("mail/report.txt", language, variables)));
    }

    private static String tidy(String text) {
        return text.lines()
                        .map(line -> line.equals("-- ") ? line : line.stripTrailing())
                        .collect(Collectors.joining("\n"))
                        .strip()
                        .replaceAll("\n{3,}", "\n\n")
                + "\n";
    }

    private ReportView view(Instant until, ZoneId zone, Words words) {
        AdminOverview overview = overviews.at(until, DAYS);
        Instant since = until.minus(Duration.ofDays(DAYS));
        Numbers numbers = new Numbers(words.texts());
        List<EditionLine> week = overview.editions().stream()
                .filter(line -> line.due().isAfter(since) && !line.due().isAfter(until))
                .toList();
        Installation installation = configuration.installation();
        return new ReportView(
                words.texts().toLanguageTag(),
                words.text(
                        "report-subject",
                        Map.of(
                                "sent",
                                        numbers.shown(week.stream()
                                                .mapToLong(line -> line.counts().of(DeliveryState.SENT))
                                                .sum()),
                                "failed",
                                        numbers.shown(week.stream()
                                                .mapToLong(line -> failed(line.counts()))
                                                .sum()))),
                words.text("report-title"),
                words.text("report-span", Map.of("from", day(since, zone, numbers), "to", day(until, zone, numbers))),
                words.text(
                        "report-editions",
                        Map.of(
                                "count",
                                week.stream().filter(line -> !line.roundUp()).count())),
                week.stream().map(line -> row(line, numbers)).toList(),
                overview.newsletters().stream().map(line -> row(line, numbers)).toList(),
                numbers.shown(overview.suppressions().stream()
                        .mapToLong(DayCount::count)
                        .sum()),
                overview.reasons().stream()
                        .map(reason -> new ReportView.Row(reason.text(), numbers.shown(reason.count())))
                        .toList(),
                feeds(overview, words),
                emptyTopics(since),
                installation
                        .web()
                        .admin()
                        .map(access -> installation.web().url() + "/admin")
                        .orElse(""),
                installation.publisher().name(),
                installation.publisher().address());
    }

    private static String day(Instant instant, ZoneId zone, Numbers numbers) {
        return numbers.day(LocalDate.ofInstant(instant, zone));
    }

    private static ReportView.EditionRow row(EditionLine line, Numbers numbers) {
        LedgerCounts counts = line.counts();
        return new ReportView.EditionRow(
                line.subject(),
                line.title() + " · " + numbers.time(line.due(), line.zone()),
                numbers.shown(counts.of(DeliveryState.SENT)),
                numbers.percent(counts.of(DeliveryState.SENT), counts.total()),
                failed(counts) == 0 ? "" : numbers.shown(failed(counts)),
                counts.open() == 0 ? "" : numbers.shown(counts.open()));
    }

    private static long failed(LedgerCounts counts) {
        return counts.of(DeliveryState.FAILED) + counts.of(DeliveryState.EXPIRED);
    }

    private static ReportView.Row row(NewsletterLine line, Numbers numbers) {
        List<DayCount> growth = line.growth();
        long change = growth.get(growth.size() - 1).count() - growth.get(0).count();
        return new ReportView.Row(
                line.title(), numbers.shown(line.counts().confirmed()) + " (" + numbers.change(change) + ")");
    }

    private static List<ReportView.Row> feeds(AdminOverview overview, Words words) {
        return overview.feeds().stream()
                .filter(feed -> feed.health() == Health.DEAD || feed.health() == Health.FAILING)
                .map(feed -> new ReportView.Row(
                        feed.name(),
                        words.text("admin-" + feed.health().name().toLowerCase(Locale.ROOT))
                                + feed.problem().map(problem -> ": " + problem).orElse("")))
                .toList();
    }

    /** Of newsletters that had an edition: where there was none, every topic was empty, and that is told already. */
    private List<ReportView.Row> emptyTopics(Instant since) {
        List<EditionFigures> week = editions.since(since, MOST_EDITIONS);
        List<ReportView.Row> rows = new ArrayList<>();
        for (Newsletter newsletter : configuration.newsletters()) {
            List<EditionFigures> own = week.stream()
                    .filter(edition -> edition.newsletter().equals(newsletter.id()))
                    .filter(edition -> edition.week().isEmpty())
                    .toList();
            Set<String> told = new HashSet<>();
            own.forEach(edition -> told.addAll(edition.topics()));
            String empty = topicsOf.apply(newsletter).stream()
                    .filter(topic -> !told.contains(topic.id()))
                    .map(Topic::title)
                    .collect(Collectors.joining(", "));
            if (!own.isEmpty() && !empty.isEmpty()) {
                rows.add(new ReportView.Row(newsletter.title(), empty));
            }
        }
        return rows;
    }
}
