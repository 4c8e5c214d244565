package org.broadsheet.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.broadsheet.delivery.DeliveryState;
import org.broadsheet.delivery.LedgerCounts;
import org.broadsheet.edition.Words;
import org.broadsheet.web.AdminOverview.DayCount;
import org.broadsheet.web.AdminOverview.EditionLine;
import org.broadsheet.web.AdminOverview.FeedLine;
import org.broadsheet.web.AdminOverview.Health;
import org.broadsheet.web.AdminOverview.NewsletterLine;

/**
 * How everything stands, as the template shows it: every figure is a text.
 *
 * @param at when it was looked up, in UTC
 * @param deliveries of the last days by outcome
 * @param suppressions of the last days
 * @param troubles how many feeds fail
 */
public record AdminView(
        String at,
        List<Newsletter> newsletters,
        List<Edition> editions,
        BarChart deliveries,
        BarChart suppressions,
        String suppressed,
        List<Reason> reasons,
        List<Feed> feeds,
        int troubles) {
    private static final int DAYS = 30;
    private static final int EDITIONS = 14;

    /**
     * A newsletter; {@code next} is empty without a schedule, {@code nextRoundUp} when no reader wants one, {@code change}
     * is of the last days.
     */
    public record Newsletter(
            String id,
            String title,
            String next,
            String nextRoundUp,
            String confirmed,
            String change,
            String unsubscribed,
            String suppressed,
            LineChart growth,
            String growthTitle) {}

    /** An edition; a figure is empty where it is nought. */
    public record Edition(
            String link,
            String due,
            String newsletter,
            String subject,
            String sent,
            String percent,
            String open,
            String failed,
            String skipped) {}

    /** Why addresses were barred. */
    public record Reason(String text, String count) {}

    /** A feed; {@code health} is the end of a text's key. */
    public record Feed(String name, String address, String health, String problem, String entries, String read) {}

    static AdminView of(AdminOverview overview, Words words) {
        Numbers numbers = new Numbers(words.texts());
        long suppressed =
                overview.suppressions().stream().mapToLong(DayCount::count).sum();
        return new AdminView(
                numbers.time(overview.at(), ZoneOffset.UTC),
                overview.newsletters().stream()
                        .map(line -> newsletter(line, numbers))
                        .toList(),
                overview.editions().stream()
                        .limit(EDITIONS)
                        .map(line -> edition(line, numbers))
                        .toList(),
                deliveries(overview, words, numbers),
                suppressions(overview, numbers),
                numbers.shown(suppressed),
                overview.reasons().stream()
                        .map(reason -> new Reason(reason.text(), numbers.shown(reason.count())))
                        .toList(),
                overview.feeds().stream().map(line -> feed(line, numbers)).toList(),
                (int) overview.feeds().stream()
                        .filter(feed -> feed.health() == Health.DEAD || feed.health() == Health.FAILING)
                        .count());
    }

    private static Newsletter newsletter(NewsletterLine line, Numbers numbers) {
        List<DayCount> growth = line.growth();
        long first = growth.isEmpty() ? 0 : growth.get(0).count();
        long last = growth.isEmpty() ? 0 : growth.get(growth.size() - 1).count();
        return new Newsletter(
                line.id(),
                line.title(),
                due(line.next(), line, numbers),
                due(line.nextRoundUp(), line, numbers),
                numbers.shown(line.counts().confirmed()),
                numbers.change(last - first),
                numbers.shown(line.counts().unsubscribed()),
                numbers.shown(line.counts().suppressed()),
                LineChart.of(growth.stream().map(DayCount::count).toList()),
                numbers.shown(first) + " → " + numbers.shown(last));
    }

    private static String due(Optional<Instant> due, NewsletterLine line, Numbers numbers) {
        return due.map(at -> numbers.time(at, line.zone()) + " " + line.zone()).orElse("");
    }

    private static Edition edition(EditionLine line, Numbers numbers) {
        LedgerCounts counts = line.counts();
        return new Edition(
                line.link(),
                numbers.time(line.due(), line.zone()),
                line.title(),
                line.subject(),
                numbers.shown(counts.of(DeliveryState.SENT)),
                numbers.percent(counts.of(DeliveryState.SENT), counts.total()),
                orEmpty(counts.open(), numbers),
                orEmpty(counts.of(DeliveryState.FAILED) + counts.of(DeliveryState.EXPIRED), numbers),
                orEmpty(counts.of(DeliveryState.SKIPPED), numbers));
    }

    private static String orEmpty(long count, Numbers numbers) {
        return count == 0 ? "" : numbers.shown(count);
    }

    private static BarChart deliveries(AdminOverview overview, Words words, Numbers numbers) {
        Map<LocalDate, long[]> days = new TreeMap<>();
        LocalDate today = LocalDate.ofInstant(overview.at(), ZoneOffset.UTC);
        for (int back = 0; back < DAYS; back++) {
            days.put(today.minusDays(back), new long[3]);
        }
        for (EditionLine edition : overview.editions()) {
            long[] day = days.get(LocalDate.ofInstant(edition.due(), ZoneOffset.UTC));
            if (day != null) {
                LedgerCounts counts = edition.counts();
                day[0] += counts.of(DeliveryState.SENT);
                day[1] += counts.open();
                day[2] += counts.of(DeliveryState.FAILED) + counts.of(DeliveryState.EXPIRED);
            }
        }
        List<BarChart.Bar> bars = new ArrayList<>();
        days.forEach((day, counts) -> bars.add(new BarChart.Bar(
                numbers.day(day),
                List.of(
                        value("sent", counts[0], day, words, numbers),
                        value("open", counts[1], day, words, numbers),
                        value("failed", counts[2], day, words, numbers)))));
        return BarChart.of(bars, numbers);
    }

    private static BarChart.Value value(String kind, long count, LocalDate day, Words words, Numbers numbers) {
        return new BarChart.Value(
                kind, count, numbers.day(day) + ": " + numbers.shown(count) + " " + words.text("admin-" + kind));
    }

    private static BarChart suppressions(AdminOverview overview, Numbers numbers) {
        return BarChart.of(
                overview.suppressions().stream()
                        .map(day -> new BarChart.Bar(
                                numbers.day(day.day()),
                                List.of(new BarChart.Value(
                                        "failed",
                                        day.count(),
                                        numbers.day(day.day()) + ": " + numbers.shown(day.count())))))
                        .toList(),
                numbers);
    }

    private static Feed feed(FeedLine line, Numbers numbers) {
        return new Feed(
                line.name(),
                line.address(),
                line.health().name().toLowerCase(Locale.ROOT),
                line.problem().orElse(""),
                numbers.shown(line.entries()),
                line.readAt().map(at -> numbers.time(at, ZoneId.of("UTC"))).orElse(""));
    }
}
