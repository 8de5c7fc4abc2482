package dev.hinny.lang.engine.value;

import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An ordered multimap from keys to values: keys may repeat. Implementations may be lazy in the whole (read as they go) and
 * in each entry's value.
 */
public non-sealed interface ObjectValue extends Value, Iterable<Entry> {
    ObjectValue EMPTY = new EntryObject(new Entry[0], Schema.NONE);

    static ObjectValue of(List<? extends Entry> entries) {
        return entries.isEmpty() ? EMPTY : new EntryObject(entries.toArray(Entry[]::new), Schema.NONE);
    }

    /** The number of pairs; goes through them all unless it is known. */
    default int size() {
        int size = 0;
        for (Entry _ : this) {
            size++;
        }
        return size;
    }

    @Override
    Iterator<Entry> iterator();

    /** The value of the first entry with this local name, whatever its namespace; null where there is none. */
    default @Nullable Value get(String name) {
        for (Entry entry : this) {
            if (entry.key().name().equals(name)) {
                return entry.value();
            }
        }
        return null;
    }

    /** Whether selectors find keys whatever their case: true for headers, whose names have none. */
    default boolean ignoresCase() {
        return false;
    }

    /** The entry at an index from 0, or null where there is none. */
    default @Nullable Entry entry(int index) {
        int i = 0;
        for (Entry entry : this) {
            if (i++ == index) {
                return entry;
            }
        }
        return null;
    }

    /**
     * Whether selectors may ask {@link #get} for a name: no key has a namespace or attributes, and case counts. False where
     * that is not known.
     */
    default boolean hasPlainKeys() {
        return false;
    }

    /** Whether iterating reads or computes the pairs anew: what is made of them should not be held either. */
    default boolean isStreamed() {
        return false;
    }

    /** Passes all pairs in their order, without an entry for each. */
    default void forEachPair(BiConsumer<Key, Value> visitor) {
        for (Entry entry : this) {
            visitor.accept(entry.key(), entry.value());
        }
    }

    default boolean isEmpty() {
        return !iterator().hasNext();
    }

    @Override
    ObjectValue withSchema(Schema schema);
}
