package org.broadsheet.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.broadsheet.delivery.LedgerCounts;
import org.broadsheet.subscriber.SubscriberCounts;

/**
 * How everything stands at an instant.
 *
 * @param editions the newest first
 * @param suppressions a day each, oldest first, without gaps
 * @param reasons why addresses were barred lately, the most frequent first
 * @param feeds those with troubles first
 */
public record AdminOverview(
        Instant at,
        List<NewsletterLine> newsletters,
        List<EditionLine> editions,
        List<DayCount> suppressions,
        List<ReasonLine> reasons,
        List<FeedLine> feeds) {
    public AdminOverview {
        newsletters = List.copyOf(newsletters);
        editions = List.copyOf(editions);
        suppressions = List.copyOf(suppressions);
        reasons = List.copyOf(reasons);
        feeds = List.copyOf(feeds);
    }

    /**
     * A newsletter.
     *
     * @param next when its next edition is due; empty for one without a schedule
     * @param nextRoundUp when its next round-up is due; empty when no reader wants one
     * @param growth how many got it at the end of each day, oldest first, without gaps
     */
    public record NewsletterLine(
            String id,
            String title,
            ZoneId zone,
            Optional<Instant> next,
            Optional<Instant> nextRoundUp,
            SubscriberCounts counts,
            List<DayCount> growth,
            long editions) {
        public NewsletterLine {
            growth = List.copyOf(growth);
        }
    }

    /** A number of a day. */
    public record DayCount(LocalDate day, long count) {}

    /**
     * An edition.
     *
     * @param roundUp whether it is the best of a week
     * @param link where it can be read
     * @param due in the newsletter's time zone
     */
    public record EditionLine(
            String newsletter,
            String title,
            boolean roundUp,
            String link,
            ZoneId zone,
            Instant due,
            String subject,
            LedgerCounts counts) {}

    /** Why addresses were barred, and how many. */
    public record ReasonLine(String text, long count) {}

    /** How a feed stands. */
    public enum Health {
        /** Gone for good, or failing for a week: it will not come back by itself. */
        DEAD,
        /** The last fetch failed. */
        FAILING,
        /** Never asked. */
        NEW,
        /** Read. */
        GOOD
    }

    /**
     * A feed.
     *
     * @param address without secrets
     * @param problem why the last fetch failed
     * @param failures how many failed in a row
     * @param readAt when it was last read anew
     */
    public record FeedLine(
            String name,
            String address,
            Health health,
            Optional<String> problem,
            int failures,
            int entries,
            Optional<Instant> readAt) {}
}
