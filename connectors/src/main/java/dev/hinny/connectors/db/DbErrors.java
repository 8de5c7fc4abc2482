package dev.hinny.connectors.db;

import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.FlowError;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

/**
 * The error types of databases.
 *
 * @see <a href="https://docs.mulesoft.com/db-connector/latest/database-documentation">Database connector reference</a>
 */
final class DbErrors {
    static final ErrorType CONNECTIVITY = type("CONNECTIVITY", ErrorType.CONNECTIVITY);
    static final ErrorType RETRY_EXHAUSTED = type("RETRY_EXHAUSTED", ErrorType.RETRY_EXHAUSTED);
    static final ErrorType CANNOT_LOAD_DRIVER = type("CANNOT_LOAD_DRIVER", CONNECTIVITY);
    static final ErrorType CANNOT_REACH = type("CANNOT_REACH", CONNECTIVITY);
    static final ErrorType INVALID_CREDENTIALS = type("INVALID_CREDENTIALS", CONNECTIVITY);
    static final ErrorType INVALID_DATABASE = type("INVALID_DATABASE", CONNECTIVITY);
    static final ErrorType QUERY_EXECUTION = type("QUERY_EXECUTION", ErrorType.ANY);
    static final ErrorType BAD_SQL_SYNTAX = type("BAD_SQL_SYNTAX", QUERY_EXECUTION);

    static final List<ErrorType> ALL = List.of(
            CONNECTIVITY,
            RETRY_EXHAUSTED,
            CANNOT_LOAD_DRIVER,
            CANNOT_REACH,
            INVALID_CREDENTIALS,
            INVALID_DATABASE,
            QUERY_EXECUTION,
            BAD_SQL_SYNTAX);

    private DbErrors() {}

    private static ErrorType type(String identifier, ErrorType parent) {
        return new ErrorType("DB", identifier, parent);
    }

    /** By class and SQLSTATE (ISO 9075): 08 is the connection, 42 the statement. */
    static FlowError of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        boolean connection = state.startsWith("08")
                || state.startsWith("57P")
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException;
        boolean syntax = state.startsWith("42") && !state.equals("42501") || e instanceof SQLSyntaxErrorException;
        ErrorType type = connection ? CONNECTIVITY : syntax ? BAD_SQL_SYNTAX : QUERY_EXECUTION;
        return new FlowError(type, String.valueOf(e.getMessage()), e);
    }
}
