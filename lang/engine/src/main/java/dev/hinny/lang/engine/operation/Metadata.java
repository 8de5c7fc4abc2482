package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code .^} finds: the metadata of values, and of the documents they come from. */
public final class Metadata {
    private Metadata() {}

    public static @Nullable Value get(Value value, String name) {
        Value found = value.schema().get(name);
        if (found != null) {
            return found;
        }
        if (name.equals("class")) {
            return value instanceof JavaValue j
                    ? StringValue.of(j.object().getClass().getName())
                    : null;
        }
        return null;
    }

    /** All metadata as an object. */
    public static Value all(Value value) {
        List<Entry> entries = new ArrayList<>();
        value.schema().properties().forEach((name, property) -> entries.add(Entry.of(name, property)));
        return ObjectValue.of(entries);
    }

    public static @Nullable Value get(TypedValue typed, String name) {
        return switch (name) {
            case "mimeType" -> StringValue.of(typed.mediaType().essence());
            case "mediaType" -> StringValue.of(typed.mediaType().toString());
            case "encoding" ->
                typed.mediaType()
                        .charset()
                        .map(c -> (Value) StringValue.of(c.name()))
                        .orElse(StringValue.of("UTF-8"));
            case "raw" -> typed.isDocument() ? new BinaryValue(typed.bytes(), Schema.NONE) : get(typed.value(), name);
            case "contentLength" ->
                typed.isDocument() && typed.bytes().size() >= 0
                        ? NumberValue.of(typed.bytes().size())
                        : get(typed.value(), name);
            default -> {
                String parameter = typed.mediaType().parameters().get(name);
                yield parameter != null ? StringValue.of(parameter) : get(typed.value(), name);
            }
        };
    }

    public static Value all(TypedValue typed) {
        Map<String, Value> all = new LinkedHashMap<>();
        for (String name : List.of("mimeType", "mediaType", "encoding", "contentLength")) {
            Value found = get(typed, name);
            if (found != null) {
                all.put(name, found);
            }
        }
        List<Entry> entries = new ArrayList<>();
        all.forEach((name, property) -> entries.add(Entry.of(name, property)));
        return ObjectValue.of(entries);
    }

    /** The value with the metadata of its document attached, for hosts that hand out documents inside other values. */
    public static Value described(TypedValue typed) {
        Map<String, Value> all = new LinkedHashMap<>();
        for (String name : List.of("mimeType", "mediaType", "encoding", "raw", "contentLength")) {
            Value found = get(typed, name);
            if (found != null) {
                all.put(name, found);
            }
        }
        Value value = typed.value();
        return value.withSchema(value.schema().merge(new Schema(all)));
    }
}
