package org.broadsheet.subscriber;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.AddressChange.Outcome;
import org.broadsheet.subscriber.ServiceMail.Kind;
import org.jdbi.v3.core.Handle;

/** Changes of address, which whoever reads the new one must agree to. Safe for use by many threads and processes. */
public final class AddressChangeStore {
    private static final int MAILS_A_DAY = 5;

    private final Database database;
    private final Supplier<String> ids;
    private final Clock clock;

    /** Changes in that database. */
    public AddressChangeStore(Database database, Supplier<String> ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes down a wish and the mail that asks the new address; neither, when nothing may be written to that address, or
     * when there were many such mails today, to that address or by that reader.
     *
     * @return its id, if it was written down
     */
    public Optional<String> ask(AddressChange change, Locale language) {
        String id = ids.get();
        Subscription subscription = change.subscription();
        return database.write(handle -> {
            int written = handle.createUpdate("""
                            insert into address_change (id, subscriber_id, newsletter, email, canonical, asked_at)
                            select :id, s.id, :newsletter, :email, :canonical, :now from subscriber s
                            where s.id = :subscriber
                            and not exists (select 1 from suppression x where x.canonical = :canonical)
                            and (select count(*) from address_change where asked_at > :today
                                and (canonical = :canonical or subscriber_id = :subscriber)) < :most
                            """)
                    .bind("id", id)
                    .bind("subscriber", subscription.subscriberId())
                    .bind("newsletter", subscription.newsletter())
                    .bind("email", change.to().text())
                    .bind("canonical", change.to().canonical())
                    .bind("now", clock.millis())
                    .bind("today", clock.instant().minus(Duration.ofDays(1)).toEpochMilli())
                    .bind("most", MAILS_A_DAY)
                    .execute();
            if (written > 0) {
                mail(handle, Kind.MOVE, id, change, language);
            }
            return Optional.of(id).filter(some -> written > 0);
        });
    }

    private void mail(Handle handle, Kind kind, String about, AddressChange to, Locale language) {
        String newsletter = to.subscription().newsletter();
        ServiceMail mail = new ServiceMail(ids.get(), kind, about, newsletter, language, to.to());
        ServiceMailStore.add(handle, mail, clock.millis());
    }

    /** A wish of that id, done or not. */
    public Optional<AddressChange> find(String id) {
        return database.read(handle -> find(handle, id));
    }

    private static Optional<AddressChange> find(Handle handle, String id) {
        return handle.createQuery("select newsletter, subscriber_id, email from address_change where id = :id")
                .bind("id", id)
                .map((row, context) -> new AddressChange(
                        new Subscription(row.getString(1), row.getString(2)), new EmailAddress(row.getString(3))))
                .findOne();
    }

    /** Does what a reader wished, and tells the old address. A second time changes nothing. */
    public Outcome complete(String id, Locale language) {
        return database.write(handle -> find(handle, id)
                .map(change -> complete(handle, id, change, language))
                .orElse(Outcome.GONE));
    }

    private Outcome complete(Handle handle, String id, AddressChange change, Locale language) {
        String subscriber = change.subscription().subscriberId();
        Optional<String> owner = handle.createQuery("select id from subscriber where canonical = :canonical")
                .bind("canonical", change.to().canonical())
                .mapTo(String.class)
                .findOne();
        boolean done = handle.createQuery("select done_at from address_change where id = :id and done_at is not null")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
        if (done || owner.isPresent()) {
            return owner.equals(Optional.of(subscriber)) ? Outcome.DONE : done ? Outcome.GONE : Outcome.TAKEN;
        }
        String old = handle.createQuery("select email from subscriber where id = :id")
                .bind("id", subscriber)
                .mapTo(String.class)
                .one();
        move(handle, id, change);
        mail(handle, Kind.MOVED, id, new AddressChange(change.subscription(), new EmailAddress(old)), language);
        return Outcome.DONE;
    }

    private void move(Handle handle, String id, AddressChange change) {
        handle.createUpdate("update subscriber set email = :email, canonical = :canonical where id = :id")
                .bind("id", change.subscription().subscriberId())
                .bind("email", change.to().text())
                .bind("canonical", change.to().canonical())
                .execute();
        ForgottenStore.remove(handle, change.to().canonical());
        handle.createUpdate("update address_change set done_at = :now where id = :id")
                .bind("id", id)
                .bind("now", clock.millis())
                .execute();
    }

    /** Deletes the wishes whose links are too old by now. */
    public void deleteOld() {
        Instant before = clock.instant().minus(Purpose.MOVE.lifetime().orElseThrow());
        database.change(handle -> handle.createUpdate("delete from address_change where asked_at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }
}
