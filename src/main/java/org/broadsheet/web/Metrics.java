package org.broadsheet.web;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.broadsheet.delivery.DeliveryState;
import org.broadsheet.delivery.DeliveryWatch;
import org.broadsheet.web.AdminOverview.EditionLine;
import org.broadsheet.web.AdminOverview.FeedLine;
import org.broadsheet.web.AdminOverview.NewsletterLine;

/**
 * The figures for Prometheus. What this process does is counted as it happens; how everything stands is looked up when
 * somebody asks. Safe for use by many threads.
 */
public final class Metrics implements DeliveryWatch {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ExpositionFormats formats = ExpositionFormats.init();
    private final Supplier<AdminOverview> overview;
    private final Counter settled;
    private final Histogram smtp;

    /** @param overview how everything stands */
    public Metrics(Supplier<AdminOverview> overview) {
        this.overview = overview;
        this.settled = Counter.builder()
                .name("broadsheet_deliveries_settled_total")
                .help("Deliveries that this process tried, by what they came to.")
                .labelNames("state")
                .register(registry);
        this.smtp = Histogram.builder()
                .name("broadsheet_smtp_seconds")
                .help("How long the mail server took for a mail.")
                .unit(Unit.SECONDS)
                .classicUpperBounds(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
                .classicOnly()
                .register(registry);
        gauges();
    }

    @Override
    public void settled(DeliveryState state) {
        settled.labelValues(state.stored()).inc();
    }

    @Override
    public void answered(Duration took) {
        smtp.observe(took.toNanos() / 1e9);
    }

    private void gauges() {
        gauge(
                "broadsheet_editions",
                "Editions that were made.",
                "newsletter",
                figures -> overview.get().newsletters().forEach(line -> figures.tell(line.editions(), line.id())));
        gauge(
                "broadsheet_subscribers",
                "Subscriptions by state; suppressed ones are confirmed, but get nothing.",
                "newsletter state",
                figures -> overview.get().newsletters().forEach(line -> subscribers(line, figures)));
        gauge(
                "broadsheet_last_edition_deliveries",
                "Deliveries of each newsletter's last edition by state.",
                "newsletter state",
                figures -> last().values()
                        .forEach(line -> line.counts()
                                .byState()
                                .forEach((state, count) -> figures.tell(count, line.newsletter(), state.stored()))));
        gauge(
                "broadsheet_last_edition_timestamp_seconds",
                "When each newsletter's last edition was due.",
                "newsletter",
                figures ->
                        last().values().forEach(line -> figures.tell(line.due().getEpochSecond(), line.newsletter())));
        queue();
        gauge(
                "broadsheet_feed_failures",
                "How often fetching each feed failed in a row.",
                "feed",
                figures -> overview.get().feeds().forEach(line -> figures.tell(line.failures(), line.address())));
        gauge(
                "broadsheet_feeds",
                "Feeds by state.",
                "state",
                figures -> feeds().forEach((state, count) -> figures.tell(count, state)));
    }

    private void queue() {
        gauge(
                "broadsheet_queue",
                "Deliveries that are still owed.",
                "",
                figures -> figures.tell(overview.get().editions().stream()
                        .mapToLong(line -> line.counts().open())
                        .sum()));
        gauge(
                "broadsheet_queue_age_seconds",
                "How long the oldest edition that is still owed to somebody has been due.",
                "",
                figures -> figures.tell(oldestOpen()
                        .map(due -> Math.max(
                                0, Duration.between(due, overview.get().at()).toSeconds()))
                        .orElse(0L)));
    }

    private static void subscribers(NewsletterLine line, Figures figures) {
        figures.tell(line.counts().confirmed(), line.id(), "confirmed");
        figures.tell(line.counts().unsubscribed(), line.id(), "unsubscribed");
        figures.tell(line.counts().suppressed(), line.id(), "suppressed");
    }

    private Map<String, EditionLine> last() {
        Map<String, EditionLine> last = new HashMap<>();
        overview.get().editions().stream()
                .filter(line -> !line.roundUp())
                .forEach(line -> last.putIfAbsent(line.newsletter(), line));
        return last;
    }

    private Optional<Instant> oldestOpen() {
        return overview.get().editions().stream()
                .filter(line -> line.counts().open() > 0)
                .map(EditionLine::due)
                .min(Instant::compareTo);
    }

    private Map<String, Long> feeds() {
        Map<String, Long> states = new HashMap<>();
        for (AdminOverview.Health health : AdminOverview.Health.values()) {
            states.put(health.name().toLowerCase(Locale.ROOT), 0L);
        }
        for (FeedLine line : overview.get().feeds()) {
            states.merge(line.health().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
        }
        return states;
    }

    /** Takes the figures of one name. */
    @FunctionalInterface
    private interface Figures {
        void tell(long value, String... labels);
    }

    /** @param labels names with spaces between them; empty for none */
    private void gauge(String name, String help, String labels, Consumer<Figures> telling) {
        GaugeWithCallback.Builder gauge = GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> telling.accept((value, values) -> callback.call((double) value, values)));
        if (!labels.isEmpty()) {
            gauge.labelNames(labels.split(" ", -1));
        }
        gauge.register(registry);
    }

    /** All figures, in the format that a scraper's {@code Accept} asks for. */
    Exposition exposition(String accept) {
        ExpositionFormatWriter writer = formats.findWriter(accept);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer.write(bytes, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Exposition(writer.getContentType(), bytes.toString(StandardCharsets.UTF_8));
    }

    /** What is answered. */
    record Exposition(String contentType, String text) {}
}
