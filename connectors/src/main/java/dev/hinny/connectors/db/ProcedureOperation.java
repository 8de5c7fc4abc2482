package dev.hinny.connectors.db;

import dev.hinny.connectors.db.QueryParameters.OutputParameter;
import dev.hinny.connectors.db.QueryParameters.Procedure;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.Operation;
import dev.hinny.runtime.api.element.Build;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls a procedure and gives its results as {@code resultSet1}, {@code updateCount1}, … and its output parameters. */
final class ProcedureOperation implements Operation {
    private final Statements statements;
    private final Procedure parameters;

    private ProcedureOperation(Statements statements, Procedure parameters) {
        this.statements = statements;
        this.parameters = parameters;
    }

    static ProcedureOperation of(Procedure parameters, Build build) {
        return new ProcedureOperation(Statements.of(parameters.config(), build), parameters);
    }

    @Override
    public Message execute(Event event) throws FlowError {
        NamedSql sql = statements.parse(parameters.sql(), event);
        ObjectValue in = Statements.object(parameters.inputParameters(), event);
        ObjectValue inOut = Statements.object(parameters.inOutParameters(), event);
        Arguments arguments =
                new Arguments(parameters.parameterTypes(), statements.database().isPostgres());
        return Statements.message(statements.with(connection -> call(connection, sql, in, inOut, arguments)));
    }

    private Value call(Connection connection, NamedSql sql, ObjectValue in, ObjectValue inOut, Arguments arguments)
            throws SQLException, Columns.TooManyRows {
        Map<String, Integer> out = outputs();
        Map<String, Integer> types = parameters.parameterTypes() == null
                ? Map.of()
                : JdbcTypes.byParameter(parameters.parameterTypes().types());
        String text = sql.sql().strip();
        String call = text.startsWith("{") ? text : "{" + text + "}";
        try (CallableStatement statement = connection.prepareCall(call)) {
            Statements.limit(statement, parameters.queryTimeout(), parameters.queryTimeoutUnit());
            Map<String, Integer> read = new LinkedHashMap<>();
            for (int i = 0; i < sql.names().size(); i++) {
                String name = sql.names().get(i);
                Value both = inOut.get(name);
                Value given = both != null ? both : in.get(name);
                if (given != null) {
                    arguments.bind(statement, i + 1, given, types.get(name));
                }
                if (both != null || out.containsKey(name)) {
                    int type = out.getOrDefault(name, types.getOrDefault(name, Types.OTHER));
                    statement.registerOutParameter(i + 1, type);
                    read.put(name, i + 1);
                } else if (given == null) {
                    throw new SQLException("the call needs the parameter '" + name + "', which is not given", "07001");
                }
            }
            List<Entry> results = new ArrayList<>();
            results(statement, statement.execute(), results);
            for (Map.Entry<String, Integer> parameter : read.entrySet()) {
                results.add(
                        Entry.of(parameter.getKey(), Columns.value(statement.getObject(parameter.getValue()))));
            }
            return ObjectValue.of(results);
        }
    }

    private static void results(CallableStatement statement, boolean first, List<Entry> results)
            throws SQLException, Columns.TooManyRows {
        int sets = 0;
        int counts = 0;
        boolean rows = first;
        while (true) {
            if (rows) {
                try (ResultSet set = statement.getResultSet()) {
                    results.add(Entry.of("resultSet" + ++sets, ArrayValue.of(Columns.rows(set, -1))));
                }
            } else {
                int count = statement.getUpdateCount();
                if (count < 0) {
                    return;
                }
                results.add(Entry.of("updateCount" + ++counts, NumberValue.of(count)));
            }
            rows = statement.getMoreResults();
        }
    }

    private Map<String, Integer> outputs() {
        Map<String, Integer> found = new HashMap<>();
        if (parameters.outputParameters() != null) {
            for (OutputParameter output : parameters.outputParameters().parameters()) {
                found.put(output.key(), JdbcTypes.of(output.type()));
            }
        }
        return found;
    }
}
