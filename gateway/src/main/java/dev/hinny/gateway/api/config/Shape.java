package dev.hinny.gateway.api.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a type of a configuration record accepts: the one reading of reflection that decoder, schema and mask share. */
sealed interface Shape {
    record Text() implements Shape {}

    record Whole(long least, long most) implements Shape {}

    record Decimal() implements Shape {}

    record Flag() implements Shape {}

    record Choice(Class<?> type) implements Shape {
        List<String> names() {
            return Arrays.stream(type.getEnumConstants())
                    .map(c -> camel(((Enum<?>) c).name()))
                    .toList();
        }
    }

    record Many(Shape item) implements Shape {}

    record Maybe(Shape item) implements Shape {}

    record Group(Class<? extends Record> type, List<Part> parts) implements Shape {}

    /** A component of a record. */
    record Part(String key, RecordComponent component, Setting setting, Shape shape) {
        boolean required() {
            return !(shape instanceof Maybe) && setting.defaultValue().isEmpty();
        }
    }

    /** @throws IllegalArgumentException for a type that configurations cannot have: a defect of the policy */
    static Shape of(Type type) {
        if (type instanceof ParameterizedType p && p.getRawType() == List.class) {
            return new Many(of(p.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType p && p.getRawType() == Optional.class) {
            return new Maybe(of(p.getActualTypeArguments()[0]));
        }
        if (type instanceof Class<?> c) {
            return ofClass(c);
        }
        throw unfit(type);
    }

    private static Shape ofClass(Class<?> c) {
        if (c == String.class) {
            return new Text();
        }
        if (c == int.class || c == Integer.class) {
            return new Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (c == long.class || c == Long.class) {
            return new Whole(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (c == double.class || c == Double.class) {
            return new Decimal();
        }
        if (c == boolean.class || c == Boolean.class) {
            return new Flag();
        }
        if (c.isEnum()) {
            return new Choice(c);
        }
        if (c.isRecord()) {
            return group(c.asSubclass(Record.class));
        }
        throw unfit(c);
    }

    static Group group(Class<? extends Record> type) {
        List<Part> parts = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Setting setting = component.getAnnotation(Setting.class);
            if (setting == null) {
                throw new IllegalArgumentException(
                        type.getName() + "." + component.getName() + " has no @Setting with a sentence");
            }
            String key = setting.key().isEmpty() ? component.getName() : setting.key();
            parts.add(new Part(key, component, setting, of(component.getGenericType())));
        }
        return new Group(type, List.copyOf(parts));
    }

    private static IllegalArgumentException unfit(Type type) {
        return new IllegalArgumentException("a configuration cannot hold " + type.getTypeName());
    }

    private static String camel(String constant) {
        StringBuilder out = new StringBuilder();
        for (String word : constant.split("_")) {
            String lower = word.toLowerCase(Locale.ROOT);
            out.append(out.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return out.toString();
    }
}
