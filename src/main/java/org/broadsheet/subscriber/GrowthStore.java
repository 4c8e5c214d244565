package org.broadsheet.subscriber;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.store.Database;

/** Tells how many came and went, and why addresses were barred; days are those of UTC. */
public final class GrowthStore {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Database database;

    /** Subscribers of that database. */
    public GrowthStore(Database database) {
        this.database = database;
    }

    /**
     * A day of a newsletter.
     *
     * @param day its first instant
     * @param came subscribed on that day
     * @param went unsubscribed or were removed on that day
     */
    public record Day(Instant day, long came, long went) {}

    /**
     * Why addresses were barred.
     *
     * @param count how many of them for that reason
     */
    public record Reason(String text, long count) {}

    /** The days since an instant on which somebody came or went, oldest first. Whoever came back counts from then on. */
    public List<Day> days(String newsletter, Instant since) {
        Map<Long, long[]> days = new TreeMap<>();
        database.read(handle -> {
            handle.createQuery("""
                            select case when u.state = 'confirmed' then u.since else s.created_at end / :day as came,
                            case when u.state = 'confirmed' then -1 else u.since / :day end as went, count(*)
                            from subscription u join subscriber s on s.id = u.subscriber_id
                            where u.newsletter = :newsletter and u.since >= :since group by 1, 2
                            """)
                    .bind("day", DAY)
                    .bind("newsletter", newsletter)
                    .bind("since", since.toEpochMilli())
                    .map((row, context) -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)})
                    .forEach(row -> note(days, row));
            return days;
        });
        List<Day> all = new ArrayList<>();
        days.forEach((day, counts) -> all.add(new Day(Instant.ofEpochMilli(day * DAY), counts[0], counts[1])));
        return all;
    }

    private static void note(Map<Long, long[]> days, long[] row) {
        days.computeIfAbsent(row[0], day -> new long[2])[0] += row[2];
        if (row[1] >= 0) {
            days.computeIfAbsent(row[1], day -> new long[2])[1] += row[2];
        }
    }

    /** How many addresses were barred on each day since an instant, keyed by its first instant, oldest first. */
    public Map<Instant, Long> suppressions(Instant since) {
        Map<Instant, Long> days = new TreeMap<>();
        database.read(handle -> {
            handle.createQuery("select since / :day, count(*) from suppression where since >= :since group by 1")
                    .bind("day", DAY)
                    .bind("since", since.toEpochMilli())
                    .map((row, context) -> Map.entry(row.getLong(1), row.getLong(2)))
                    .forEach(entry -> days.put(Instant.ofEpochMilli(entry.getKey() * DAY), entry.getValue()));
            return days;
        });
        return days;
    }

    /** The most frequent reasons since an instant, the most frequent first. */
    public List<Reason> reasons(Instant since, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select reason, count(*) as addresses from suppression where since >= :since
                        group by reason order by addresses desc, reason limit :limit
                        """)
                .bind("since", since.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new Reason(row.getString(1), row.getLong(2)))
                .list());
    }
}
