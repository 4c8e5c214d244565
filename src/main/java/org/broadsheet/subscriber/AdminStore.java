package org.broadsheet.subscriber;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.store.Database;

/** What the admin alone does to subscribers. Safe for use by many threads and processes. */
public final class AdminStore {
    private final Database database;
    private final Clock clock;

    /** Subscribers of that database. */
    public AdminStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Ends subscriptions by the admin's hand; who adds the address again brings them back.
     *
     * @param newsletter which one; all of them when empty
     * @return the newsletters that it no longer gets
     */
    public List<String> remove(EmailAddress address, Optional<String> newsletter) {
        return database.write(handle -> handle.createQuery("""
                        update subscription set state = 'removed', since = :now
                        where subscriber_id = (select id from subscriber where canonical = :canonical)
                        and state not in ('removed', 'unsubscribed') and (:newsletter = '' or newsletter = :newsletter)
                        returning newsletter
                        """)
                .bind("now", clock.millis())
                .bind("canonical", address.canonical())
                .bind("newsletter", newsletter.orElse(""))
                .mapTo(String.class)
                .list());
    }

    /** Lifts the bar of {@link SubscriberStore#suppress}; empty when there was none, and else its reason. */
    public Optional<String> unsuppress(EmailAddress address) {
        return database.write(
                handle -> handle.createQuery("delete from suppression where canonical = :canonical returning reason")
                        .bind("canonical", address.canonical())
                        .mapTo(String.class)
                        .findOne());
    }
}
