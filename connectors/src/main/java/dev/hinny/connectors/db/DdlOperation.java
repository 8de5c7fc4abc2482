package dev.hinny.connectors.db;

import dev.hinny.connectors.db.QueryParameters.Ddl;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.Operation;
import dev.hinny.runtime.api.element.Build;
import java.sql.Statement;

/** Changes the schema. */
final class DdlOperation implements Operation {
    private final Statements statements;
    private final Ddl parameters;

    private DdlOperation(Statements statements, Ddl parameters) {
        this.statements = statements;
        this.parameters = parameters;
    }

    static DdlOperation of(Ddl parameters, Build build) {
        return new DdlOperation(Statements.of(parameters.config(), build), parameters);
    }

    @Override
    public Message execute(Event event) throws FlowError {
        String sql = parameters.sql().text(event);
        return Statements.message(statements.with(connection -> {
            try (Statement statement = connection.createStatement()) {
                Statements.limit(statement, parameters.queryTimeout(), parameters.queryTimeoutUnit());
                statement.execute(sql);
                return NumberValue.of(Math.max(0, statement.getUpdateCount()));
            }
        }));
    }
}
