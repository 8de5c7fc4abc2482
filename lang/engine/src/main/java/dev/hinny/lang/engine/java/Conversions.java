package dev.hinny.lang.engine.java;

import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plain Java objects in the class that a method parameter wants. */
final class Conversions {
    private Conversions() {}

    /** Null when the object has no such form. */
    static @Nullable Object convert(Object plain, Class<?> wanted) {
        if (plain instanceof Number n) {
            Object number = number(n, wanted);
            if (number != null) {
                return number;
            }
        }
        if (wanted == boolean.class && plain instanceof Boolean) {
            return plain;
        }
        if (wanted == String.class || wanted == CharSequence.class || wanted == Object.class) {
            return plain.toString();
        }
        if ((wanted == char.class || wanted == Character.class) && plain instanceof String s && s.length() == 1) {
            return s.charAt(0);
        }
        if (wanted.isEnum() && plain instanceof String s) {
            return Arrays.stream(wanted.getEnumConstants())
                    .filter(e -> ((Enum<?>) e).name().equals(s))
                    .findFirst()
                    .orElse(null);
        }
        if (wanted == Optional.class) {
            return Optional.of(plain);
        }
        if (plain instanceof Collection<?> items) {
            return collection(items, wanted);
        }
        if (wanted == Date.class || wanted == Instant.class || wanted == Calendar.class) {
            return date(plain, wanted);
        }
        if (plain instanceof Map<?, ?> map && !wanted.isInterface() && !wanted.isPrimitive()) {
            return bean(map, wanted);
        }
        return null;
    }

    private static @Nullable Object number(Number n, Class<?> wanted) {
        if (wanted == int.class || wanted == Integer.class) {
            return n.intValue();
        }
        if (wanted == long.class || wanted == Long.class) {
            return n.longValue();
        }
        if (wanted == double.class || wanted == Double.class) {
            return n.doubleValue();
        }
        if (wanted == float.class || wanted == Float.class) {
            return n.floatValue();
        }
        if (wanted == short.class || wanted == Short.class) {
            return n.shortValue();
        }
        if (wanted == byte.class || wanted == Byte.class) {
            return n.byteValue();
        }
        if (wanted == BigDecimal.class) {
            return new BigDecimal(n.toString());
        }
        return wanted == BigInteger.class ? new BigDecimal(n.toString()).toBigInteger() : null;
    }

    private static @Nullable Object collection(Collection<?> items, Class<?> wanted) {
        if (wanted.isAssignableFrom(Set.class)) {
            return new LinkedHashSet<>(items);
        }
        if (wanted.isArray()) {
            Object array = java.lang.reflect.Array.newInstance(wanted.getComponentType(), items.size());
            int i = 0;
            for (Object item : items) {
                Object element = item == null || wanted.getComponentType().isInstance(item)
                        ? item
                        : convert(item, wanted.getComponentType());
                java.lang.reflect.Array.set(array, i++, element);
            }
            return array;
        }
        return wanted.isAssignableFrom(List.class) ? List.copyOf(items) : null;
    }

    private static @Nullable Object date(Object plain, Class<?> wanted) {
        Instant instant = switch (plain) {
            case ZonedDateTime z -> z.toInstant();
            case LocalDateTime d -> d.toInstant(ZoneOffset.UTC);
            case LocalDate d -> d.atStartOfDay(ZoneOffset.UTC).toInstant();
            default -> null;
        };
        if (instant == null || wanted == Instant.class) {
            return instant;
        }
        return wanted == Date.class ? Date.from(instant) : GregorianCalendar.from(instant.atZone(ZoneOffset.UTC));
    }

    private static @Nullable Object bean(Map<?, ?> map, Class<?> wanted) {
        try {
            Object made = wanted.getConstructor().newInstance();
            for (var method : wanted.getMethods()) {
                if (method.getName().startsWith("set")
                        && method.getParameterCount() == 1
                        && method.getName().length() > 3) {
                    Object value = map.get(Beans.decapitalize(method.getName().substring(3)));
                    if (value != null) {
                        Class<?> type = method.getParameterTypes()[0];
                        method.invoke(made, type.isInstance(value) ? value : convert(value, type));
                    }
                }
            }
            return made;
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            return null;
        }
    }
}
