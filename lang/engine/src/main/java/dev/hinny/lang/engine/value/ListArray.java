package dev.hinny.lang.engine.value;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array whose items are in memory. The list must not change after it was handed over. */
public record ListArray(List<Value> items, Schema schema) implements ArrayValue {
    @Override
    public int size() {
        return items.size();
    }

    @Override
    public @Nullable Value get(int index) {
        return index >= 0 && index < items.size() ? items.get(index) : null;
    }

    @Override
    public Iterator<Value> iterator() {
        return items.iterator();
    }

    @Override
    public boolean isEmpty() {
        return items.isEmpty();
    }

    @Override
    public List<Value> toList() {
        return items;
    }

    @Override
    public boolean isStreamed() {
        return false;
    }

    @Override
    public boolean isMaterialized() {
        for (Value item : items) {
            if (!item.isMaterialized()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public ListArray withSchema(Schema other) {
        return new ListArray(items, other);
    }
}
