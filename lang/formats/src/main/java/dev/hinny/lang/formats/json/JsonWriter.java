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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Writes values as they are iterated; nothing of the document's size is kept. */
final class JsonWriter {
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final JsonOutput out;
    private final JsonOptions options;
    private final boolean indent;
    private final BiConsumer<Key, Value> pairs = this::pair;

    /** How deep we are, and whether the innermost object or array has no member yet. */
    private int depth;

    private boolean first;

    JsonWriter(JsonOutput out, JsonOptions options) {
        this.out = out;
        this.options = options;
        this.indent = options.indent();
    }

    void value(Value value) {
        switch (value) {
            case StringValue s -> out.string(s);
            case LongNumber n -> out.number(n.value());
            case DecimalNumber n -> out.number(n);
            case BooleanValue b -> word(b.value() ? TRUE : FALSE);
            case NullValue _ -> word(NULL);
            case ObjectValue o -> object(o);
            case ArrayValue a -> array(a);
            case Key k -> out.string(k.label());
            case TemporalValue _, PeriodValue _, ZoneValue _, BinaryValue _, Namespace _, UriValue _ ->
                out.string(Texts.of(value, "json"));
            case JavaValue j -> value(JavaBridge.properties(j.object()));
            case RegexValue _, TypeValue _, FunctionValue _ -> out.string(Texts.of(value, "json"));
        }
    }

    private void word(byte[] word) {
        out.put(word, 0, word.length);
    }

    private void open(char bracket) {
        out.put(bracket);
        depth++;
        first = true;
    }

    private void close(char bracket) {
        depth--;
        if (indent && !first) {
            out.line(depth);
        }
        out.put(bracket);
        first = false;
    }

    private void member() {
        if (first) {
            first = false;
        } else {
            out.put(',');
        }
        if (indent) {
            out.line(depth);
        }
    }

    private void array(ArrayValue array) {
        open('[');
        for (Value item : array) {
            if (!options.skipNullInArrays() || !(item instanceof NullValue)) {
                member();
                value(item);
            }
        }
        close(']');
    }

    private void object(ObjectValue object) {
        open('{');
        if (options.duplicateKeyAsArray()) {
            grouped(object);
        } else {
            object.forEachPair(pairs);
        }
        close('}');
    }

    private void grouped(ObjectValue object) {
        Map<String, List<Entry>> byName = new LinkedHashMap<>();
        object.forEach(e ->
                byName.computeIfAbsent(e.key().name(), _ -> new ArrayList<>()).add(e));
        byName.forEach((_, entries) -> {
            Entry one = entries.get(0);
            pair(
                    one.key(),
                    entries.size() == 1
                            ? one.value()
                            : ArrayValue.of(entries.stream().map(Entry::value).toList()));
        });
    }

    private void pair(Key key, Value value) {
        if (options.skipNullInObjects() && value instanceof NullValue) {
            return;
        }
        name(key.label());
        if (options.attributes() && !key.attributes().isEmpty()) {
            withAttributes(key.attributes(), value);
        } else {
            value(value);
        }
    }

    private void name(StringValue name) {
        if (indent) {
            member();
            out.string(name);
            out.put(':', ' ');
        } else {
            out.name(name, !first);
            first = false;
        }
    }

    private void withAttributes(ObjectValue attributes, Value value) {
        open('{');
        for (Entry attribute : attributes) {
            name(StringValue.of("@" + attribute.key().name()));
            value(attribute.value());
        }
        if (value instanceof ObjectValue object) {
            object.forEachPair(pairs);
        } else {
            name(StringValue.of("__text"));
            value(value);
        }
        close('}');
    }
}
