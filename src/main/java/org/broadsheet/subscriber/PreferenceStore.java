package org.broadsheet.subscriber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.store.Database;

/** What readers chose for their subscriptions. Safe for use by many threads and processes. */
public final class PreferenceStore {
    private static final int MINUTES = 60;

    private final Database database;

    /** Preferences in that database. */
    public PreferenceStore(Database database) {
        this.database = database;
    }

    /** What is known; empty when the reader is gone, or never had anything to do with that newsletter. */
    public Optional<Preferences> find(Subscription subscription) {
        return database.read(handle -> handle.createQuery("""
                        select s.email, s.name, u.state, u.topics, u.frequency, u.language, u.time_zone, u.deliver_at,
                            u.paused_until
                        from subscription u join subscriber s on s.id = u.subscriber_id
                        where u.newsletter = :newsletter and s.id = :subscriber
                        """)
                .bind("newsletter", subscription.newsletter())
                .bind("subscriber", subscription.subscriberId())
                .map((row, context) -> new Preferences(
                        new EmailAddress(row.getString("email")),
                        Optional.ofNullable(row.getString("name")),
                        row.getString("state").equals("confirmed"),
                        choices(row)))
                .findOne());
    }

    private static Choices choices(ResultSet row) throws SQLException {
        return new Choices(
                row.getString("topics").lines().toList(),
                Frequency.of(row.getString("frequency")).orElse(Frequency.EVERY),
                Optional.ofNullable(row.getString("language")).map(Locale::forLanguageTag),
                Optional.ofNullable(row.getString("time_zone")).map(ZoneId::of),
                Optional.ofNullable(row.getString("deliver_at"))
                        .map(Integer::valueOf)
                        .map(minutes -> LocalTime.of(minutes / MINUTES, minutes % MINUTES)),
                Optional.ofNullable(row.getString("paused_until"))
                        .map(Long::valueOf)
                        .map(Instant::ofEpochMilli));
    }

    /** Keeps what a reader chose; it holds from the next edition on. */
    public void change(Subscription subscription, Optional<String> name, Choices choices) {
        database.change(handle -> {
            handle.createUpdate("update subscriber set name = :name where id = :subscriber")
                    .bind("name", name.orElse(null))
                    .bind("subscriber", subscription.subscriberId())
                    .execute();
            handle.createUpdate("""
                            update subscription set topics = :topics, frequency = :frequency, language = :language,
                                time_zone = :zone, deliver_at = :deliverAt, paused_until = :pausedUntil
                            where newsletter = :newsletter and subscriber_id = :subscriber
                            """)
                    .bind("newsletter", subscription.newsletter())
                    .bind("subscriber", subscription.subscriberId())
                    .bind("topics", String.join("\n", choices.topics()))
                    .bind("frequency", choices.frequency().stored())
                    .bind(
                            "language",
                            choices.language().map(Locale::toLanguageTag).orElse(null))
                    .bind("zone", choices.timeZone().map(ZoneId::getId).orElse(null))
                    .bind(
                            "deliverAt",
                            choices.deliverAt().map(PreferenceStore::minutes).orElse(null))
                    .bind(
                            "pausedUntil",
                            choices.pausedUntil().map(Instant::toEpochMilli).orElse(null))
                    .execute();
        });
    }

    private static Integer minutes(LocalTime time) {
        return time.getHour() * MINUTES + time.getMinute();
    }
}
