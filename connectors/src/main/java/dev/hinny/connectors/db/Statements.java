package dev.hinny.connectors.db;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.element.Build;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the operations have in common: a connection for the time of one statement, and errors with a type. */
final class Statements {
    private static final int KNOWN_LIMIT = 500;

    private final Optional<Database> database;
    private final ConcurrentHashMap<String, NamedSql> known = new ConcurrentHashMap<>();

    private Statements(Optional<Database> database) {
        this.database = database;
    }

    static Statements of(String config, Build build) {
        return new Statements(build.configuration(config, Database.class));
    }

    /** What is done with a connection. */
    interface Work<T> {
        T run(Connection connection) throws SQLException, FlowError, Columns.TooManyRows;
    }

    Database database() throws FlowError {
        return database.orElseThrow(() -> new FlowError(ErrorType.UNKNOWN, "the operation has no configuration"));
    }

    <T> T with(Work<T> work) throws FlowError {
        try (Connection connection = database().connect()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw DbErrors.of(e);
        } catch (Columns.TooManyRows e) {
            throw new FlowError(
                    ErrorType.STREAM_MAXIMUM_SIZE_EXCEEDED, "the result has more rows than the stream may hold", e);
        }
    }

    NamedSql parse(Expression sql, Event event) throws FlowError {
        String text = sql.text(event).strip();
        NamedSql found = known.get(text);
        if (found == null) {
            found = NamedSql.parse(text);
            if (known.size() < KNOWN_LIMIT) {
                known.put(text, found);
            }
        }
        return found;
    }

    static ObjectValue object(@Nullable Expression expression, Event event) throws FlowError {
        Value value = expression == null ? NullValue.NULL : expression.evaluate(event);
        return switch (value) {
            case ObjectValue object -> object;
            case NullValue _ -> ObjectValue.EMPTY;
            default ->
                throw new FlowError(
                        DbErrors.QUERY_EXECUTION, "the input parameters are no object with the names of the parameters as keys");
        };
    }

    static void limit(Statement statement, int timeout, TimeUnit unit) throws SQLException {
        if (timeout > 0) {
            statement.setQueryTimeout((int) Math.max(1, unit.toSeconds(timeout)));
        }
    }

    static Message message(Value value) {
        return Message.of(TypedValue.of(value, MediaType.JAVA));
    }
}
