package org.broadsheet.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.broadsheet.store.Database;

/**
 * Asks the database right before each mail, with a query that stays prepared, since it is asked as often as mails go out.
 * Safe for use by many threads.
 */
final class LastLookStore {
    private static final String SQL = """
            select s.email, u.state, x.reason
            from delivery d join subscriber s on s.id = d.subscriber_id
            left join subscription u on u.subscriber_id = d.subscriber_id and u.newsletter = ?
            left join suppression x on x.canonical = s.canonical
            where d.edition_id = ? and d.subscriber_id = ? and d.state = 'sending' and d.owner = ?
            """;

    private final Database database;
    private final Clock clock;

    /** Looks into that database. */
    LastLookStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Looks, right before sending, whether the delivery is still wanted, and still this owner's. */
    LastLook look(Claim claim, String newsletter) {
        if (claim.claimedAt().plus(LedgerStore.LEASE.dividedBy(3)).isBefore(clock.instant()) && !renew(claim)) {
            return new LastLook.Lost();
        }
        return database.read(SQL, query -> {
            query.setString(1, newsletter);
            query.setString(2, claim.editionId());
            query.setString(3, claim.subscriberId());
            query.setString(4, claim.owner());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? judge(row) : new LastLook.Lost();
            }
        });
    }

    private static LastLook judge(ResultSet row) throws SQLException {
        return LastLook.of(
                row.getString(1), Optional.ofNullable(row.getString(2)), Optional.ofNullable(row.getString(3)));
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
