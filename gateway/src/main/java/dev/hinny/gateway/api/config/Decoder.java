package dev.hinny.gateway.api.config;

import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.Suggestion;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns JSON into the values of a record. Gives null after each problem that it added. */
final class Decoder {
    private static final String CODE = "BAD-SETTING";

    private final Problems problems;

    Decoder(Problems problems) {
        this.problems = problems;
    }

    @Nullable Object decode(Shape shape, Json json, String key) {
        return switch (shape) {
            case Shape.Text s -> text(json, key);
            case Shape.Whole s -> whole(s, json, key);
            case Shape.Decimal s -> decimal(json, key);
            case Shape.Flag s -> flag(json, key);
            case Shape.Choice s -> choice(s, json, key);
            case Shape.Many s -> many(s, json, key);
            case Shape.Maybe s -> maybe(s, json, key);
            case Shape.Group s -> group(s, json, key);
        };
    }

    private @Nullable Object text(Json json, String key) {
        return switch (json) {
            case Json.Text t -> t.value();
            case Json.Num n -> n.literal();
            case Json.Bool b -> String.valueOf(b.value());
            case Json.Obj o -> wrong(json, key, "a text");
            case Json.Arr a -> wrong(json, key, "a text");
            case Json.Null n -> wrong(json, key, "a text");
        };
    }

    /** Forms and scripts send numbers as text as well, so a text that is a number will do. */
    private @Nullable Object whole(Shape.Whole shape, Json json, String key) {
        BigDecimal number = number(json);
        boolean fits = number != null
                && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(shape.least())) >= 0
                && number.compareTo(BigDecimal.valueOf(shape.most())) <= 0;
        if (number == null || !fits) {
            return wrong(json, key, "a whole number");
        }
        return shape.most() == Integer.MAX_VALUE ? (Object) number.intValue() : (Object) number.longValue();
    }

    private @Nullable Object decimal(Json json, String key) {
        BigDecimal number = number(json);
        return number == null ? wrong(json, key, "a number") : (Object) number.doubleValue();
    }

    private static @Nullable BigDecimal number(Json json) {
        String literal = json instanceof Json.Num n ? n.literal() : json instanceof Json.Text t ? t.value() : "";
        if (literal.isEmpty() || literal.length() > 40) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(literal);
            // 1e999999999 would otherwise be written out digit by digit
            return Math.abs((long) number.scale()) > 400 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable Object flag(Json json, String key) {
        if (json instanceof Json.Bool b) {
            return b.value();
        }
        String text = json instanceof Json.Text t ? t.value().toLowerCase(Locale.ROOT) : "";
        return text.equals("true") || text.equals("false") ? (Object) text.equals("true") : wrong(json, key, "true or false");
    }

    private @Nullable Object choice(Shape.Choice shape, Json json, String key) {
        List<String> names = shape.names();
        String text = json instanceof Json.Text t ? t.value() : "";
        int index = names.indexOf(text);
        if (index < 0) {
            String all = "expected one of '" + String.join("', '", names) + "'";
            problems.error(
                    CODE, json.place(), "found " + json.kind() + " for '" + key + "', " + all, Suggestion.didYouMean(text, names, ""));
            return null;
        }
        return shape.type().getEnumConstants()[index];
    }

    private @Nullable Object many(Shape.Many shape, Json json, String key) {
        if (!(json instanceof Json.Arr array)) {
            return wrong(json, key, "a list");
        }
        List<Object> items = new ArrayList<>();
        for (Json item : array.items()) {
            Object value = decode(shape.item(), item, key);
            if (value != null) {
                items.add(value);
            }
        }
        return items.size() == array.items().size() ? List.copyOf(items) : null;
    }

    private @Nullable Object maybe(Shape.Maybe shape, Json json, String key) {
        if (json instanceof Json.Null) {
            return Optional.empty();
        }
        Object value = decode(shape.item(), json, key);
        return value == null ? null : Optional.of(value);
    }

    private @Nullable Object group(Shape.Group shape, Json json, String key) {
        if (!(json instanceof Json.Obj object)) {
            return wrong(json, key, "an object");
        }
        List<String> known = shape.parts().stream().map(Shape.Part::key).toList();
        for (Map.Entry<String, SourceSpan> entry : object.keys().entrySet()) {
            if (!known.contains(entry.getKey())) {
                problems.error(
                        "UNKNOWN-SETTING",
                        entry.getValue(),
                        "found the key '" + entry.getKey() + "', expected one of '" + String.join("', '", known) + "'",
                        Suggestion.didYouMean(entry.getKey(), known, "remove it"));
            }
        }
        List<Shape.Part> parts = shape.parts();
        @Nullable Object[] values = new Object[parts.size()];
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            values[i] = part(parts.get(i), object);
            complete &= values[i] != null;
        }
        return complete ? make(shape.type(), values, object.place(), key) : null;
    }

    private @Nullable Object part(Shape.Part part, Json.Obj object) {
        Json json = object.members().get(part.key());
        if (json != null && !(json instanceof Json.Null && !part.required())) {
            return decode(part.shape(), json, part.key());
        }
        if (part.required()) {
            problems.error(
                    "MISSING-SETTING",
                    object.place(),
                    "the key '" + part.key() + "' is missing",
                    "add it: " + part.setting().value());
            return null;
        }
        if (part.shape() instanceof Shape.Maybe) {
            return Optional.empty();
        }
        return decode(part.shape(), new Json.Text(part.setting().defaultValue(), object.place()), part.key());
    }

    private @Nullable Object make(
            Class<? extends Record> type, @Nullable Object[] values, SourceSpan place, String key) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                problems.error(CODE, place, "'" + key + "': " + refused.getMessage(), "");
                return null;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object wrong(Json json, String key, String expected) {
        problems.error(CODE, json.place(), "found " + json.kind() + " for '" + key + "', expected " + expected, "");
        return null;
    }
}
