package org.broadsheet.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.store.Database;

/**
 * Asks the database right before each mail, with a query that stays prepared, since it is asked as often as mails go out.
 * Safe for use by many threads.
 */
final class LastLookStore {
    /** So many at once; the text of the query never changes, so that it stays prepared. */
    static final int MOST = 16;

    private static final String SQL = """
            select d.subscriber_id, s.email, u.state, x.reason
            from delivery d join subscriber s on s.id = d.subscriber_id
            left join subscription u on u.subscriber_id = d.subscriber_id and u.newsletter = ?
            left join suppression x on x.canonical = s.canonical
            where d.edition_id = ? and d.state = 'sending' and d.owner = ? and d.subscriber_id in (%s)
            """.formatted(String.join(", ", Collections.nCopies(MOST, "?")));

    private final Database database;
    private final Clock clock;

    /** Looks into that database. */
    LastLookStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Looks, right before sending, whether deliveries are still wanted, and still their owner's.
     *
     * @param claims of one edition and one owner; one to {@link #MOST}
     */
    Map<Claim, LastLook> look(List<Claim> claims, String newsletter) {
        Instant now = clock.instant();
        List<Claim> held = claims.stream()
                .filter(claim ->
                        claim.claimedAt().plus(LedgerStore.LEASE.dividedBy(3)).isAfter(now) || renew(claim))
                .toList();
        Map<String, LastLook> wanted = held.isEmpty() ? Map.of() : ask(held, newsletter);
        return claims.stream()
                .collect(Collectors.toMap(
                        Function.identity(), claim -> wanted.getOrDefault(claim.subscriberId(), new LastLook.Lost())));
    }

    private Map<String, LastLook> ask(List<Claim> claims, String newsletter) {
        Claim first = claims.get(0);
        return database.read(SQL, query -> {
            query.setString(1, newsletter);
            query.setString(2, first.editionId());
            query.setString(3, first.owner());
            for (int i = 0; i < MOST; i++) {
                query.setString(
                        4 + i, claims.get(Math.min(i, claims.size() - 1)).subscriberId());
            }
            Map<String, LastLook> looks = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    looks.put(row.getString(1), judge(row));
                }
            }
            return looks;
        });
    }

    private static LastLook judge(ResultSet row) throws SQLException {
        return LastLook.of(
                row.getString(2), Optional.ofNullable(row.getString(3)), Optional.ofNullable(row.getString(4)));
    }

    private boolean renew(Claim claim) {
        return database.write(handle -> handle.createUpdate("""
                                update delivery set updated_at = :now where edition_id = :edition
                                and subscriber_id = :subscriber and state = 'sending' and owner = :owner
                                """)
                        .bind("now", clock.millis())
                        .bind("edition", claim.editionId())
                        .bind("subscriber", claim.subscriberId())
                        .bind("owner", claim.owner())
                        .execute())
                > 0;
    }
}
