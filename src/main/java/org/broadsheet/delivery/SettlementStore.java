package org.broadsheet.delivery;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.store.Database;

/** Writes down what became of deliveries; the part of the ledger that every mail goes through. */
final class SettlementStore {
    private static final String SETTLE = """
            update delivery set state = ?, attempts = attempts + ?, next_attempt = ?,
            owner = null, last_reply = ?, updated_at = ?
            where edition_id = ? and subscriber_id = ? and state = 'sending' and owner = ?
            """;

    private static final int LONGEST_REPLY = 1000;

    private final Database database;
    private final Clock clock;

    SettlementStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** In one transaction; returns those that another process had taken over, so that nothing was written of them. */
    List<Settled> write(List<Settled> settled) {
        return settled.isEmpty()
                ? List.of()
                : database.write(SETTLE, update -> {
                    // A batch that failed before it was run is not to be written now.
                    update.clearBatch();
                    for (Settled one : settled) {
                        set(update, one.claim(), one.settlement());
                        update.addBatch();
                    }
                    return lost(settled, update.executeBatch());
                });
    }

    private void set(PreparedStatement update, Claim claim, Settlement settlement) throws SQLException {
        update.setString(1, settlement.state().stored());
        update.setInt(2, settlement.state() == DeliveryState.SKIPPED ? 0 : 1);
        update.setLong(3, settlement.nextAttempt().toEpochMilli());
        update.setString(4, shortened(settlement.reply()));
        update.setLong(5, clock.millis());
        update.setString(6, claim.editionId());
        update.setString(7, claim.subscriberId());
        update.setString(8, claim.owner());
    }

    private static List<Settled> lost(List<Settled> settled, int[] changed) {
        return IntStream.range(0, changed.length)
                .filter(i -> changed[i] == 0)
                .mapToObj(settled::get)
                .toList();
    }

    private static String shortened(String reply) {
        // PostgreSQL takes no NUL in text.
        String clean = reply.replace('\0', ' ').strip();
        return clean.substring(0, Math.min(clean.length(), LONGEST_REPLY));
    }
}
