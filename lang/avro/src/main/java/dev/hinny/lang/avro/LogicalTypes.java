package dev.hinny.lang.avro;

import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Dates, times and decimals over the plain types that hold them. */
final class LogicalTypes {
    private LogicalTypes() {}

    private static String name(Schema schema) {
        String name = schema.getProp("logicalType");
        return name == null ? "" : name;
    }

    /** The value in the schema's logical type; the value itself where there is none. */
    static Value read(Schema schema, Value value) {
        try {
            return switch (name(schema)) {
                case "date" ->
                    value instanceof NumberValue n ? TemporalValue.of(LocalDate.ofEpochDay(n.longValue())) : value;
                case "time-millis" -> value instanceof NumberValue n ? time(n.longValue(), 1_000_000) : value;
                case "time-micros" -> value instanceof NumberValue n ? time(n.longValue(), 1_000) : value;
                case "timestamp-millis" -> moment(value, 1_000, true);
                case "timestamp-micros" -> moment(value, 1_000_000, true);
                case "timestamp-nanos" -> moment(value, 1_000_000_000, true);
                case "local-timestamp-millis" -> moment(value, 1_000, false);
                case "local-timestamp-micros" -> moment(value, 1_000_000, false);
                case "local-timestamp-nanos" -> moment(value, 1_000_000_000, false);
                case "decimal" -> decimal(schema, value);
                default -> value;
            };
        } catch (DateTimeException | ArithmeticException e) {
            throw new AvroRuntimeException("a " + name(schema) + " out of range", e);
        }
    }

    private static Value time(long amount, long nanos) {
        return TemporalValue.of(LocalTime.ofNanoOfDay(Math.multiplyExact(amount, nanos)));
    }

    private static Value moment(Value value, long perSecond, boolean zoned) {
        if (!(value instanceof NumberValue number)) {
            return value;
        }
        long amount = number.longValue();
        long nanos = Math.floorMod(amount, perSecond) * (1_000_000_000 / perSecond);
        ZonedDateTime time =
                Instant.ofEpochSecond(Math.floorDiv(amount, perSecond), nanos).atZone(ZoneOffset.UTC);
        return TemporalValue.of(zoned ? time : time.toLocalDateTime());
    }

    private static Value decimal(Schema schema, Value value) {
        byte[] bytes = switch (value) {
            case BinaryValue b -> b.bytes();
            case StringValue s -> s.text().getBytes(StandardCharsets.ISO_8859_1);
            default -> new byte[0];
        };
        return bytes.length == 0 ? value : NumberValue.of(new BigDecimal(new BigInteger(bytes), scale(schema)));
    }

    private static int scale(Schema schema) {
        return schema.getObjectProp("scale") instanceof Number n ? Math.clamp(n.longValue(), 0, 10_000) : 0;
    }

    /** The number below a date or time; null when the schema has no logical type for such a value. */
    static @Nullable Value write(Schema schema, Value value) {
        if (!(value instanceof TemporalValue(var temporal, var _))) {
            return null;
        }
        Instant instant = switch (temporal) {
            case ZonedDateTime z -> z.toInstant();
            case LocalDateTime l -> l.toInstant(ZoneOffset.UTC);
            default -> null;
        };
        LocalTime time = switch (temporal) {
            case LocalTime t -> t;
            case OffsetTime t -> t.toLocalTime();
            default -> null;
        };
        try {
            return switch (name(schema)) {
                case "date" -> {
                    LocalDate day = switch (temporal) {
                        case LocalDate d -> d;
                        case LocalDateTime l -> l.toLocalDate();
                        case ZonedDateTime z -> z.toLocalDate();
                        default -> null;
                    };
                    yield day == null ? null : NumberValue.of(day.toEpochDay());
                }
                case "time-millis" -> time == null ? null : NumberValue.of(time.toNanoOfDay() / 1_000_000);
                case "time-micros" -> time == null ? null : NumberValue.of(time.toNanoOfDay() / 1_000);
                case "timestamp-millis", "local-timestamp-millis" -> since(instant, 1_000);
                case "timestamp-micros", "local-timestamp-micros" -> since(instant, 1_000_000);
                case "timestamp-nanos", "local-timestamp-nanos" -> since(instant, 1_000_000_000);
                default -> null;
            };
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Value since(@Nullable Instant instant, long perSecond) {
        return instant == null
                ? null
                : NumberValue.of(Math.addExact(
                        Math.multiplyExact(instant.getEpochSecond(), perSecond),
                        instant.getNano() / (1_000_000_000 / perSecond)));
    }

    /** The bytes of a decimal; null when the schema is no decimal or the number has more digits than it. */
    static byte @Nullable [] bytes(Schema schema, Value value) {
        if (!(value instanceof NumberValue number) || !name(schema).equals("decimal")) {
            return null;
        }
        BigDecimal decimal = number.decimal();
        int scale = scale(schema);
        if (decimal.precision() - decimal.scale() > 10_000) {
            return null;
        }
        try {
            byte[] bytes = decimal.setScale(scale, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .toByteArray();
            if (schema.getType() != Schema.Type.FIXED) {
                return bytes;
            }
            int size = schema.getFixedSize();
            if (bytes.length > size) {
                return null;
            }
            byte[] padded = new byte[size];
            Arrays.fill(padded, 0, size - bytes.length, (byte) (bytes[0] < 0 ? -1 : 0));
            System.arraycopy(bytes, 0, padded, size - bytes.length, bytes.length);
            return padded;
        } catch (ArithmeticException e) {
            return null;
        }
    }
}
