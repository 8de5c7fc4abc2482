package dev.hinny.connectors.db;

import dev.hinny.connectors.db.QueryParameters.InMemory;
import dev.hinny.connectors.db.QueryParameters.Select;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.Operation;
import dev.hinny.runtime.api.element.Build;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Gives the rows of a query as an array of objects, or the first of them. */
final class SelectOperation implements Operation {
    private final Statements statements;
    private final Select parameters;
    private final boolean single;

    private SelectOperation(Statements statements, Select parameters, boolean single) {
        this.statements = statements;
        this.parameters = parameters;
        this.single = single;
    }

    static SelectOperation of(Select parameters, Build build) {
        return new SelectOperation(Statements.of(parameters.config(), build), parameters, false);
    }

    static SelectOperation single(Select parameters, Build build) {
        return new SelectOperation(Statements.of(parameters.config(), build), parameters, true);
    }

    @Override
    public Message execute(Event event) throws FlowError {
        NamedSql sql = statements.parse(parameters.sql(), event);
        ObjectValue values = Statements.object(parameters.inputParameters(), event);
        Arguments arguments =
                new Arguments(parameters.parameterTypes(), statements.database().isPostgres());
        return Statements.message(statements.with(connection -> rows(connection, sql, values, arguments)));
    }

    private Value rows(Connection connection, NamedSql sql, ObjectValue values, Arguments arguments)
            throws SQLException, Columns.TooManyRows {
        int fetchSize = parameters.fetchSize() == null ? 0 : parameters.fetchSize();
        boolean cursor = fetchSize > 0;
        if (cursor) {
            // some drivers fetch in pieces only inside a transaction
            connection.setAutoCommit(false);
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            Statements.limit(statement, parameters.queryTimeout(), parameters.queryTimeoutUnit());
            if (cursor) {
                statement.setFetchSize(fetchSize);
            }
            if (single) {
                statement.setMaxRows(1);
            } else if (parameters.maxRows() != null && parameters.maxRows() > 0) {
                statement.setMaxRows(parameters.maxRows());
            }
            arguments.bind(statement, sql, values);
            try (ResultSet results = statement.executeQuery()) {
                List<Value> rows = Columns.rows(results, bound());
                return single ? rows.isEmpty() ? NullValue.NULL : rows.getFirst() : ArrayValue.of(rows);
            }
        } finally {
            if (cursor) {
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
    }

    private int bound() {
        return parameters.streaming() instanceof InMemory memory && memory.maxBufferSize() > 0
                ? memory.maxBufferSize()
                : -1;
    }
}
