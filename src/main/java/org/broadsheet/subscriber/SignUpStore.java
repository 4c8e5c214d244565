package org.broadsheet.subscriber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * Sign-ups until they are confirmed, and the proof of consent from then on. Safe for use by many threads and processes.
 *
 * <p>Asking does the same work whatever is known of the address, so that neither the answer nor its time betrays it; what
 * the mail says is decided when it is written.
 */
public final class SignUpStore {
    /** Nobody's mailbox shall be filled with our questions, whoever asks for them and for however many newsletters. */
    private static final int MAILS_A_DAY = 5;

    private static final Duration DAY = Duration.ofDays(1);

    private final Database database;
    private final Supplier<String> ids;
    private final Clock clock;

    /** Sign-ups in that database. */
    public SignUpStore(Database database, Supplier<String> ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes down a sign-up and the mail that asks back; neither, when this address was written to often today.
     *
     * @return its id, if it was written down
     */
    public Optional<String> ask(SignUp signUp) {
        String id = ids.get();
        ServiceMail mail = new ServiceMail(
                ids.get(), ServiceMail.Kind.SIGN_UP, id, signUp.newsletter(), signUp.language(), signUp.address());
        return database.write(handle -> {
            if (insert(handle, id, signUp) == 0) {
                return Optional.empty();
            }
            ServiceMailStore.add(handle, mail, clock.millis());
            return Optional.of(id);
        });
    }

    private int insert(Handle handle, String id, SignUp signUp) {
        Choices choices = signUp.choices();
        return handle.createUpdate("""
                        insert into sign_up (id, newsletter, email, canonical, name, topics, frequency, language,
                            time_zone, consent, asked_from, asked_at)
                        select :id, :newsletter, :email, :canonical, :name, :topics, :frequency, :language,
                            :zone, :consent, :from, :now
                        where (select count(*) from sign_up where canonical = :canonical and asked_at > :today) < :most
                        """)
                .bind("id", id)
                .bind("newsletter", signUp.newsletter())
                .bind("email", signUp.address().text())
                .bind("canonical", signUp.address().canonical())
                .bind("name", signUp.name().orElse(null))
                .bind("topics", String.join("\n", choices.topics()))
                .bind("frequency", choices.frequency().stored())
                .bind("language", signUp.language().toLanguageTag())
                .bind("zone", choices.timeZone().map(ZoneId::getId).orElse(null))
                .bind("consent", signUp.consent())
                .bind("from", signUp.from().orElse(null))
                .bind("now", clock.millis())
                .bind("today", clock.instant().minus(DAY).toEpochMilli())
                .bind("most", MAILS_A_DAY)
                .execute();
    }

    /** A sign-up that was confirmed or not, as long as its link is good. */
    public Optional<SignUp> find(String id) {
        return database.read(handle -> row(handle, id)).map(Row::signUp);
    }

    /** What may be written to the address of a sign-up now. */
    public SignUpStanding standing(String id) {
        return database.read(handle -> row(handle, id).map(row -> standing(handle, row.signUp())))
                .orElseGet(SignUpStanding.Barred::new);
    }

    private static SignUpStanding standing(Handle handle, SignUp signUp) {
        boolean suppressed = handle.createQuery("select canonical from suppression where canonical = :canonical")
                .bind("canonical", signUp.address().canonical())
                .mapTo(String.class)
                .findOne()
                .isPresent();
        return suppressed
                ? new SignUpStanding.Barred()
                : subscribed(handle, signUp)
                        .<SignUpStanding>map(SignUpStanding.Subscribed::new)
                        .orElseGet(SignUpStanding.New::new);
    }

    private static Optional<Subscription> subscribed(Handle handle, SignUp signUp) {
        return handle.createQuery("""
                        select s.id from subscription u join subscriber s on s.id = u.subscriber_id
                        where s.canonical = :canonical and u.newsletter = :newsletter and u.state = 'confirmed'
                        """)
                .bind("canonical", signUp.address().canonical())
                .bind("newsletter", signUp.newsletter())
                .mapTo(String.class)
                .findOne()
                .map(id -> new Subscription(signUp.newsletter(), id));
    }

    /**
     * Subscribes whoever signed up and opened the link in the mail, and keeps the proof. A second time changes nothing.
     *
     * @param from as in {@link SignUp}, of the machine that opened the link
     * @return empty when there is no such sign-up, or when it was confirmed and its reader has left since
     */
    public Optional<Subscription> confirm(String id, Optional<String> from) {
        return database.write(handle -> row(handle, id).flatMap(row -> {
            if (row.confirmed()) {
                return subscribed(handle, row.signUp());
            }
            String subscriber = subscribe(handle, row.signUp());
            prove(handle, row, subscriber, from);
            ForgottenStore.remove(handle, row.signUp().address().canonical());
            return Optional.of(new Subscription(row.signUp().newsletter(), subscriber));
        }));
    }

    private String subscribe(Handle handle, SignUp signUp) {
        handle.createUpdate("""
                        insert into subscriber (id, email, canonical, name, created_at)
                        values (:id, :email, :canonical, :name, :now) on conflict (canonical)
                        do update set name = coalesce(excluded.name, subscriber.name)
                        """)
                .bind("id", ids.get())
                .bind("email", signUp.address().text())
                .bind("canonical", signUp.address().canonical())
                .bind("name", signUp.name().orElse(null))
                .bind("now", clock.millis())
                .execute();
        return handle.createQuery("""
                        insert into subscription (newsletter, subscriber_id, state, source, since, topics, language,
                            frequency, time_zone)
                        select :newsletter, id, 'confirmed', 'sign-up', :now, :topics, :language, :frequency, :zone
                        from subscriber where canonical = :canonical
                        on conflict (newsletter, subscriber_id) do update set state = 'confirmed', source = 'sign-up',
                            since = excluded.since, topics = excluded.topics, language = excluded.language,
                            frequency = excluded.frequency, time_zone = excluded.time_zone, paused_until = null
                        returning subscriber_id
                        """)
                .bind("newsletter", signUp.newsletter())
                .bind("canonical", signUp.address().canonical())
                .bind("topics", String.join("\n", signUp.choices().topics()))
                .bind("language", signUp.language().toLanguageTag())
                .bind("frequency", signUp.choices().frequency().stored())
                .bind("zone", signUp.choices().timeZone().map(ZoneId::getId).orElse(null))
                .bind("now", clock.millis())
                .mapTo(String.class)
                .one();
    }

    private void prove(Handle handle, Row row, String subscriber, Optional<String> from) {
        handle.createUpdate("""
                        insert into consent (id, subscriber_id, newsletter, email, words, asked_at, asked_from,
                            confirmed_at, confirmed_from)
                        select id, :subscriber, newsletter, email, consent, asked_at, asked_from, :now, :from
                        from sign_up where id = :id
                        """)
                .bind("id", row.id())
                .bind("subscriber", subscriber)
                .bind("now", clock.millis())
                .bind("from", from.orElse(null))
                .execute();
        handle.createUpdate("update sign_up set confirmed_at = :now where id = :id")
                .bind("id", row.id())
                .bind("now", clock.millis())
                .execute();
    }

    /** Deletes what nobody confirmed while it was possible; of what was confirmed, the proof stays. */
    public void deleteOld() {
        Instant before = clock.instant().minus(Purpose.CONFIRM.lifetime().orElseThrow());
        database.change(handle -> handle.createUpdate("delete from sign_up where asked_at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }

    private record Row(String id, SignUp signUp, boolean confirmed) {}

    private static Optional<Row> row(Handle handle, String id) {
        return handle.createQuery("""
                        select id, newsletter, email, name, topics, frequency, language, time_zone, consent,
                            asked_from, confirmed_at
                        from sign_up where id = :id
                        """)
                .bind("id", id)
                .map((row, context) -> new Row(row.getString("id"), signUp(row), row.getString("confirmed_at") != null))
                .findOne();
    }

    private static SignUp signUp(ResultSet row) throws SQLException {
        Choices choices = new Choices(
                row.getString("topics").lines().toList(),
                Frequency.of(row.getString("frequency")).orElse(Frequency.EVERY),
                Optional.of(Locale.forLanguageTag(row.getString("language"))),
                Optional.ofNullable(row.getString("time_zone")).map(ZoneId::of),
                Optional.empty(),
                Optional.empty());
        return new SignUp(
                row.getString("newsletter"),
                new EmailAddress(row.getString("email")),
                Optional.ofNullable(row.getString("name")),
                choices,
                row.getString("consent"),
                Optional.ofNullable(row.getString("asked_from")));
    }
}
