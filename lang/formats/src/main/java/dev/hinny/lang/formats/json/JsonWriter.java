package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.java.JavaBridge;
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
import dev.hinny.lang.engine.value.RegexValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.TypeValue;
import dev.hinny.lang.engine.value.UriValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import dev.hinny.lang.formats.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes values as they are iterated; nothing of the document's size is kept. */
final class JsonWriter {
    private final JsonGenerator out;
    private final JsonOptions options;

    JsonWriter(JsonGenerator out, JsonOptions options) {
        this.out = out;
        this.options = options;
    }

    void value(Value value) {
        switch (value) {
            case StringValue s -> out.writeString(s.text());
            case LongNumber n -> out.writeNumber(n.value());
            case DecimalNumber n -> out.writeNumber(Texts.number(n));
            case BooleanValue b -> out.writeBoolean(b.value());
            case NullValue _ -> out.writeNull();
            case ObjectValue o -> object(o);
            case ArrayValue a -> array(a);
            case TemporalValue _, PeriodValue _, ZoneValue _, BinaryValue _, Key _, Namespace _, UriValue _ ->
                out.writeString(Texts.of(value, "json"));
            case JavaValue j -> value(JavaBridge.properties(j.object()));
            case RegexValue _, TypeValue _, FunctionValue _ -> out.writeString(Texts.of(value, "json"));
        }
    }

    private void array(ArrayValue array) {
        out.writeStartArray();
        for (Value item : array) {
            if (!options.skipNullInArrays() || !(item instanceof NullValue)) {
                value(item);
            }
        }
        out.writeEndArray();
    }

    private void object(ObjectValue object) {
        out.writeStartObject();
        if (options.duplicateKeyAsArray()) {
            grouped(object);
        } else {
            for (Entry entry : object) {
                entry(entry.key(), entry.value());
            }
        }
        out.writeEndObject();
    }

    private void grouped(ObjectValue object) {
        Map<String, List<Entry>> byName = new LinkedHashMap<>();
        object.forEach(e ->
                byName.computeIfAbsent(e.key().name(), _ -> new ArrayList<>()).add(e));
        byName.forEach((_, entries) -> {
            Entry first = entries.get(0);
            entry(
                    first.key(),
                    entries.size() == 1
                            ? first.value()
                            : ArrayValue.of(entries.stream().map(Entry::value).toList()));
        });
    }

    private void entry(Key key, Value value) {
        if (options.skipNullInObjects() && value instanceof NullValue) {
            return;
        }
        out.writeName(key.name());
        if (options.attributes() && !key.attributes().isEmpty()) {
            withAttributes(key.attributes(), value);
        } else {
            value(value);
        }
    }

    private void withAttributes(ObjectValue attributes, Value value) {
        out.writeStartObject();
        for (Entry attribute : attributes) {
            out.writeName("@" + attribute.key().name());
            value(attribute.value());
        }
        if (value instanceof ObjectValue object) {
            for (Entry entry : object) {
                entry(entry.key(), entry.value());
            }
        } else {
            out.writeName("__text");
            value(value);
        }
        out.writeEndObject();
    }
}
