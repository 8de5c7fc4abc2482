package dev.hinny.runtime.engine.expression;

import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.EntryObject;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Turns lazy values into ones that are whole: errors then show where the script stands, and threads may share them. */
public final class Materials {
    private Materials() {}

    public static Value whole(Value value) {
        if (value.isMaterialized()) {
            return value;
        }
        return switch (value) {
            case ObjectValue object -> {
                List<Entry> entries = new ArrayList<>();
                for (Entry entry : object) {
                    entries.add(Entry.of(entry.key(), whole(entry.value())));
                }
                yield new EntryObject(entries.toArray(Entry[]::new), object.schema());
            }
            case ArrayValue array -> {
                List<Value> items = new ArrayList<>();
                for (Value item : array) {
                    items.add(whole(item));
                }
                yield new ListArray(List.copyOf(items), array.schema());
            }
            default -> value;
        };
    }

    /** For another thread: a document is read anew there, a value is made whole here. */
    public static TypedValue shareable(TypedValue value) {
        if (value.isDocument()) {
            return value.withMediaType(value.mediaType());
        }
        Value content = value.value();
        Value whole = whole(content);
        return whole == content ? value : TypedValue.of(whole, value.mediaType());
    }
}
