package dev.hinny.connectors.db;

import dev.hinny.connectors.db.QueryParameters.ParameterTypes;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.PeriodValue;
import dev.hinny.lang.engine.value.RegexValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.TypeValue;
import dev.hinny.lang.engine.value.UriValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of the language as arguments of statements. */
final class Arguments {
    private final Map<String, Integer> declared;
    private final boolean postgres;

    Arguments(@Nullable ParameterTypes types, boolean postgres) {
        this.declared = types == null ? Map.of() : JdbcTypes.byParameter(types.types());
        this.postgres = postgres;
    }

    void bind(PreparedStatement statement, NamedSql sql, ObjectValue values) throws SQLException {
        for (int i = 0; i < sql.names().size(); i++) {
            String name = sql.names().get(i);
            Value value = values.get(name);
            if (value == null) {
                throw new SQLException("the statement needs the parameter '" + name + "', which is not among the input parameters: "
                        + names(values), "07001");
            }
            bind(statement, i + 1, value, declared.get(name));
        }
    }

    private static String names(ObjectValue values) {
        List<String> names = new ArrayList<>();
        values.forEach(e -> names.add(e.key().name()));
        return names.isEmpty() ? "there are none" : String.join(", ", names);
    }

    void bind(PreparedStatement statement, int index, Value value, @Nullable Integer type) throws SQLException {
        Object object = java(value, statement.getConnection());
        if (object == null) {
            statement.setNull(index, type == null ? Types.NULL : type);
        } else if (type != null && !(object instanceof byte[])) {
            statement.setObject(index, type == Types.VARCHAR ? object.toString() : object, type);
        } else if (postgres && object instanceof String text) {
            // without a type the server takes the column's, as drivers that ask for parameter types do
            statement.setObject(index, text, Types.OTHER);
        } else {
            statement.setObject(index, object);
        }
    }

    private static @Nullable Object java(Value value, Connection connection) throws SQLException {
        return switch (value) {
            case NullValue _ -> null;
            case StringValue s -> s.text();
            case BooleanValue b -> b.value();
            case NumberValue n -> n.isWhole() && n.decimal().precision() <= 18 ? (Object) n.longValue() : n.decimal();
            case TemporalValue t ->
                t.temporal() instanceof ZonedDateTime z ? z.toOffsetDateTime() : t.temporal();
            case BinaryValue b -> b.bytes();
            case JavaValue j -> j.object();
            case ObjectValue o -> json(o);
            case ArrayValue a -> array(a, connection);
            case Key k -> k.name();
            case UriValue u -> u.text();
            case ZoneValue z -> z.zone().toString();
            case Namespace n -> n.uri();
            case PeriodValue p -> p.toString();
            case RegexValue r -> r.toString();
            case TypeValue t -> t.toString();
            case FunctionValue _ -> throw new SQLException("a function cannot be a parameter of a statement", "07006");
        };
    }

    private static String json(Value value) {
        byte[] bytes = TypedValue.of(value, dev.hinny.base.MediaType.JSON).bytes().bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Object array(ArrayValue array, Connection connection) throws SQLException {
        List<@Nullable Object> items = new ArrayList<>();
        String type = "varchar";
        for (Value item : array) {
            Object object = java(item, connection);
            items.add(object);
            type =
                    switch (object) {
                        case Long _ -> "bigint";
                        case java.math.BigDecimal _ -> "numeric";
                        case Boolean _ -> "boolean";
                        case null, default -> type;
                    };
        }
        return connection.createArrayOf(type.toLowerCase(Locale.ROOT), items.toArray());
    }
}
