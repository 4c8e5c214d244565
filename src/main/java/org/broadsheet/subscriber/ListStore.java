package org.broadsheet.subscriber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.broadsheet.store.Database;
import org.jdbi.v3.core.statement.StatementContext;

/** Lists subscriptions page by page, each page as fast as the first, however many there are. */
public final class ListStore {
    private static final int BATCH = 1000;

    private static final String COLUMNS = """
            s.email, s.name, u.newsletter, u.source, s.canonical, x.reason,
            case when x.canonical is not null and u.state = 'confirmed' then 'suppressed' else u.state end as state,
            coalesce(case when u.state = 'confirmed' then x.since end, u.since) as since
            """;

    /** In the order of the index on addresses, so that a page reads no more than it shows. */
    private static final String SUBSCRIPTIONS = "select " + COLUMNS + """
            from subscriber s join subscription u on u.subscriber_id = s.id
            left join suppression x on x.canonical = s.canonical
            where s.canonical >= :canonical and (s.canonical > :canonical or u.newsletter > :after)
            and (:newsletter = '' or u.newsletter = :newsletter)
            and (:state = '' or (u.state = :state and (u.state <> 'confirmed' or x.canonical is null)))
            and s.canonical like :pattern escape '!'
            order by s.canonical, u.newsletter limit :limit
            """;

    private static final String SUPPRESSED = """
            select coalesce(s.email, x.canonical) as email, s.name, coalesce(u.newsletter, '') as newsletter,
            coalesce(u.source, '') as source, x.canonical, x.reason, 'suppressed' as state, x.since
            from suppression x left join subscriber s on s.canonical = x.canonical
            left join subscription u on u.subscriber_id = s.id and (:newsletter = '' or u.newsletter = :newsletter)
            where x.canonical >= :canonical and (x.canonical > :canonical or coalesce(u.newsletter, '') > :after)
            and (:newsletter = '' or u.newsletter = :newsletter)
            and x.canonical like :pattern escape '!' and :state = 'suppressed'
            order by x.canonical, coalesce(u.newsletter, '') limit :limit
            """;

    private final Database database;

    /** The list of that database. */
    public ListStore(Database database) {
        this.database = database;
    }

    /**
     * One page.
     *
     * @param after the place that it begins behind; {@link ListPosition#START} for the first page
     * @param limit how many subscriptions at most
     */
    public List<ListedSubscription> page(ListFilter filter, ListPosition after, int limit) {
        return database.read(handle -> handle.createQuery(filter.suppressed() ? SUPPRESSED : SUBSCRIPTIONS)
                .bind("canonical", after.canonical())
                .bind("after", after.newsletter())
                .bind("newsletter", filter.newsletter().orElse(""))
                .bind("state", filter.state().orElse(""))
                .bind("pattern", filter.pattern())
                .bind("limit", limit)
                .map(ListStore::subscription)
                .list());
    }

    /** Hands over all of them, in order, without ever holding all of them. */
    public void forEach(ListFilter filter, Consumer<ListedSubscription> consumer) {
        List<ListedSubscription> page = page(filter, ListPosition.START, BATCH);
        while (!page.isEmpty()) {
            page.forEach(consumer);
            page = page.size() < BATCH
                    ? List.of()
                    : page(filter, page.get(page.size() - 1).position(), BATCH);
        }
    }

    private static ListedSubscription subscription(ResultSet row, StatementContext context) throws SQLException {
        return new ListedSubscription(
                row.getString("email"),
                Optional.ofNullable(row.getString("name")),
                row.getString("newsletter"),
                row.getString("state"),
                row.getString("source"),
                Instant.ofEpochMilli(row.getLong("since")),
                Optional.ofNullable(row.getString("reason")),
                new ListPosition(row.getString("canonical"), row.getString("newsletter")));
    }
}
