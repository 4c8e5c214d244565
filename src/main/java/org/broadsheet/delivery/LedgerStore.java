package org.broadsheet.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.broadsheet.store.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The ledger: every delivery that is owed, and what became of it. Safe for use by many threads and processes; a row is
 * claimed by one owner at a time, and only its owner settles it.
 */
public final class LedgerStore {
    /** After that long without a sign, the process of another machine is taken for dead. */
    static final Duration LEASE = Duration.ofMinutes(15);

    /** So many deliveries are looked at in one go, at most. */
    static final int LOOKS = LastLookStore.MOST;

    /** Written out as in the index's own condition, or SQLite would not see that the index serves the query. */
    private static final String OPEN = " state in ('queued', 'deferred', 'sending') ";

    private final Database database;
    private final Clock clock;
    private final SettlementStore settlements;
    private final LastLookStore looks;

    /** The ledger of that database. */
    public LedgerStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.settlements = new SettlementStore(database, clock);
        this.looks = new LastLookStore(database, clock);
    }

    /** Makes every deferred delivery due at once, for an admin who does not want to wait. */
    public void bringForward(String editionId) {
        database.change(
                handle -> handle.createUpdate("update delivery set next_attempt = :now where edition_id = :edition"
                                + " and" + OPEN + "and state = 'deferred' and next_attempt > :now")
                        .bind("edition", editionId)
                        .bind("now", clock.millis())
                        .execute());
    }

    /** Gives up the deliveries whose time is over; returns how many. */
    public int expire(String editionId) {
        return database.write(handle -> handle.createUpdate("update delivery set state = 'expired', updated_at = :now,"
                        + " last_reply = coalesce(last_reply, 'not tried in time') where edition_id = :edition"
                        + " and" + OPEN + "and state <> 'sending' and expires <= :now")
                .bind("edition", editionId)
                .bind("now", clock.millis())
                .execute());
    }

    /** Takes back what a dead process was sending: it may or may not have arrived, so it is sent again. */
    public int takeOver(String editionId, Owner self) {
        return database.write(handle -> {
            List<String> owners = handle.createQuery(
                            "select distinct owner from delivery where edition_id = :edition and" + OPEN
                                    + "and state = 'sending' and owner is not null")
                    .bind("edition", editionId)
                    .mapTo(String.class)
                    .list();
            int taken = 0;
            for (String owner : owners) {
                boolean dead = Owner.parse(owner).map(self::knowsDead).orElse(false);
                taken += reopen(handle, editionId, owner, dead ? Long.MAX_VALUE : clock.millis() - LEASE.toMillis());
            }
            return taken;
        });
    }

    private int reopen(Handle handle, String editionId, String owner, long before) {
        return handle.createUpdate(
                        "update delivery set state = case when attempts > 0 then 'deferred' else 'queued' end,"
                                + " owner = null, updated_at = :now where edition_id = :edition and" + OPEN
                                + "and state = 'sending' and owner = :owner and updated_at < :before")
                .bind("edition", editionId)
                .bind("owner", owner)
                .bind("before", before)
                .bind("now", clock.millis())
                .execute();
    }

    /** Gives back, unattempted, what that owner still holds. */
    public int release(String editionId, Owner owner) {
        return database.write(handle -> reopen(handle, editionId, owner.toString(), Long.MAX_VALUE));
    }

    /** Claims up to that many deliveries which are due. Nobody else gets them while the owner lives. */
    public List<Claim> claim(String editionId, Owner owner, int limit) {
        Instant now = clock.instant();
        return database.write(handle -> handle.createQuery("""
                        with due as materialized (
                            select subscriber_id as due_id from delivery
                            where edition_id = :edition and state in ('queued', 'deferred', 'sending')
                            and state <> 'sending' and next_attempt <= :now and expires > :now
                            order by next_attempt limit :limit %s
                        )
                        update delivery set state = 'sending', owner = :owner, updated_at = :now
                        from due where edition_id = :edition and subscriber_id = due_id
                        returning subscriber_id, variant, attempts, expires,
                            (select email from subscriber where id = delivery.subscriber_id)
                        """.formatted(database.skipLocked()))
                .bind("edition", editionId)
                .bind("owner", owner.toString())
                .bind("limit", limit)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Claim(
                        editionId,
                        row.getString(1),
                        owner.toString(),
                        domain(row.getString(5)),
                        Optional.ofNullable(row.getString(2)),
                        row.getInt(3),
                        Instant.ofEpochMilli(row.getLong(4)),
                        now))
                .list());
    }

    private static String domain(String email) {
        return email.substring(email.lastIndexOf('@') + 1);
    }

    /** Gives claims back, unattempted, to be due again at those times. */
    void postpone(Map<Claim, Instant> later) {
        database.change(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    update delivery set state = case when attempts > 0 then 'deferred' else 'queued' end,
                    owner = null, next_attempt = :next, updated_at = :now
                    where edition_id = :edition and subscriber_id = :subscriber
                    and state = 'sending' and owner = :owner
                    """);
            later.forEach((claim, at) -> batch.bind("next", at.toEpochMilli())
                    .bind("now", clock.millis())
                    .bind("edition", claim.editionId())
                    .bind("subscriber", claim.subscriberId())
                    .bind("owner", claim.owner())
                    .add());
            batch.execute();
        });
    }

    /** How many mails of an edition the mail server took since an instant. */
    public long sentSince(String editionId, Instant instant) {
        return database.read(handle -> handle.createQuery("""
                        select count(*) from delivery
                        where edition_id = :edition and state = 'sent' and updated_at >= :since
                        """)
                .bind("edition", editionId)
                .bind("since", instant.toEpochMilli())
                .mapTo(Long.class)
                .one());
    }

    /** How many mails of all editions the mail server took since an instant. */
    long sentSince(Instant instant) {
        return database.read(handle -> handle.createQuery(
                        "select count(*) from delivery where state = 'sent' and updated_at >= :since")
                .bind("since", instant.toEpochMilli())
                .mapTo(Long.class)
                .one());
    }

    /**
     * Looks, right before sending, whether deliveries are still wanted, and still their owner's.
     *
     * @param claims of one edition and one owner; one to {@link #LOOKS}
     */
    Map<Claim, LastLook> lastLooks(List<Claim> claims, String newsletter) {
        return looks.look(claims, newsletter);
    }

    /**
     * Writes down what became of some claims, in one transaction.
     *
     * @return those that another process had taken over, so that nothing was written of them
     */
    List<Settled> settle(List<Settled> settled) {
        return settlements.write(settled);
    }

    /** How an edition's deliveries stand. */
    public LedgerCounts counts(String editionId) {
        Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
        database.read(handle -> {
            handle.createQuery("select state, count(*) from delivery where edition_id = :edition group by state")
                    .bind("edition", editionId)
                    .map((row, context) -> Map.entry(DeliveryState.of(row.getString(1)), row.getLong(2)))
                    .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
            return counts;
        });
        return new LedgerCounts(counts);
    }

    /** How many deliveries of an edition could be claimed now. */
    long due(String editionId) {
        return database.read(
                handle -> handle.createQuery("select count(*) from delivery where edition_id = :edition and" + OPEN
                                + "and state <> 'sending' and next_attempt <= :now and expires > :now")
                        .bind("edition", editionId)
                        .bind("now", clock.millis())
                        .mapTo(Long.class)
                        .one());
    }

    /** How many deliveries of an edition were never tried, since it is not their hour yet. */
    long waiting(String editionId) {
        return database.read(
                handle -> handle.createQuery("select count(*) from delivery where edition_id = :edition and" + OPEN
                                + "and state = 'queued' and next_attempt > :now")
                        .bind("edition", editionId)
                        .bind("now", clock.millis())
                        .mapTo(Long.class)
                        .one());
    }

    /** When the next open delivery of an edition is due that nobody sends now. */
    public Optional<Instant> nextAttempt(String editionId) {
        return database.read(
                handle -> handle.createQuery("select next_attempt from delivery where edition_id = :edition and" + OPEN
                                + "and state <> 'sending' and expires > :now order by next_attempt limit 1")
                        .bind("edition", editionId)
                        .bind("now", clock.millis())
                        .mapTo(Long.class)
                        .findOne()
                        .map(Instant::ofEpochMilli));
    }

    /** The editions that are not delivered to everybody yet. */
    public List<OpenEdition> openEditions() {
        return database.read(handle -> handle.createQuery("""
                        select e.id, e.newsletter, min(d.next_attempt)
                        from delivery d join edition e on e.id = d.edition_id
                        where d.state in ('queued', 'deferred', 'sending')
                        group by e.id, e.newsletter order by min(d.next_attempt), e.id
                        """)
                .map((row, context) ->
                        new OpenEdition(row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))))
                .list());
    }

    /** Hands over the deliveries of an edition that did not succeed, with the reason, without holding all of them. */
    public void forEachFailed(String editionId, Consumer<FailedDelivery> failed) {
        List<FailedDelivery> page = failedAfter(editionId, "");
        while (!page.isEmpty()) {
            page.forEach(failed);
            page = failedAfter(editionId, page.get(page.size() - 1).subscriberId());
        }
    }

    private List<FailedDelivery> failedAfter(String editionId, String subscriberId) {
        return database.read(handle -> handle.createQuery("""
                        select d.subscriber_id, s.email, d.state, coalesce(d.last_reply, '')
                        from delivery d join subscriber s on s.id = d.subscriber_id
                        where d.edition_id = :edition and d.state in ('failed', 'expired', 'deferred')
                        and d.subscriber_id > :after order by d.subscriber_id limit 500
                        """)
                .bind("edition", editionId)
                .bind("after", subscriberId)
                .map((row, context) -> new FailedDelivery(
                        row.getString(1), row.getString(2), DeliveryState.of(row.getString(3)), row.getString(4)))
                .list());
    }
}
