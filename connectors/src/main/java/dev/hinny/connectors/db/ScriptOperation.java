package dev.hinny.connectors.db;

import dev.hinny.connectors.db.QueryParameters.Script;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.Operation;
import dev.hinny.runtime.api.element.Build;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs the statements of a script one after the other and gives how many rows each touched. */
final class ScriptOperation implements Operation {
    private final Statements statements;
    private final Script parameters;
    private final Application application;

    private ScriptOperation(Statements statements, Script parameters, Application application) {
        this.statements = statements;
        this.parameters = parameters;
        this.application = application;
    }

    static ScriptOperation of(Script parameters, Build build) {
        if ((parameters.sql() == null) == (parameters.file() == null)) {
            build.problems()
                    .error(
                            "SQL-OR-FILE",
                            build.component().place(),
                            "'db:execute-script' needs either 'sql' or 'file'",
                            "name one of them");
        }
        return new ScriptOperation(Statements.of(parameters.config(), build), parameters, build.application());
    }

    @Override
    public Message execute(Event event) throws FlowError {
        List<String> script = SqlScript.split(parameters.sql() != null ? parameters.sql().text(event) : file());
        return Statements.message(statements.with(connection -> {
            List<Value> counts = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                Statements.limit(statement, parameters.queryTimeout(), parameters.queryTimeoutUnit());
                for (String sql : script) {
                    statement.execute(sql);
                    counts.add(NumberValue.of(Math.max(0, statement.getUpdateCount())));
                }
            }
            return ArrayValue.of(counts);
        }));
    }

    private String file() throws FlowError {
        String file = String.valueOf(parameters.file());
        try (InputStream in = application
                .resource(file)
                .orElseThrow(() -> new FlowError(DbErrors.QUERY_EXECUTION, "the script '" + file + "' is not there"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FlowError(DbErrors.QUERY_EXECUTION, "the script '" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }
}
