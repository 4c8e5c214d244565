package org.broadsheet.subscriber;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.reply.Severity;
import org.broadsheet.reply.Verdict;
import org.broadsheet.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * What came back, and what follows from it: a hard bounce and a complaint suppress at once, soft bounces once there are
 * enough of them in a time. Noting the same thing again changes nothing. Safe for use by many threads and processes.
 */
public final class BounceStore {
    private final Database database;
    private final int softLimit;
    private final Duration within;

    /**
     * A store of that database.
     *
     * @param softLimit how many soft bounces within that time suppress
     */
    public BounceStore(Database database, int softLimit, Duration within) {
        this.database = database;
        this.softLimit = softLimit;
        this.within = within;
    }

    /** Notes a bounce and does what follows from it, in one transaction. */
    public BounceEffect note(Bounce bounce) {
        return database.write(handle -> {
            if (!insert(handle, bounce)) {
                return BounceEffect.KNOWN;
            }
            Optional<String> reason = bounce.canonical().isEmpty() ? Optional.empty() : suppression(handle, bounce);
            boolean suppressed = reason.isPresent() && suppress(handle, bounce, reason.get());
            return suppressed ? BounceEffect.SUPPRESSED : BounceEffect.NOTED;
        });
    }

    private static boolean insert(Handle handle, Bounce bounce) {
        return handle.createUpdate("""
                                insert into bounce
                                (message, canonical, newsletter, kind, status, severity, reason, counts, came_at)
                                values (:message, :canonical, :newsletter, :kind, :status, :severity, :reason, :counts, :at)
                                on conflict (message, canonical) do nothing
                                """)
                        .bind("message", bounce.message())
                        .bind("canonical", bounce.canonical())
                        .bind("newsletter", bounce.newsletter().orElse(null))
                        .bind("kind", bounce.what().name().toLowerCase(Locale.ROOT))
                        .bind(
                                "status",
                                bounce.verdict()
                                        .map(verdict -> verdict.status().toString())
                                        .orElse(null))
                        .bind(
                                "severity",
                                bounce.verdict().map(BounceStore::severity).orElse(null))
                        .bind("reason", bounce.reason())
                        .bind(
                                "counts",
                                bounce.verdict().filter(BounceStore::counts).isPresent() ? 1 : 0)
                        .bind("at", bounce.at().toEpochMilli())
                        .execute()
                > 0;
    }

    private static String severity(Verdict verdict) {
        return verdict.severity().name().toLowerCase(Locale.ROOT);
    }

    private static boolean counts(Verdict verdict) {
        return verdict.reason().counts() && verdict.severity() == Severity.SOFT;
    }

    /** Why the address is to be suppressed now; empty when it is not. */
    private Optional<String> suppression(Handle handle, Bounce bounce) {
        if (bounce.what() == Bounce.What.COMPLAINT) {
            return Optional.of("complaint: " + bounce.reason());
        }
        if (bounce.verdict()
                .filter(verdict -> verdict.severity() == Severity.HARD)
                .isPresent()) {
            return Optional.of("hard bounce: " + bounce.reason());
        }
        boolean counted = bounce.verdict().filter(BounceStore::counts).isPresent();
        return counted && softBounces(handle, bounce) >= softLimit
                ? Optional.of(softLimit + " soft bounces in " + within.toDays() + " days: " + bounce.reason())
                : Optional.empty();
    }

    private long softBounces(Handle handle, Bounce bounce) {
        return handle.createQuery("""
                        select count(*) from bounce
                        where canonical = :canonical and counts = 1 and came_at > :since and came_at <= :at
                        """)
                .bind("canonical", bounce.canonical())
                .bind("since", bounce.at().minus(within).toEpochMilli())
                .bind("at", bounce.at().toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    private static boolean suppress(Handle handle, Bounce bounce, String reason) {
        // What led to a suppression counts no more, so that an address whose suppression is lifted begins anew.
        handle.createUpdate("update bounce set counts = 0 where canonical = :canonical")
                .bind("canonical", bounce.canonical())
                .execute();
        return handle.createUpdate("""
                                insert into suppression (canonical, reason, since) values (:canonical, :reason, :at)
                                on conflict (canonical) do nothing
                                """)
                        .bind("canonical", bounce.canonical())
                        .bind("reason", reason)
                        .bind("at", bounce.at().toEpochMilli())
                        .execute()
                > 0;
    }

    /** The first of some addresses that a reader has. */
    public Optional<EmailAddress> reader(List<EmailAddress> addresses) {
        return database.read(handle ->
                addresses.stream().filter(address -> isReader(handle, address)).findFirst());
    }

    private static boolean isReader(Handle handle, EmailAddress address) {
        return handle.createQuery("select count(*) from subscriber where canonical = :canonical")
                        .bind("canonical", address.canonical())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** The newsletter that a return address was made for. */
    public Optional<String> newsletter(ReturnTokens.Returned returned) {
        return database.read(handle -> handle
                .createQuery("select newsletter from subscription where subscriber_id = :id order by newsletter")
                .bind("id", returned.subscriberId())
                .mapTo(String.class)
                .stream()
                .filter(returned::isOf)
                .findFirst());
    }
}
