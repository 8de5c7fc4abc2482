package dev.hinny.lang.engine.value;

import java.util.Arrays;
import java.util.Iterator;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An object whose entries are in an array, which must not change after it was handed over. */
public final class EntryObject implements ObjectValue {
    private final Entry[] entries;
    private final Schema schema;

    public EntryObject(Entry[] entries, Schema schema) {
        this.entries = entries;
        this.schema = schema;
    }

    @Override
    public int size() {
        return entries.length;
    }

    @Override
    public @Nullable Entry entry(int index) {
        return index >= 0 && index < entries.length ? entries[index] : null;
    }

    @Override
    public @Nullable Value get(String name) {
        for (Entry entry : entries) {
            if (entry.key().name().equals(name)) {
                return entry.value();
            }
        }
        return null;
    }

    @Override
    public void forEachPair(BiConsumer<Key, Value> visitor) {
        for (Entry entry : entries) {
            visitor.accept(entry.key(), entry.value());
        }
    }

    @Override
    public boolean isEmpty() {
        return entries.length == 0;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public EntryObject withSchema(Schema other) {
        return new EntryObject(entries, other);
    }

    @Override
    public boolean isMaterialized() {
        for (Entry entry : entries) {
            if (!entry.isMaterialized() || !entry.value().isMaterialized()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Iterator<Entry> iterator() {
        return Arrays.asList(entries).iterator();
    }
}
