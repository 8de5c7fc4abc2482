package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a selector finds in a long array, found as it is read, each time anew. */
public final class StreamedItems implements ArrayValue {
    private final Supplier<Iterator<Value>> source;
    private final Schema schema;

    StreamedItems(Supplier<Iterator<Value>> source) {
        this(source, Schema.NONE);
    }

    private StreamedItems(Supplier<Iterator<Value>> source, Schema schema) {
        this.source = source;
        this.schema = schema;
    }

    /** What is found in an item at an index. */
    @FunctionalInterface
    public interface Finder {
        List<Value> find(Value item, long index);
    }

    /** What is found in each item; null when nothing is found in any. */
    public static @Nullable StreamedItems of(ArrayValue items, Finder finder) {
        StreamedItems found = new StreamedItems(() -> new Found(items.iterator(), finder));
        return found.isEmpty() ? null : found;
    }

    @Override
    public Iterator<Value> iterator() {
        return source.get();
    }

    @Override
    public int size() {
        return Math.toIntExact(count());
    }

    @Override
    public long count() {
        long count = 0;
        for (Iterator<Value> items = iterator(); items.hasNext(); items.next()) {
            count++;
        }
        return count;
    }

    @Override
    public @Nullable Value get(int index) {
        int i = 0;
        for (Value item : this) {
            if (i++ == index) {
                return item;
            }
        }
        return null;
    }

    @Override
    public boolean isMaterialized() {
        return false;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public ArrayValue withSchema(Schema other) {
        return new StreamedItems(source, other);
    }

    private static final class Found implements Iterator<Value> {
        private final Iterator<Value> items;
        private final Finder finder;
        private Iterator<Value> found = Collections.emptyIterator();
        private long index;

        Found(Iterator<Value> items, Finder finder) {
            this.items = items;
            this.finder = finder;
        }

        @Override
        public boolean hasNext() {
            while (!found.hasNext()) {
                if (!items.hasNext()) {
                    return false;
                }
                found = finder.find(items.next(), index++).iterator();
            }
            return true;
        }

        @Override
        public Value next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return found.next();
        }
    }
}
