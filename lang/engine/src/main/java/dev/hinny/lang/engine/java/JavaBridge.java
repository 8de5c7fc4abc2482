package dev.hinny.lang.engine.java;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.PeriodValue;
import dev.hinny.lang.engine.value.RegexValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.TypeValue;
import dev.hinny.lang.engine.value.UriValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Java objects as values and values as Java objects: used by the java format, connectors and imported classes. */
public final class JavaBridge {
    private JavaBridge() {}

    /**
     * The value of a Java object. Maps and collections are wrapped, not copied, and must not change afterwards; beans,
     * exceptions and other objects become a {@link JavaValue}, whose properties selectors read.
     */
    public static Value toValue(@Nullable Object object) {
        return switch (object) {
            case null -> NullValue.NULL;
            case Value v -> v;
            case TypedValue t -> t.value();
            case CharSequence s -> StringValue.of(s.toString());
            case Character c -> StringValue.of(c.toString());
            case Boolean b -> BooleanValue.of(b);
            case Number n -> number(n);
            case Map<?, ?> map -> new MapObject(map);
            case List<?> list -> new BridgedList(list);
            case Iterable<?> items when !(items instanceof java.nio.file.Path) -> iterable(items);
            case Iterator<?> iterator -> iterator(iterator);
            case Optional<?> optional -> toValue(optional.orElse(null));
            case byte[] bytes -> BinaryValue.of(bytes);
            case InputStream in -> BinaryValue.of(read(in));
            case ByteSource source -> new BinaryValue(source, Schema.NONE);
            case Enum<?> e -> StringValue.of(e.name());
            case UUID id -> StringValue.of(id.toString());
            case URI uri -> new UriValue(uri.toString(), Schema.NONE);
            case URL url -> new UriValue(url.toString(), Schema.NONE);
            case Pattern p -> new RegexValue(p);
            case ZoneId zone -> new ZoneValue(zone, Schema.NONE);
            case Class<?> type -> StringValue.of(type.getName());
            default -> temporalOrBean(object);
        };
    }

    private static Value temporalOrBean(Object object) {
        return switch (object) {
            case LocalDate d -> TemporalValue.of(d);
            case LocalDateTime d -> TemporalValue.of(d);
            case LocalTime t -> TemporalValue.of(t);
            case OffsetTime t -> TemporalValue.of(t);
            case ZonedDateTime z -> TemporalValue.of(z);
            case OffsetDateTime o -> TemporalValue.of(o.toZonedDateTime());
            case Instant i -> TemporalValue.of(i.atZone(ZoneOffset.UTC));
            case Calendar c ->
                TemporalValue.of(
                        ZonedDateTime.ofInstant(c.toInstant(), c.getTimeZone().toZoneId()));
            case Date d -> TemporalValue.of(Instant.ofEpochMilli(d.getTime()).atZone(ZoneOffset.UTC));
            case Period p -> PeriodValue.of(p);
            case Duration d -> PeriodValue.of(d);
            default -> object.getClass().isArray() ? array(object) : JavaValue.of(object);
        };
    }

    private static Value number(Number number) {
        return switch (number) {
            case Integer i -> NumberValue.of((long) i);
            case Long l -> NumberValue.of((long) l);
            case Short s -> NumberValue.of((long) s);
            case Byte b -> NumberValue.of((long) b);
            case BigDecimal d -> NumberValue.of(d);
            case BigInteger i -> NumberValue.of(i);
            case Float f ->
                Float.isFinite(f) ? NumberValue.of(new BigDecimal(f.toString())) : StringValue.of(f.toString());
            default -> {
                double d = number.doubleValue();
                yield Double.isFinite(d) ? NumberValue.of(d) : StringValue.of(Double.toString(d));
            }
        };
    }

    private static Value iterable(Iterable<?> items) {
        List<Value> values = new ArrayList<>();
        items.forEach(item -> values.add(toValue(item)));
        return ArrayValue.of(values);
    }

    private static Value iterator(Iterator<?> items) {
        List<Value> values = new ArrayList<>();
        items.forEachRemaining(item -> values.add(toValue(item)));
        return ArrayValue.of(values);
    }

    private static Value array(Object array) {
        int length = Array.getLength(array);
        List<Value> values = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            values.add(toValue(Array.get(array, i)));
        }
        return new ListArray(values, Schema.NONE);
    }

    private static byte[] read(InputStream in) {
        try (in) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bean's property as a value; null when it has none of that name. */
    public static @Nullable Value property(Object bean, String name) {
        return Beans.property(bean, name);
    }

    /** All properties of a bean as an object; values are read when asked for. */
    public static ObjectValue properties(Object bean) {
        return Beans.properties(bean);
    }

    /** The plain Java form: String, Boolean, Integer/Long/BigInteger/Double/BigDecimal, List, LinkedHashMap, java.time, byte[]. */
    public static @Nullable Object toJava(Value value) {
        String type = value.schema().text("class");
        if (type != null && type.startsWith("java.") && !(value instanceof JavaValue)) {
            Object typed = ofClass(value, type);
            if (typed != null) {
                return typed;
            }
        }
        return plain(value);
    }

    /** The value in the JDK class that its metadata name; null when it does not fit. */
    private static @Nullable Object ofClass(Value value, String type) {
        try {
            Object plain = plain(value);
            Class<?> wanted = Class.forName(type);
            return plain == null || wanted.isInstance(plain) ? plain : Conversions.convert(plain, wanted);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static @Nullable Object plain(Value value) {
        return switch (value) {
            case NullValue _ -> null;
            case StringValue s -> s.text();
            case BooleanValue b -> b.value();
            case NumberValue n -> toJava(n);
            case ArrayValue array -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (Value item : array) {
                    list.add(toJava(item));
                }
                yield list;
            }
            case ObjectValue object -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (Entry entry : object) {
                    map.put(entry.key().name(), toJava(entry.value()));
                }
                yield map;
            }
            case BinaryValue b -> b.bytes();
            case TemporalValue t -> t.temporal();
            case PeriodValue p ->
                p.duration().isZero() ? p.period() : p.period().isZero() ? p.duration() : p;
            case ZoneValue z -> z.zone();
            case UriValue u -> URI.create(u.text());
            case RegexValue r -> r.pattern();
            case Key k -> k.name();
            case Namespace n -> n.uri();
            case JavaValue j -> j.object();
            case TypeValue t -> t;
            case FunctionValue f -> f;
        };
    }

    private static Object toJava(NumberValue number) {
        if (number.isWhole()) {
            BigDecimal decimal = number.decimal();
            if (decimal.precision() - decimal.scale() <= 18) {
                long l = number.longValue();
                if (l == (int) l) {
                    return (int) l;
                }
                return l;
            }
            return decimal.toBigInteger();
        }
        BigDecimal decimal = number.decimal();
        double d = decimal.doubleValue();
        return BigDecimal.valueOf(d).compareTo(decimal) == 0 ? (Object) d : decimal;
    }

    /** @throws EvaluationException when no Java form of the value fits the class */
    public static @Nullable Object toJava(Value value, Class<?> wanted) {
        Object plain = toJava(value);
        if (plain == null || wanted.isInstance(plain)) {
            return plain;
        }
        Object converted = Conversions.convert(plain, wanted);
        if (converted == null) {
            throw EvaluationException.of(
                    "NO-JAVA-FORM",
                    "a value of " + plain.getClass().getName() + " does not fit " + wanted.getName(),
                    "");
        }
        return converted;
    }
}
