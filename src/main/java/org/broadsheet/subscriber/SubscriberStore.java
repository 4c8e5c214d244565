package org.broadsheet.subscriber;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.config.Newsletter;
import org.broadsheet.store.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Addresses and what they consented to. Safe for use by many threads and processes.
 *
 * <p>A subscription is {@code confirmed}; {@code unsubscribed} once its reader ended it, which nothing but the reader
 * undoes; or {@code removed} once the admin took the address out of the YAML, who may put it back.
 */
public final class SubscriberStore {
    private static final String YAML = "yaml";
    private static final int BATCH = 500;

    private final Database database;
    private final Supplier<String> ids;
    private final Clock clock;

    /**
     * A store of that database.
     *
     * @param ids makes the id of each new subscriber: unique, of letters, digits and dashes
     */
    public SubscriberStore(Database database, Supplier<String> ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Subscribes the addresses that the newsletter's YAML lists, and ends those that it lists no more. */
    public StepReport keepInStep(Newsletter newsletter) {
        return database.write(handle -> {
            Intake intake = new Intake(newsletter.id(), YAML, clock.millis());
            Map<Addition, Integer> counts = new EnumMap<>(Addition.class);
            for (int start = 0; start < newsletter.subscribers().size(); start += BATCH) {
                int end = Math.min(start + BATCH, newsletter.subscribers().size());
                List<EmailAddress> batch = newsletter.subscribers().subList(start, end);
                add(handle, intake, byCanonical(batch)).values().forEach(some -> counts.merge(some, 1, Integer::sum));
            }
            return new StepReport(
                    counts.getOrDefault(Addition.ADDED, 0),
                    endUnlisted(handle, newsletter),
                    counts.getOrDefault(Addition.KEPT_UNSUBSCRIBED, 0));
        });
    }

    private static Map<String, Newcomer> byCanonical(List<EmailAddress> addresses) {
        Map<String, Newcomer> distinct = new LinkedHashMap<>();
        addresses.forEach(address -> distinct.putIfAbsent(address.canonical(), Newcomer.of(address)));
        return distinct;
    }

    private int endUnlisted(Handle handle, Newsletter newsletter) {
        Set<String> listed = new HashSet<>();
        newsletter.subscribers().forEach(address -> listed.add(address.canonical()));
        List<String> unlisted = new ArrayList<>();
        handle.createQuery("""
                        select s.id, s.canonical from subscription u join subscriber s on s.id = u.subscriber_id
                        where u.newsletter = :newsletter and u.source = 'yaml' and u.state = 'confirmed'
                        """)
                .bind("newsletter", newsletter.id())
                .map((row, context) -> new String[] {row.getString(1), row.getString(2)})
                .forEach(row -> {
                    if (!listed.contains(row[1])) {
                        unlisted.add(row[0]);
                    }
                });
        unlisted.forEach(id -> handle.createUpdate("""
                        update subscription set state = 'removed', since = :now
                        where newsletter = :newsletter and subscriber_id = :id
                        """)
                .bind("now", clock.millis())
                .bind("newsletter", newsletter.id())
                .bind("id", id)
                .execute());
        return unlisted.size();
    }

    /**
     * Subscribes one address whose reader's name is not known.
     *
     * @param source where the consent came from
     */
    public Addition add(String newsletter, EmailAddress address, String source) {
        return add(newsletter, Newcomer.of(address), source);
    }

    /**
     * Subscribes somebody.
     *
     * @param source where the consent came from
     */
    public Addition add(String newsletter, Newcomer newcomer, String source) {
        return addAll(new Intake(newsletter, source, clock.millis()), Map.of(newcomer.canonical(), newcomer))
                .getOrDefault(newcomer.canonical(), Addition.ALREADY_THERE);
    }

    /** Begins to add many addresses from one source; its instant is later than that of any intake from there before. */
    Intake intake(String newsletter, String source) {
        long last = database.read(handle -> handle.createQuery(
                        "select max(since) from subscription where newsletter = :newsletter and source = :source")
                .bind("newsletter", newsletter)
                .bind("source", source)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
        return new Intake(newsletter, source, Math.max(clock.millis(), last + 1));
    }

    /**
     * Adds addresses, keyed by their canonical form, in one transaction.
     *
     * @return for each whether it was added, or why not; those that this very intake added before are left out
     */
    Map<String, Addition> addAll(Intake intake, Map<String, Newcomer> newcomers) {
        return database.write(handle -> add(handle, intake, newcomers));
    }

    private Map<String, Addition> add(Handle handle, Intake intake, Map<String, Newcomer> newcomers) {
        Map<String, Addition> result = new LinkedHashMap<>();
        if (newcomers.isEmpty()) {
            return result;
        }
        Map<String, Known> known = known(handle, intake, newcomers.keySet());
        // In the order of the index, so that neighbours are written into the same page while it is at hand.
        Map<String, Newcomer> unknown = new TreeMap<>(newcomers);
        known.forEach((canonical, some) -> {
            if (!some.mayBeAdded()) {
                unknown.remove(canonical);
            }
            if (!some.isOf(intake)) {
                result.put(canonical, some.addition());
            }
        });
        unknown.keySet().forEach(canonical -> result.put(canonical, Addition.ADDED));
        insert(handle, intake, unknown);
        return result;
    }

    Map<String, Known> known(Handle handle, Intake intake, Set<String> canonicals) {
        Map<String, Known> known = new LinkedHashMap<>();
        // A cross join keeps its order in SQLite, which would else read all subscriptions of the newsletter each time.
        handle.createQuery("""
                        select s.canonical, u.state, u.source, u.since
                        from subscriber s cross join subscription u
                        where s.canonical in (<canonicals>) and u.newsletter = :newsletter and u.subscriber_id = s.id
                        """)
                .bind("newsletter", intake.newsletter())
                .bindList("canonicals", List.copyOf(canonicals))
                .map((row, context) ->
                        Map.entry(row.getString(1), new Known(row.getString(2), row.getString(3), row.getLong(4))))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        handle.createQuery("select canonical from suppression where canonical in (<canonicals>)")
                .bindList("canonicals", List.copyOf(canonicals))
                .mapTo(String.class)
                .forEach(canonical -> known.merge(canonical, Known.SUPPRESSED, Known::ofBoth));
        ForgottenStore.among(handle, canonicals).forEach(canonical -> known.put(canonical, Known.FORGOTTEN));
        return known;
    }

    private void insert(Handle handle, Intake intake, Map<String, Newcomer> newcomers) {
        if (newcomers.isEmpty()) {
            return;
        }
        PreparedBatch subscribers = handle.prepareBatch("""
                insert into subscriber (id, email, canonical, created_at, name)
                values (:id, :email, :canonical, :since, :name)
                on conflict (canonical) do update set name = coalesce(subscriber.name, excluded.name)
                """);
        // The condition guards against a reader who unsubscribes in another process at this very moment.
        PreparedBatch subscriptions = handle.prepareBatch("""
                insert into subscription (newsletter, subscriber_id, state, source, since)
                select :newsletter, id, 'confirmed', :source, :since from subscriber where canonical = :canonical
                on conflict (newsletter, subscriber_id)
                do update set state = 'confirmed', source = excluded.source, since = excluded.since
                where subscription.state = 'removed'
                """);
        newcomers.forEach((canonical, newcomer) -> {
            subscribers.bind("id", ids.get()).bind("canonical", canonical).bind("since", intake.since());
            subscribers
                    .bind("email", newcomer.address().text())
                    .bind("name", newcomer.name().orElse(null))
                    .add();
            subscriptions.bind("newsletter", intake.newsletter()).bind("source", intake.source());
            subscriptions
                    .bind("since", intake.since())
                    .bind("canonical", canonical)
                    .add();
        });
        subscribers.execute();
        subscriptions.execute();
    }

    /**
     * Ends a subscription, at once and for good: mails that are queued are not sent either.
     *
     * @return whether this call ended it; false when it had ended before, or nobody has that id
     */
    public boolean unsubscribe(String newsletter, String subscriberId) {
        return database.write(handle -> handle.createUpdate("""
                                insert into subscription (newsletter, subscriber_id, state, source, since)
                                select :newsletter, id, 'unsubscribed', 'unsubscribed', :now from subscriber
                                where id = :id
                                on conflict (newsletter, subscriber_id)
                                do update set state = 'unsubscribed', since = excluded.since
                                where subscription.state <> 'unsubscribed'
                                """)
                        .bind("newsletter", newsletter)
                        .bind("now", clock.millis())
                        .bind("id", subscriberId)
                        .execute())
                > 0;
    }

    /**
     * Bars an address from all mail.
     *
     * @param reason for the admin, such as a server's reply
     */
    public void suppress(EmailAddress address, String reason) {
        database.change(handle -> handle.createUpdate("""
                        insert into suppression (canonical, reason, since) values (:canonical, :reason, :now)
                        on conflict (canonical) do nothing
                        """)
                .bind("canonical", address.canonical())
                .bind("reason", reason)
                .bind("now", clock.millis())
                .execute());
    }

    RehearsalStore rehearsals() {
        return new RehearsalStore(database, this);
    }

    /** The address of a subscriber. */
    public Optional<EmailAddress> address(String subscriberId) {
        return database.read(handle -> handle.createQuery("select email from subscriber where id = :id")
                .bind("id", subscriberId)
                .mapTo(String.class)
                .findOne()
                .map(EmailAddress::new));
    }

    /** Hands over the addresses that get the newsletter, in order, without ever holding all of them. */
    public void forEachConfirmed(String newsletter, Consumer<String> address) {
        List<Listed> page = page(newsletter, "");
        while (!page.isEmpty()) {
            page.forEach(listed -> address.accept(listed.email()));
            page = page(newsletter, page.get(page.size() - 1).canonical());
        }
    }

    private List<Listed> page(String newsletter, String after) {
        return database.read(handle -> handle.createQuery("""
                        select s.email, s.canonical from subscription u join subscriber s on s.id = u.subscriber_id
                        where u.newsletter = :newsletter and u.state = 'confirmed' and s.canonical > :after
                        and not exists (select 1 from suppression x where x.canonical = s.canonical)
                        order by s.canonical limit :limit
                        """)
                .bind("newsletter", newsletter)
                .bind("after", after)
                .bind("limit", BATCH)
                .map((row, context) -> new Listed(row.getString(1), row.getString(2)))
                .list());
    }

    private record Listed(String email, String canonical) {}

    /** How many addresses a newsletter has. */
    public SubscriberCounts counts(String newsletter) {
        return database.read(handle -> handle.createQuery("""
                        select coalesce(sum(case when u.state = 'confirmed' and x.canonical is null then 1 else 0 end), 0),
                               coalesce(sum(case when u.state = 'unsubscribed' then 1 else 0 end), 0),
                               coalesce(sum(case when u.state = 'confirmed' and x.canonical is not null
                                                 then 1 else 0 end), 0)
                        from subscription u join subscriber s on s.id = u.subscriber_id
                        left join suppression x on x.canonical = s.canonical
                        where u.newsletter = :newsletter
                        """)
                .bind("newsletter", newsletter)
                .map((row, context) -> new SubscriberCounts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .one());
    }
}
