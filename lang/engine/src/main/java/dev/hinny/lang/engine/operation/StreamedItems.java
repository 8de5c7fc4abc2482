package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Chained;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a selector finds in a long array, found as it is read, each time anew. */
public final class StreamedItems implements ArrayValue {
    private static final int LONGEST_HELD = 1_000;

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
        StreamedItems found = new StreamedItems(() -> new Chained<>(new Found(items.iterator(), finder)));
        return found.isEmpty() ? null : found;
    }

    /** The items between two indexes, both included; what is short, or in memory already, is held at once. */
    public static ArrayValue part(ArrayValue items, long from, long to) {
        if (to - from < LONGEST_HELD || !items.isStreamed()) {
            List<Value> held = new ArrayList<>();
            new Part(items.iterator(), from, to).forEachRemaining(held::add);
            return new ListArray(held, Schema.NONE);
        }
        return new StreamedItems(() -> new Part(items.iterator(), from, to));
    }

    /** Arrays of so many items each; the last one may have fewer. */
    public static ArrayValue chunks(ArrayValue items, int size) {
        return new StreamedItems(() -> new Chunks(items.iterator(), size));
    }

    @Override
    public Iterator<Value> iterator() {
        return source.get();
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

    private static final class Found implements Iterator<List<Value>> {
        private final Iterator<Value> items;
        private final Finder finder;
        private long index;

        Found(Iterator<Value> items, Finder finder) {
            this.items = items;
            this.finder = finder;
        }

        @Override
        public boolean hasNext() {
            return items.hasNext();
        }

        @Override
        public List<Value> next() {
            return finder.find(items.next(), index++);
        }
    }

    private record Chunks(Iterator<Value> items, int size) implements Iterator<Value> {
        @Override
        public boolean hasNext() {
            return items.hasNext();
        }

        @Override
        public Value next() {
            List<Value> chunk = new ArrayList<>();
            do {
                chunk.add(items.next());
            } while (chunk.size() < size && items.hasNext());
            return new ListArray(chunk, Schema.NONE);
        }
    }

    private static final class Part implements Iterator<Value> {
        private final Iterator<Value> items;
        private final long to;
        private long index;

        Part(Iterator<Value> items, long from, long to) {
            this.items = items;
            this.to = to;
            while (index < from && items.hasNext()) {
                items.next();
                index++;
            }
        }

        @Override
        public boolean hasNext() {
            return index <= to && items.hasNext();
        }

        @Override
        public Value next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            index++;
            return items.next();
        }
    }
}
