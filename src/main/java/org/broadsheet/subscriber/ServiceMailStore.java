package org.broadsheet.subscriber;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.broadsheet.config.EmailAddress;
import org.broadsheet.store.Database;
import org.broadsheet.subscriber.ServiceMail.Kind;
import org.jdbi.v3.core.Handle;

/**
 * The mails to single readers that are still to be sent, so that no page waits for a mail server. Safe for use by many
 * threads and processes.
 */
public final class ServiceMailStore {
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(2);
    private static final long FIRST_WAIT = Duration.ofMinutes(1).toMillis();

    private final Database database;
    private final Clock clock;

    /** The mails of that database. */
    public ServiceMailStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes a mail down within somebody else's transaction. */
    static void add(Handle handle, ServiceMail mail, long now) {
        handle.createUpdate("""
                        insert into service_mail (id, kind, about, newsletter, language, email, next_attempt, expires)
                        values (:id, :kind, :about, :newsletter, :language, :email, :now, :expires)
                        """)
                .bind("id", mail.id())
                .bind("kind", mail.kind().name())
                .bind("about", mail.about())
                .bind("newsletter", mail.newsletter())
                .bind("language", mail.language().toLanguageTag())
                .bind("email", mail.to().text())
                .bind("now", now)
                .bind("expires", now + GIVEN_UP_AFTER.toMillis())
                .execute();
    }

    /**
     * Takes up to that many mails which are due. Each comes back by itself, later each time, unless it is
     * {@linkplain #done done}: whoever took it may have died.
     */
    public List<ServiceMail> take(int limit) {
        return anyDue() ? takeDue(limit) : List.of();
    }

    /** Looks without the lock of a writer, since there is mostly nothing. */
    private boolean anyDue() {
        return database.read(
                handle -> handle.createQuery("select exists (select 1 from service_mail where next_attempt <= :now)")
                        .bind("now", clock.millis())
                        .map((row, context) -> row.getBoolean(1))
                        .one());
    }

    private List<ServiceMail> takeDue(int limit) {
        return database.write(handle -> {
            handle.createUpdate("delete from service_mail where expires <= :now")
                    .bind("now", clock.millis())
                    .execute();
            return handle.createQuery("""
                            with due as materialized (
                                select id as due_id from service_mail where next_attempt <= :now
                                order by next_attempt limit :limit %s
                            )
                            update service_mail set attempts = attempts + 1,
                            next_attempt = :now + :wait * (case when attempts < 6 then 1 + attempts * attempts else 60 end)
                            from due where id = due_id
                            returning id, kind, about, newsletter, language, email
                            """.formatted(database.skipLocked()))
                    .bind("now", clock.millis())
                    .bind("limit", limit)
                    .bind("wait", FIRST_WAIT)
                    .map((row, context) -> new ServiceMail(
                            row.getString(1),
                            Kind.valueOf(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            Locale.forLanguageTag(row.getString(5)),
                            new EmailAddress(row.getString(6))))
                    .list();
        });
    }

    /** Strikes a mail out: it was sent, or never will be. */
    public void done(ServiceMail mail) {
        database.change(handle -> handle.createUpdate("delete from service_mail where id = :id")
                .bind("id", mail.id())
                .execute());
    }
}
