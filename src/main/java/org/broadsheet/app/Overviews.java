package org.broadsheet.app;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.broadsheet.config.Configuration;
import org.broadsheet.config.Feed;
import org.broadsheet.config.Newsletter;
import org.broadsheet.delivery.LedgerCounts;
import org.broadsheet.delivery.LedgerStore;
import org.broadsheet.edition.EditionAddress;
import org.broadsheet.edition.EditionFiguresStore;
import org.broadsheet.edition.EditionFiguresStore.EditionFigures;
import org.broadsheet.feed.FeedState;
import org.broadsheet.feed.FeedStore;
import org.broadsheet.feed.FeedUrls;
import org.broadsheet.subscriber.GrowthStore;
import org.broadsheet.subscriber.SubscriberCounts;
import org.broadsheet.subscriber.SubscriberStore;
import org.broadsheet.web.AdminOverview;
import org.broadsheet.web.AdminOverview.DayCount;
import org.broadsheet.web.AdminOverview.EditionLine;
import org.broadsheet.web.AdminOverview.FeedLine;
import org.broadsheet.web.AdminOverview.Health;
import org.broadsheet.web.AdminOverview.NewsletterLine;
import org.broadsheet.web.AdminOverview.ReasonLine;

/** Gathers how everything stands. Safe for use by many threads. */
final class Overviews {
    static final int DAYS = 30;
    private static final int EDITIONS = 500;
    private static final int REASONS = 8;

    private final Configuration configuration;
    private final Stores stores;
    /** Of editions that are delivered, nothing changes any more; counting a million deliveries takes a second. */
    private final Map<String, LedgerCounts> settled = new ConcurrentHashMap<>();

    /** Where the figures come from. */
    record Stores(
            SubscriberStore subscribers,
            GrowthStore growth,
            EditionFiguresStore editions,
            LedgerStore ledger,
            FeedStore feeds) {}

    Overviews(Configuration configuration, Stores stores) {
        this.configuration = configuration;
        this.stores = stores;
    }

    /** How everything stands at an instant, with the days before it. */
    AdminOverview at(Instant now) {
        Instant since = firstDay(now).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new AdminOverview(
                now,
                configuration.newsletters().stream()
                        .map(newsletter -> newsletter(newsletter, since, now))
                        .toList(),
                editions(since),
                suppressions(since, now),
                stores.growth().reasons(since, REASONS).stream()
                        .map(reason -> new ReasonLine(reason.text(), reason.count()))
                        .toList(),
                feeds(now));
    }

    private static LocalDate firstDay(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS - 1);
    }

    private NewsletterLine newsletter(Newsletter newsletter, Instant since, Instant now) {
        SubscriberCounts counts = stores.subscribers().counts(newsletter.id());
        return new NewsletterLine(
                newsletter.id(),
                newsletter.title(),
                newsletter.timeZone(),
                DueTimes.next(newsletter, now),
                counts,
                growth(newsletter, counts, since, now),
                stores.editions().count(newsletter.id()));
    }

    /** Only the present number is known, so the days are reckoned backwards from it. */
    private List<DayCount> growth(Newsletter newsletter, SubscriberCounts counts, Instant since, Instant now) {
        Map<LocalDate, Long> changes = new HashMap<>();
        for (GrowthStore.Day day : stores.growth().days(newsletter.id(), since)) {
            changes.put(LocalDate.ofInstant(day.day(), ZoneOffset.UTC), day.came() - day.went());
        }
        List<DayCount> days = new ArrayList<>();
        long count = counts.confirmed() + counts.suppressed();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (int back = 0; back < DAYS; back++) {
            days.add(0, new DayCount(today.minusDays(back), Math.max(0, count)));
            count -= changes.getOrDefault(today.minusDays(back), 0L);
        }
        return days;
    }

    private List<EditionLine> editions(Instant since) {
        List<EditionLine> lines = new ArrayList<>();
        for (EditionFigures edition : stores.editions().since(since, EDITIONS)) {
            configuration
                    .newsletter(edition.newsletter())
                    .ifPresent(newsletter -> lines.add(new EditionLine(
                            newsletter.id(),
                            newsletter.title(),
                            EditionAddress.path(newsletter.id(), edition.scheduledFor(), newsletter.timeZone()),
                            newsletter.timeZone(),
                            edition.scheduledFor(),
                            edition.subject(),
                            counts(edition.id()))));
        }
        return lines;
    }

    /** How an edition's deliveries stand. */
    LedgerCounts counts(String edition) {
        LedgerCounts known = settled.get(edition);
        LedgerCounts counts = known == null ? stores.ledger().counts(edition) : known;
        if (counts.total() > 0 && counts.open() == 0) {
            settled.put(edition, counts);
        }
        return counts;
    }

    private List<DayCount> suppressions(Instant since, Instant now) {
        Map<Instant, Long> known = stores.growth().suppressions(since);
        List<DayCount> days = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = firstDay(now).plusDays(i);
            Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            days.add(new DayCount(day, known.getOrDefault(start, 0L)));
        }
        return days;
    }

    /** How the feeds stand, those with troubles first. */
    List<FeedLine> feeds(Instant now) {
        Map<URI, FeedLine> lines = new HashMap<>();
        configuration.newsletters().stream()
                .flatMap(newsletter -> newsletter.feeds().stream())
                .forEach(feed -> lines.computeIfAbsent(feed.url(), url -> feed(feed, now)));
        return lines.values().stream()
                .sorted(Comparator.comparing(FeedLine::health).thenComparing(FeedLine::name))
                .toList();
    }

    private FeedLine feed(Feed feed, Instant now) {
        Optional<FeedState> state = stores.feeds().state(feed.url());
        String shown = FeedUrls.shown(feed.url());
        return new FeedLine(
                feed.name()
                        .or(() -> state.map(FeedState::title).filter(title -> !title.isEmpty()))
                        .orElse(shown),
                shown,
                state.map(some -> health(some, now)).orElse(Health.NEW),
                state.flatMap(FeedState::problem),
                state.map(FeedState::failures).orElse(0),
                state.map(FeedState::entries).orElse(0),
                state.flatMap(FeedState::readAt));
    }

    private static Health health(FeedState state, Instant now) {
        if (state.needsAdmin(now)) {
            return Health.DEAD;
        }
        return state.problem().isPresent() ? Health.FAILING : Health.GOOD;
    }
}
