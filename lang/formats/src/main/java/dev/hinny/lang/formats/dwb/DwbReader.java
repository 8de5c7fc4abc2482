package dev.hinny.lang.formats.dwb;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.DecimalNumber;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.EntryObject;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ListArray;
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
import dev.hinny.lang.engine.value.UriValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads a document into memory; believes no length that goes beyond its end. */
final class DwbReader {
    private final byte[] bytes;
    private final String name;
    private final List<Key> keys = new ArrayList<>();
    private int position;
    private int depth;

    DwbReader(byte[] bytes, String name) {
        this.bytes = bytes;
        this.name = name;
    }

    Value document() {
        if (bytes.length < 4 || !Arrays.equals(bytes, 0, 4, DwbWriter.START, 0, 4)) {
            throw bad("it does not start with 'DWB' and 1", null);
        }
        position = 4;
        try {
            Value value = value(tag());
            if (position < bytes.length) {
                throw bad((bytes.length - position) + " bytes follow the value", null);
            }
            return value;
        } catch (DateTimeException | ArithmeticException | PatternSyntaxException e) {
            throw bad(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        }
    }

    private int tag() {
        return bytes[take(1)] & 0xff;
    }

    private Value value(int code) {
        if (++depth > Format.MAX_DEPTH) {
            throw bad("more than " + Format.MAX_DEPTH + " levels of nesting", null);
        }
        Schema schema = (code & Tag.METADATA) == 0 ? Schema.NONE : schema();
        Value value = content(Tag.of(code & ~Tag.METADATA), schema, code);
        depth--;
        return value;
    }

    private Value content(Tag tag, Schema schema, int code) {
        return switch (tag) {
            case END -> throw bad("there is no kind of value " + (code & ~Tag.METADATA), null);
            case NULL -> schema == Schema.NONE ? NullValue.NULL : new NullValue(schema);
            case FALSE -> schema == Schema.NONE ? BooleanValue.FALSE : new BooleanValue(false, schema);
            case TRUE -> schema == Schema.NONE ? BooleanValue.TRUE : new BooleanValue(true, schema);
            case LONG -> {
                long value = signed();
                yield schema == Schema.NONE ? LongNumber.of(value) : new LongNumber(value, schema);
            }
            case DECIMAL -> new DecimalNumber(decimal(), schema);
            case STRING -> schema == Schema.NONE ? StringValue.of(text()) : new StringValue(text(), schema);
            case BINARY -> BinaryValue.of(binary()).withSchema(schema);
            case ARRAY -> array(schema);
            case OBJECT -> object(schema);
            case DATE -> new TemporalValue(LocalDate.ofEpochDay(signed()), schema);
            case LOCAL_TIME -> new TemporalValue(LocalTime.ofNanoOfDay(number()), schema);
            case TIME -> new TemporalValue(OffsetTime.of(LocalTime.ofNanoOfDay(number()), offset()), schema);
            case LOCAL_DATE_TIME -> new TemporalValue(moment(), schema);
            case DATE_TIME -> {
                LocalDateTime moment = moment();
                ZoneOffset offset = offset();
                String zone = text();
                yield new TemporalValue(
                        ZonedDateTime.ofLocal(moment, zone.isEmpty() ? offset : ZoneId.of(zone), offset), schema);
            }
            case PERIOD -> {
                Period period = Period.of(small(), small(), small());
                yield new PeriodValue(period, Duration.ofSeconds(signed(), number()), schema);
            }
            case ZONE -> new ZoneValue(ZoneId.of(text()), schema);
            case REGEX -> regex();
            case URI -> new UriValue(text(), schema);
            case NAMESPACE -> new Namespace(text(), text());
            case KEY -> {
                Key key = key();
                if (key == null) {
                    throw bad("a key is missing", null);
                }
                yield schema == Schema.NONE ? key : key.withSchema(schema);
            }
            case RANGE -> new RangeArray(signed(), signed(), schema);
        };
    }

    private Schema schema() {
        Map<String, Value> properties = new LinkedHashMap<>();
        for (long count = number(); count != 0; count--) {
            properties.put(text(), value(tag()));
        }
        return new Schema(properties);
    }

    private Value array(Schema schema) {
        List<Value> items = new ArrayList<>();
        for (int code = tag(); code != 0; code = tag()) {
            items.add(value(code));
        }
        return items.isEmpty() && schema == Schema.NONE ? ArrayValue.EMPTY : new ListArray(items, schema);
    }

    private ObjectValue object(Schema schema) {
        List<Entry> entries = new ArrayList<>();
        for (Key key = key(); key != null; key = key()) {
            entries.add(new Entry.Pair(key, value(tag())));
        }
        return entries.isEmpty() && schema == Schema.NONE
                ? ObjectValue.EMPTY
                : new EntryObject(entries.toArray(Entry[]::new), schema);
    }

    /** Null at the end of an object. */
    private @Nullable Key key() {
        long number = number();
        if (number == 0) {
            return null;
        }
        if (number != 1) {
            if (number < 0 || number - 2 >= keys.size()) {
                throw bad("there is no key " + number + " yet", null);
            }
            return keys.get((int) number - 2);
        }
        if (++depth > Format.MAX_DEPTH) {
            throw bad("more than " + Format.MAX_DEPTH + " levels of nesting", null);
        }
        String text = text();
        int parts = tag();
        Namespace namespace = (parts & DwbWriter.NAMESPACE) == 0 ? null : new Namespace(text(), text());
        boolean plain = (parts & DwbWriter.ATTRIBUTES) == 0;
        int at = keys.size();
        Key key = Key.of(text, namespace, plain ? ObjectValue.EMPTY : object(Schema.NONE));
        if (plain && at < DwbWriter.MAX_KEYS) {
            keys.add(key);
        }
        depth--;
        return key;
    }

    private BigDecimal decimal() {
        int scale = small();
        byte[] unscaled = binary();
        if (unscaled.length == 0 || unscaled.length > 10_000 || Math.abs((long) scale) > 1_000_000) {
            throw bad("a number out of range", null);
        }
        return new BigDecimal(new BigInteger(unscaled), scale);
    }

    private RegexValue regex() {
        String pattern = text();
        long flags = number();
        int known = Pattern.CASE_INSENSITIVE
                | Pattern.MULTILINE
                | Pattern.DOTALL
                | Pattern.UNICODE_CASE
                | Pattern.CANON_EQ
                | Pattern.UNIX_LINES
                | Pattern.LITERAL
                | Pattern.UNICODE_CHARACTER_CLASS
                | Pattern.COMMENTS;
        if ((flags & ~known) != 0) {
            throw bad("a pattern with unknown flags", null);
        }
        return new RegexValue(Pattern.compile(pattern, (int) flags));
    }

    private LocalDateTime moment() {
        return LocalDate.ofEpochDay(signed()).atTime(LocalTime.ofNanoOfDay(number()));
    }

    private ZoneOffset offset() {
        return ZoneOffset.ofTotalSeconds(small());
    }

    private int small() {
        return Math.toIntExact(signed());
    }

    private long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    private long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = bytes[take(1)];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw bad("a number of more than ten bytes", null);
    }

    private int take(long length) {
        if (length < 0 || length > bytes.length - position) {
            throw bad("the document ends too early", null);
        }
        int start = position;
        position += (int) length;
        return start;
    }

    private byte[] binary() {
        int length = (int) Math.min(Integer.MAX_VALUE, number());
        int start = take(length);
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    private String text() {
        int length = (int) Math.min(Integer.MAX_VALUE, number());
        return new String(bytes, take(length), length, StandardCharsets.UTF_8);
    }

    private FormatException bad(String what, @Nullable Throwable cause) {
        return new FormatException(
                Problem.error(
                        "BAD-DWB",
                        SourceSpan.atByte(name, position),
                        "no valid document at byte " + position + ": " + what,
                        "check that the document is whole"),
                cause);
    }
}
