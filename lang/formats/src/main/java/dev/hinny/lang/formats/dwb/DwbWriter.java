package dev.hinny.lang.formats.dwb;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.java.JavaBridge;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.DecimalNumber;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.PeriodValue;
import dev.hinny.lang.engine.value.RangeArray;
import dev.hinny.lang.engine.value.RegexValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.TypeValue;
import dev.hinny.lang.engine.value.UriValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

/** Writes values as they are iterated; it keeps only the keys. */
final class DwbWriter {
    static final byte[] START = {'D', 'W', 'B', 1};
    static final int NAMESPACE = 1;
    static final int ATTRIBUTES = 2;
    static final int MAX_KEYS = 100_000;

    private final OutputStream out;
    private final Map<Key, Integer> keys = new HashMap<>();

    DwbWriter(OutputStream out) {
        this.out = out;
    }

    void document(Value value) throws IOException {
        out.write(START);
        value(value);
    }

    private void value(Value value) throws IOException {
        switch (value) {
            case NullValue v -> tag(Tag.NULL, v.schema());
            case BooleanValue v -> tag(v.value() ? Tag.TRUE : Tag.FALSE, v.schema());
            case LongNumber v -> {
                tag(Tag.LONG, v.schema());
                signed(v.value());
            }
            case DecimalNumber v -> {
                tag(Tag.DECIMAL, v.schema());
                signed(v.decimal().scale());
                bytes(v.decimal().unscaledValue().toByteArray());
            }
            case StringValue v -> {
                tag(Tag.STRING, v.schema());
                text(v);
            }
            case BinaryValue v -> {
                tag(Tag.BINARY, v.schema());
                bytes(v.bytes());
            }
            case RangeArray v -> {
                tag(Tag.RANGE, v.schema());
                signed(v.from());
                signed(v.to());
            }
            case ArrayValue v -> {
                tag(Tag.ARRAY, v.schema());
                for (Value item : v) {
                    value(item);
                }
                out.write(0);
            }
            case ObjectValue v -> {
                tag(Tag.OBJECT, v.schema());
                entries(v);
            }
            case TemporalValue v -> temporal(v);
            case PeriodValue v -> {
                tag(Tag.PERIOD, v.schema());
                signed(v.period().getYears());
                signed(v.period().getMonths());
                signed(v.period().getDays());
                signed(v.duration().getSeconds());
                number(v.duration().getNano());
            }
            case ZoneValue v -> {
                tag(Tag.ZONE, v.schema());
                text(v.zone().getId());
            }
            case RegexValue v -> {
                tag(Tag.REGEX, v.schema());
                text(v.pattern().pattern());
                number(v.pattern().flags());
            }
            case UriValue v -> {
                tag(Tag.URI, v.schema());
                text(v.text());
            }
            case Namespace v -> {
                tag(Tag.NAMESPACE, v.schema());
                text(v.prefix());
                text(v.uri());
            }
            case Key v -> {
                tag(Tag.KEY, v.schema());
                key(v);
            }
            case JavaValue v -> value(JavaBridge.properties(v.object()));
            case TypeValue _, FunctionValue _ ->
                throw new FormatException(Problem.error(
                        "NO-BINARY-FORM",
                        null,
                        "cannot write a value of type " + TypeNames.of(value) + " in the format 'dwb'",
                        "leave it out, or call the function and write what it returns"));
        }
    }

    private void tag(Tag tag, Schema schema) throws IOException {
        if (schema.isEmpty()) {
            out.write(tag.ordinal());
            return;
        }
        out.write(tag.ordinal() | Tag.METADATA);
        number(schema.properties().size());
        for (Map.Entry<String, Value> property : schema.properties().entrySet()) {
            text(property.getKey());
            value(property.getValue());
        }
    }

    private void entries(ObjectValue object) throws IOException {
        for (Entry entry : object) {
            key(entry.key());
            value(entry.value());
        }
        out.write(0);
    }

    private void key(Key key) throws IOException {
        boolean plain = key.attributes().isEmpty();
        Integer known = plain ? keys.get(plain(key)) : null;
        if (known != null) {
            number(known);
            return;
        }
        if (plain && keys.size() < MAX_KEYS) {
            keys.put(plain(key), keys.size() + 2);
        }
        out.write(1);
        text(key.name());
        Namespace namespace = key.namespace();
        out.write((namespace == null ? 0 : NAMESPACE) | (plain ? 0 : ATTRIBUTES));
        if (namespace != null) {
            text(namespace.prefix());
            text(namespace.uri());
        }
        if (!plain) {
            entries(key.attributes());
        }
    }

    private static Key plain(Key key) {
        return key.schema() == Schema.NONE && key.attributes() == ObjectValue.EMPTY
                ? key
                : Key.of(key.name(), key.namespace(), ObjectValue.EMPTY);
    }

    private void temporal(TemporalValue value) throws IOException {
        switch (value.temporal()) {
            case LocalDate date -> {
                tag(Tag.DATE, value.schema());
                signed(date.toEpochDay());
            }
            case LocalTime time -> {
                tag(Tag.LOCAL_TIME, value.schema());
                number(time.toNanoOfDay());
            }
            case OffsetTime time -> {
                tag(Tag.TIME, value.schema());
                number(time.toLocalTime().toNanoOfDay());
                signed(time.getOffset().getTotalSeconds());
            }
            case LocalDateTime moment -> {
                tag(Tag.LOCAL_DATE_TIME, value.schema());
                moment(moment);
            }
            case ZonedDateTime moment -> {
                tag(Tag.DATE_TIME, value.schema());
                moment(moment.toLocalDateTime());
                signed(moment.getOffset().getTotalSeconds());
                text(
                        moment.getZone() instanceof ZoneOffset
                                ? ""
                                : moment.getZone().getId());
            }
            default -> throw new IllegalStateException("no temporal type of the language");
        }
    }

    private void moment(LocalDateTime moment) throws IOException {
        signed(moment.toLocalDate().toEpochDay());
        number(moment.toLocalTime().toNanoOfDay());
    }

    private void signed(long value) throws IOException {
        number(value << 1 ^ value >> 63);
    }

    private void number(long value) throws IOException {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private void text(StringValue value) throws IOException {
        byte[] utf8 = value.utf8();
        if (utf8 == null) {
            text(value.text());
        } else {
            number(value.length());
            out.write(utf8, value.offset(), value.length());
        }
    }

    private void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] bytes) throws IOException {
        number(bytes.length);
        out.write(bytes);
    }
}
