package org.broadsheet.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlite.SQLiteConnection;

/**
 * Statements that stay prepared as long as their connection is open. PostgreSQL's driver does this by itself, SQLite's
 * does not, and preparing a small query takes longer than running it. Safe for use by many threads, each with a connection
 * of its own.
 */
final class KeptStatements {
    private final Map<Connection, Map<String, PreparedStatement>> kept = new ConcurrentHashMap<>();

    /**
     * Does something with the statement of that text, on a connection that nobody else uses meanwhile. It is not to be closed.
     * One that failed is not kept: the driver may have ended it.
     */
    <T> T run(Connection borrowed, String sql, Database.Prepared<T> work) throws SQLException {
        Connection own = borrowed.unwrap(SQLiteConnection.class);
        try {
            return work.run(statement(own, sql));
        } catch (SQLException e) {
            forget(own, sql, e);
            throw e;
        }
    }

    private PreparedStatement statement(Connection own, String sql) throws SQLException {
        Map<String, PreparedStatement> ofConnection = kept.get(own);
        if (ofConnection == null) {
            forgetClosed();
            ofConnection = new HashMap<>();
            kept.put(own, ofConnection);
        }
        PreparedStatement known = ofConnection.get(sql);
        if (known == null) {
            known = own.prepareStatement(sql);
            ofConnection.put(sql, known);
        }
        return known;
    }

    private void forget(Connection own, String sql, SQLException why) {
        Map<String, PreparedStatement> ofConnection = kept.getOrDefault(own, Map.of());
        PreparedStatement failed = ofConnection.get(sql);
        if (failed != null) {
            ofConnection.remove(sql);
            try {
                failed.close();
            } catch (SQLException e) {
                why.addSuppressed(e);
            }
        }
    }

    /** The pool replaces connections from time to time. */
    private void forgetClosed() throws SQLException {
        List<Connection> closed = new ArrayList<>();
        for (Connection connection : kept.keySet()) {
            if (connection.isClosed()) {
                closed.add(connection);
            }
        }
        closed.forEach(kept::remove);
    }
}
