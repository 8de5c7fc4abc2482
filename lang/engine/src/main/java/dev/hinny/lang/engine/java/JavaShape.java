package dev.hinny.lang.engine.java;

import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.EntryObject;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the writer properties of {@code application/java} make of a value, since Java's maps have neither repeated keys nor
 * attributes: {@code duplicateKeyAsArray} gathers a repeated key's values, {@code writeAttributes} turns attributes into keys
 * that start with {@code @}.
 */
public final class JavaShape {
    private final boolean gather;
    private final boolean attributes;

    private JavaShape(boolean gather, boolean attributes) {
        this.gather = gather;
        this.attributes = attributes;
    }

    /** The value itself when no property asks for another form. */
    public static Value of(Value value, FormatContext context) {
        boolean gather = context.flag("duplicateKeyAsArray", false);
        boolean attributes = context.flag("writeAttributes", false);
        return gather || attributes ? new JavaShape(gather, attributes).shaped(value) : value;
    }

    private Value shaped(Value value) {
        return switch (value) {
            case ObjectValue object -> {
                List<Entry> entries = new ArrayList<>();
                entries(object, entries);
                yield object(entries, object);
            }
            case ArrayValue array -> {
                List<Value> items = new ArrayList<>();
                array.forEach(item -> items.add(shaped(item)));
                yield new ListArray(items, array.schema());
            }
            default -> value;
        };
    }

    private void entries(ObjectValue object, List<Entry> entries) {
        for (Entry entry : object) {
            Key key = entry.key();
            if (!attributes || key.attributes().isEmpty()) {
                entries.add(Entry.of(key, shaped(entry.value())));
                continue;
            }
            List<Entry> inner = new ArrayList<>();
            for (Entry attribute : key.attributes()) {
                inner.add(Entry.of("@" + attribute.key().name(), attribute.value()));
            }
            if (entry.value() instanceof ObjectValue children) {
                entries(children, inner);
            } else {
                inner.add(Entry.of("__text", shaped(entry.value())));
            }
            entries.add(Entry.of(Key.of(key.name(), key.namespace(), ObjectValue.EMPTY), object(inner, entry.value())));
        }
    }

    private Value object(List<Entry> entries, Value original) {
        if (!gather) {
            return new EntryObject(entries.toArray(Entry[]::new), original.schema());
        }
        Map<String, List<Entry>> byName = new LinkedHashMap<>();
        entries.forEach(e ->
                byName.computeIfAbsent(e.key().name(), _ -> new ArrayList<>()).add(e));
        List<Entry> gathered = new ArrayList<>();
        for (List<Entry> same : byName.values()) {
            gathered.add(
                    same.size() == 1
                            ? same.get(0)
                            : Entry.of(
                                    same.get(0).key(),
                                    ArrayValue.of(
                                            same.stream().map(Entry::value).toList())));
        }
        return new EntryObject(gathered.toArray(Entry[]::new), original.schema());
    }
}
