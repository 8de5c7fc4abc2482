package dev.hinny.connectors.db;

import dev.hinny.connectors.db.QueryParameters.Bulk;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.Operation;
import dev.hinny.runtime.api.element.Build;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs one statement for each item of an array, all or none, and gives how many rows each touched. */
final class BulkOperation implements Operation {
    private final Statements statements;
    private final Bulk parameters;

    private BulkOperation(Statements statements, Bulk parameters) {
        this.statements = statements;
        this.parameters = parameters;
    }

    static BulkOperation of(Bulk parameters, Build build) {
        return new BulkOperation(Statements.of(parameters.config(), build), parameters);
    }

    @Override
    public Message execute(Event event) throws FlowError {
        NamedSql sql = statements.parse(parameters.sql(), event);
        Value given = parameters.bulkInputParameters() == null
                ? event.payload().value()
                : parameters.bulkInputParameters().evaluate(event);
        if (!(given instanceof ArrayValue items)) {
            throw new FlowError(DbErrors.QUERY_EXECUTION, "the bulk input parameters are no array of objects");
        }
        if (items.isEmpty()) {
            return Statements.message(ArrayValue.EMPTY);
        }
        Arguments arguments =
                new Arguments(parameters.parameterTypes(), statements.database().isPostgres());
        return Statements.message(statements.with(connection -> batch(connection, sql, items, arguments)));
    }

    private Value batch(Connection connection, NamedSql sql, ArrayValue items, Arguments arguments)
            throws SQLException, FlowError {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            Statements.limit(statement, parameters.queryTimeout(), parameters.queryTimeoutUnit());
            for (Value item : items) {
                if (!(item instanceof ObjectValue values)) {
                    throw new FlowError(DbErrors.QUERY_EXECUTION, "an item of the bulk input parameters is no object");
                }
                arguments.bind(statement, sql, values);
                statement.addBatch();
            }
            List<Value> counts = new ArrayList<>();
            for (int count : statement.executeBatch()) {
                counts.add(NumberValue.of(count));
            }
            connection.commit();
            return ArrayValue.of(counts);
        } catch (SQLException | FlowError | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
