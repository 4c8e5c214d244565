package org.broadsheet.app;

import java.net.URI;
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
import org.broadsheet.subscriber.ChosenStore;
import org.broadsheet.subscriber.Frequency;
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
    private static final int EDITIONS = 500;
    private static final int REASONS = 8;

    private final Configuration configuration;
    private final Stores stores;
    /** Of editions that are delivered, nothing changes any more; counting a million deliveries takes a second. */
    private final Map<String, LedgerCounts> settled = new ConcurrentHashMap<>();

    /** Where the figures come from. */
    record Stores(
            SubscriberStore subscribers,
            ChosenStore chosen,
            GrowthStore growth,
            EditionFiguresStore editions,
            LedgerStore ledger,
            FeedStore feeds) {}

    Overviews(Configuration configuration, Stores stores) {
        this.configuration = configuration;
        this.stores = stores;
    }

    /** How everything stands at an instant, with so many days up to it, that of the instant included. */
    AdminOverview at(Instant now, int length) {
        Days days = new Days(LocalDate.ofInstant(now, ZoneOffset.UTC), length);
        Instant since = days.start();
        return new AdminOverview(
                now,
                configuration.newsletters().stream()
                        .map(newsletter -> newsletter(newsletter, days, now))
                        .toList(),
                editions(since),
                suppressions(days),
                stores.growth().reasons(since, REASONS).stream()
                        .map(reason -> new ReasonLine(reason.text(), reason.count()))
                        .toList(),
                feeds(now));
    }

    /** The days that are looked at, up to the last one; of UTC. */
    private record Days(LocalDate last, int length) {
        Instant start() {
            return last.minusDays(length - 1L).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    private NewsletterLine newsletter(Newsletter newsletter, Days days, Instant now) {
        SubscriberCounts counts = stores.subscribers().counts(newsletter.id());
        return new NewsletterLine(
                newsletter.id(),
                newsletter.title(),
                newsletter.timeZone(),
                DueTimes.next(newsletter, now),
                stores.chosen().readers(newsletter.id(), Frequency.WEEKLY) == 0
                        ? Optional.empty()
                        : DueTimes.nextRoundUp(newsletter, now),
                counts,
                growth(newsletter, counts, days),
                stores.editions().count(newsletter.id()));
    }

    /** Only the present number is known, so the days are reckoned backwards from it. */
    private List<DayCount> growth(Newsletter newsletter, SubscriberCounts counts, Days days) {
        Map<LocalDate, Long> changes = new HashMap<>();
        for (GrowthStore.Day day : stores.growth().days(newsletter.id(), days.start())) {
            changes.put(LocalDate.ofInstant(day.day(), ZoneOffset.UTC), day.came() - day.went());
        }
        List<DayCount> growth = new ArrayList<>();
        long count = counts.confirmed() + counts.suppressed();
        for (int back = 0; back < days.length(); back++) {
            LocalDate day = days.last().minusDays(back);
            growth.add(0, new DayCount(day, Math.max(0, count)));
            count -= changes.getOrDefault(day, 0L);
        }
        return growth;
    }

    private List<EditionLine> editions(Instant since) {
        List<EditionLine> lines = new ArrayList<>();
        for (EditionFigures edition : stores.editions().since(since, EDITIONS)) {
            configuration
                    .newsletter(edition.newsletter())
                    .ifPresent(newsletter -> lines.add(new EditionLine(
                            newsletter.id(),
                            newsletter.title(),
                            edition.week().isPresent(),
                            EditionAddress.path(
                                    newsletter.id(), edition.scheduledFor(), edition.week(), newsletter.timeZone()),
                            newsletter.timeZone(),
                            edition.scheduledFor(),
                            edition.subject(),
                            counts(edition.id()))));
        }
        return lines;
    }

    private LedgerCounts counts(String edition) {
        LedgerCounts known = settled.get(edition);
        LedgerCounts counts = known == null ? stores.ledger().counts(edition) : known;
        if (counts.total() > 0 && counts.open() == 0) {
            settled.put(edition, counts);
        }
        return counts;
    }

    private List<DayCount> suppressions(Days days) {
        Map<Instant, Long> known = stores.growth().suppressions(days.start());
        List<DayCount> all = new ArrayList<>();
        for (int back = days.length() - 1; back >= 0; back--) {
            LocalDate day = days.last().minusDays(back);
            Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            all.add(new DayCount(day, known.getOrDefault(start, 0L)));
        }
        return all;
    }

    private List<FeedLine> feeds(Instant now) {
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
