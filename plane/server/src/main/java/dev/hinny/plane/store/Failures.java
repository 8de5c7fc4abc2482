package dev.hinny.plane.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Sorts what the driver throws by what the caller can do about it. */
final class Failures {
    private Failures() {}

    static RuntimeException of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        // 08: connection; 57P: shutdown and start-up; 53: no more connections; 25006: a standby that was the primary.
        if (e instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.equals("25006")) {
            return new StoreUnavailable(e);
        }
        if (state.startsWith("23")) {
            ServerErrorMessage server = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
            String constraint = server == null ? null : server.getConstraint();
            return new ConstraintViolated(constraint == null ? state : constraint, e);
        }
        if (state.startsWith("22")) {
            return new ValueRefused(e);
        }
        return new IllegalStateException("database refused a statement: " + e.getMessage(), e);
    }
}
