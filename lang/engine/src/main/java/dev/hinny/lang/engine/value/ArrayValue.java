package dev.hinny.lang.engine.value;

import dev.hinny.lang.engine.EvaluationException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of values. Implementations may be lazy: {@link #iterator} then computes or reads as it goes, and can be asked
 * again; {@link #size} and {@link #get} may have to read all before.
 */
public non-sealed interface ArrayValue extends Value, Iterable<Value> {
    ArrayValue EMPTY = new ListArray(List.of(), Schema.NONE);

    static ArrayValue of(List<? extends Value> items) {
        return items.isEmpty() ? EMPTY : new ListArray(List.copyOf(items), Schema.NONE);
    }

    /** The number of items; goes through them all unless it is known. @throws EvaluationException when it is beyond an int */
    default int size() {
        int size = 0;
        for (Value _ : this) {
            if (++size < 0) {
                throw EvaluationException.capacity(
                        "TOO-MANY",
                        "there are more than " + Integer.MAX_VALUE + " items to count",
                        "count a part of them");
            }
        }
        return size;
    }

    /** The number of items, also beyond an int. */
    default long count() {
        return size();
    }

    /** The item at an index from 0, or null where there is none; goes through all before unless they are at hand. */
    default @Nullable Value get(int index) {
        int i = 0;
        for (Value item : this) {
            if (i++ == index) {
                return item;
            }
        }
        return null;
    }

    /** As {@link #get}, with an index that may be beyond an int. */
    default @Nullable Value at(long index) {
        return index < 0 || index > Integer.MAX_VALUE ? null : get((int) index);
    }

    @Override
    Iterator<Value> iterator();

    default boolean isEmpty() {
        return !iterator().hasNext();
    }

    /** Whether iterating reads or computes the items anew: what is made of them should not be held either. */
    default boolean isStreamed() {
        return !isMaterialized();
    }

    /** All items in memory. @throws dev.hinny.lang.engine.EvaluationException when they are too many */
    default List<Value> toList() {
        List<Value> all = new ArrayList<>();
        for (Value item : this) {
            all.add(item);
            if ((all.size() & 0xFFF) == 0) {
                Watch.check();
                Capacity.items(all.size());
            }
        }
        return all;
    }

    @Override
    ArrayValue withSchema(Schema schema);
}
