package org.broadsheet.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.Failure;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.delivery.DeliveryState;
import org.broadsheet.delivery.LedgerCounts;
import org.broadsheet.subscriber.SubscriberCounts;
import org.broadsheet.web.AdminOverview.DayCount;
import org.broadsheet.web.AdminOverview.EditionLine;
import org.broadsheet.web.AdminOverview.FeedLine;
import org.broadsheet.web.AdminOverview.Health;
import org.broadsheet.web.AdminOverview.NewsletterLine;
import org.broadsheet.web.AdminOverview.ReasonLine;

/** One newsletter, one edition, one feed that fails. */
final class FakeAdmin implements Admin {
    private final Clock clock;
    final List<String> tests = new ArrayList<>();
    boolean broken;

    FakeAdmin(Clock clock) {
        this.clock = clock;
    }

    @Override
    public AdminOverview overview() {
        LocalDate day = LocalDate.of(2026, 11, 23);
        return new AdminOverview(
                clock.instant(),
                List.of(new NewsletterLine(
                        "morning",
                        "Der <Morgen>",
                        ZoneId.of("Europe/Berlin"),
                        Optional.of(clock.instant()),
                        Optional.of(clock.instant().plus(Duration.ofDays(4))),
                        new SubscriberCounts(1234, 5, 6),
                        List.of(new DayCount(day, 1200), new DayCount(day.plusDays(1), 1234)),
                        42)),
                List.of(
                        new EditionLine(
                                "morning",
                                "Der <Morgen>",
                                true,
                                "/archive/morning/2026-W48",
                                ZoneId.of("Europe/Berlin"),
                                clock.instant(),
                                "Das Beste der Woche",
                                new LedgerCounts(Map.of())),
                        new EditionLine(
                                "morning",
                                "Der <Morgen>",
                                false,
                                "/archive/morning/2026-11-23",
                                ZoneId.of("Europe/Berlin"),
                                clock.instant().minus(Duration.ofHours(1)),
                                "Windpark & Kohle",
                                new LedgerCounts(Map.of(
                                        DeliveryState.SENT, 975L,
                                        DeliveryState.FAILED, 20L,
                                        DeliveryState.DEFERRED, 5L)))),
                List.of(new DayCount(day, 3)),
                List.of(new ReasonLine("550 no such user", 3)),
                List.of(new FeedLine(
                        "Example",
                        "https://example.org/feed.xml",
                        Health.FAILING,
                        Optional.of("timed out"),
                        3,
                        40,
                        Optional.empty())));
    }

    @Override
    public Optional<String> preview(String newsletter) {
        return newsletter.equals("morning")
                ? Optional.of("<html><head></head><body>the next edition</body></html>")
                : Optional.empty();
    }

    @Override
    public EmailAddress testAddress() {
        return new EmailAddress("chief@example.org");
    }

    @Override
    public boolean sendTest(String newsletter) {
        if (broken) {
            throw new Failure("the relay is away");
        }
        boolean known = newsletter.equals("morning");
        if (known) {
            tests.add(newsletter);
        }
        return known;
    }
}
