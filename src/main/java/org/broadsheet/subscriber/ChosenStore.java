package org.broadsheet.subscriber;

import java.util.List;
import org.broadsheet.edition.VariantChoice;
import org.broadsheet.store.Database;

/** What the readers of a newsletter chose, each choice once, whoever made it. Safe for use by many threads. */
public final class ChosenStore {
    private final Database database;

    /** The choices in that database. */
    public ChosenStore(Database database) {
        this.database = database;
    }

    /** The forms of editions that confirmed readers chose, what most of them chose first. */
    public List<VariantChoice> forms(String newsletter) {
        return database.read(handle -> handle.createQuery("""
                        select coalesce(language, '') as chosen_language, topics from subscription
                        where newsletter = :newsletter and state = 'confirmed'
                        and (language is not null or topics <> '')
                        group by coalesce(language, ''), topics
                        order by count(*) desc, coalesce(language, ''), topics
                        """)
                .bind("newsletter", newsletter)
                .map((row, context) -> new VariantChoice(row.getString(1), row.getString(2)))
                .list());
    }

    /** How many confirmed readers want mail that often, those left out who must not be mailed. */
    public long readers(String newsletter, Frequency frequency) {
        return database.read(handle -> handle.createQuery("""
                        select count(*) from subscription u join subscriber s on s.id = u.subscriber_id
                        where u.newsletter = :newsletter and u.state = 'confirmed' and u.frequency = :frequency
                        and not exists (select 1 from suppression x where x.canonical = s.canonical)
                        """)
                .bind("newsletter", newsletter)
                .bind("frequency", frequency.stored())
                .mapTo(Long.class)
                .one());
    }

    /** The times of day that confirmed readers chose. */
    public List<OwnHour> hours(String newsletter) {
        return database.read(handle -> handle.createQuery("""
                        select distinct time_zone, deliver_at from subscription
                        where newsletter = :newsletter and state = 'confirmed'
                        and time_zone is not null and deliver_at is not null
                        order by time_zone, deliver_at
                        """)
                .bind("newsletter", newsletter)
                .map((row, context) -> new OwnHour(row.getString(1), row.getInt(2)))
                .list());
    }
}
