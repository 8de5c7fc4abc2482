package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.node.Calls;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An array that is computed as it is read, each time anew, so that a long source need not be held. */
final class LazyArray implements ArrayValue {
    private final Supplier<Iterator<Value>> source;
    private final Schema schema;

    LazyArray(Supplier<Iterator<Value>> source) {
        this(source, Schema.NONE);
    }

    private LazyArray(Supplier<Iterator<Value>> source, Schema schema) {
        this.source = source;
        this.schema = schema;
    }

    @Override
    public Iterator<Value> iterator() {
        return source.get();
    }

    @Override
    public int size() {
        int size = 0;
        for (Iterator<Value> items = iterator(); items.hasNext(); items.next()) {
            size++;
        }
        return size;
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
    public List<Value> toList() {
        return ArrayValue.super.toList();
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
        return new LazyArray(source, other);
    }

    /** The items that fulfil a condition. */
    static final class Filtered implements Iterator<Value> {
        private final Iterator<Value> source;
        private final FunctionValue criteria;
        private long index;
        private @Nullable Value next;

        Filtered(Iterator<Value> source, FunctionValue criteria) {
            this.source = source;
            this.criteria = criteria;
        }

        @Override
        public boolean hasNext() {
            while (next == null && source.hasNext()) {
                Value item = source.next();
                if (Calls.testIndexed(criteria, item, index++)) {
                    next = item;
                }
            }
            return next != null;
        }

        @Override
        public Value next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Value item = java.util.Objects.requireNonNull(next);
            next = null;
            return item;
        }
    }
}
