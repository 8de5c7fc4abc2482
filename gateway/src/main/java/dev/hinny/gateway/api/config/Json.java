package dev.hinny.gateway.api.config;

import dev.hinny.base.SourceSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value with its place, small enough for configurations. */
sealed interface Json {
    SourceSpan place();

    /** {@code a number}, for messages. */
    default String kind() {
        return switch (this) {
            case Obj o -> "an object";
            case Arr a -> "a list";
            case Text t -> "the text '" + t.value() + "'";
            case Num n -> "the number " + n.literal();
            case Bool b -> String.valueOf(b.value());
            case Null n -> "null";
        };
    }

    record Obj(Map<String, Json> members, Map<String, SourceSpan> keys, SourceSpan place) implements Json {
        static Obj empty(SourceSpan place) {
            return new Obj(new LinkedHashMap<>(), new LinkedHashMap<>(), place);
        }
    }

    record Arr(List<Json> items, SourceSpan place) implements Json {}

    record Text(String value, SourceSpan place) implements Json {}

    record Num(String literal, SourceSpan place) implements Json {}

    record Bool(boolean value, SourceSpan place) implements Json {}

    record Null(SourceSpan place) implements Json {}
}
