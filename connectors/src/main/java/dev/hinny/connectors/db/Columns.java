package dev.hinny.connectors.db;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Columns of results as values of the language. All is read while the row is there. */
final class Columns {
    private Columns() {}

    /** The rows that are left, as objects; @throws TooManyRows when there are more than the bound, which is -1 for none. */
    static List<Value> rows(ResultSet results, int bound) throws SQLException, TooManyRows {
        ResultSetMetaData meta = results.getMetaData();
        List<Value> rows = new ArrayList<>();
        while (results.next()) {
            if (bound >= 0 && rows.size() >= bound) {
                throw new TooManyRows();
            }
            rows.add(row(results, meta));
        }
        return rows;
    }

    /** A result is larger than the element's stream may hold. */
    static final class TooManyRows extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static ObjectValue row(ResultSet results, ResultSetMetaData meta) throws SQLException {
        int count = meta.getColumnCount();
        List<Entry> entries = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            entries.add(Entry.of(meta.getColumnLabel(i), column(results, meta, i)));
        }
        return ObjectValue.of(entries);
    }

    private static Value column(ResultSet results, ResultSetMetaData meta, int i) throws SQLException {
        String typeName = String.valueOf(meta.getColumnTypeName(i)).toLowerCase(Locale.ROOT);
        return switch (meta.getColumnType(i)) {
            case Types.TIMESTAMP ->
                value(typeName.equals("timestamptz")
                        ? results.getObject(i, OffsetDateTime.class)
                        : results.getObject(i, LocalDateTime.class));
            case Types.TIMESTAMP_WITH_TIMEZONE -> value(results.getObject(i, OffsetDateTime.class));
            case Types.DATE -> value(results.getObject(i, LocalDate.class));
            case Types.TIME ->
                value(typeName.equals("timetz")
                        ? results.getObject(i, OffsetTime.class)
                        : results.getObject(i, LocalTime.class));
            case Types.TIME_WITH_TIMEZONE -> value(results.getObject(i, OffsetTime.class));
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR,
                    Types.CLOB, Types.NCLOB, Types.SQLXML ->
                value(results.getString(i));
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> value(results.getBytes(i));
            default -> value(results.getObject(i));
        };
    }

    /** The value of what a driver gives; what the language has no type for becomes text, as JSON and intervals do. */
    static Value value(@Nullable Object object) throws SQLException {
        return switch (object) {
            case null -> NullValue.NULL;
            case Value v -> v;
            case String s -> StringValue.of(s);
            case Boolean b -> BooleanValue.of(b);
            case Integer n -> NumberValue.of((long) n);
            case Long n -> NumberValue.of((long) n);
            case Short n -> NumberValue.of((long) n);
            case Byte n -> NumberValue.of((long) n);
            case BigDecimal n -> NumberValue.of(n);
            case BigInteger n -> NumberValue.of(n);
            case Float n -> Float.isFinite(n) ? NumberValue.of(new BigDecimal(n.toString())) : StringValue.of(n.toString());
            case Double n ->
                Double.isFinite(n) ? NumberValue.of(new BigDecimal(n.toString())) : StringValue.of(n.toString());
            case LocalDate t -> TemporalValue.of(t);
            case LocalTime t -> TemporalValue.of(t);
            case LocalDateTime t -> TemporalValue.of(t);
            case OffsetTime t -> TemporalValue.of(t);
            case ZonedDateTime t -> TemporalValue.of(t);
            case OffsetDateTime t -> TemporalValue.of(t.toZonedDateTime());
            case java.sql.Date t -> TemporalValue.of(t.toLocalDate());
            case java.sql.Time t -> TemporalValue.of(t.toLocalTime());
            case java.sql.Timestamp t -> TemporalValue.of(t.toLocalDateTime());
            case byte[] bytes -> BinaryValue.of(bytes);
            case UUID id -> StringValue.of(id.toString());
            case Clob c -> StringValue.of(c.getSubString(1, (int) Math.min(Integer.MAX_VALUE, c.length())));
            case Blob b -> BinaryValue.of(b.getBytes(1, (int) Math.min(Integer.MAX_VALUE, b.length())));
            case SQLXML x -> StringValue.of(x.getString());
            case Array a -> value(a.getArray());
            case java.sql.Struct s -> value(s.getAttributes());
            case Object[] items -> {
                List<Value> values = new ArrayList<>(items.length);
                for (Object item : items) {
                    values.add(value(item));
                }
                yield ArrayValue.of(values);
            }
            default ->
                object.getClass().getName().startsWith("org.postgresql.")
                                || object.getClass().getName().startsWith("org.h2.")
                        ? StringValue.of(object.toString())
                        : JavaValue.of(object);
        };
    }
}
