package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.node.Calls;
import dev.hinny.lang.engine.operation.Equality;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
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

    /** What a function makes of each item. */
    record Mapped(Iterator<Value> source, FunctionValue mapper, long[] index) implements Iterator<Value> {
        Mapped(Iterator<Value> source, FunctionValue mapper) {
            this(source, mapper, new long[1]);
        }

        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public Value next() {
            return Calls.indexed(mapper, source.next(), index[0]++);
        }
    }

    /** Items that are looked for one ahead. */
    private abstract static class Ahead implements Iterator<Value> {
        private @Nullable Value next;

        /** The item after the last one found; null at the end. */
        abstract @Nullable Value find();

        @Override
        public final boolean hasNext() {
            if (next == null) {
                next = find();
            }
            return next != null;
        }

        @Override
        public final Value next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Value item = java.util.Objects.requireNonNull(next);
            next = null;
            return item;
        }
    }

    /** The items that fulfil a condition. */
    static final class Filtered extends Ahead {
        private final Iterator<Value> source;
        private final FunctionValue criteria;
        private long index;

        Filtered(Iterator<Value> source, FunctionValue criteria) {
            this.source = source;
            this.criteria = criteria;
        }

        @Override
        @Nullable
        Value find() {
            while (source.hasNext()) {
                Value item = source.next();
                if (Calls.testIndexed(criteria, item, index++)) {
                    return item;
                }
            }
            return null;
        }
    }

    /** The items of the arrays among the items, and the others. */
    static final class Flat extends Ahead {
        private final Iterator<Value> source;
        private Iterator<Value> inner = java.util.Collections.emptyIterator();

        Flat(Iterator<Value> source) {
            this.source = source;
        }

        @Override
        @Nullable
        Value find() {
            while (!inner.hasNext()) {
                if (!source.hasNext()) {
                    return null;
                }
                Value item = source.next();
                if (!(item instanceof ArrayValue array)) {
                    return item;
                }
                inner = array.iterator();
            }
            return inner.next();
        }
    }

    /** The first items of each value of a criterion; those values are held. */
    static final class Distinct extends Ahead {
        private final Iterator<Value> source;
        private final FunctionValue criteria;
        private final Set<Equality.Hashed> seen = new HashSet<>();
        private long index;

        Distinct(Iterator<Value> source, FunctionValue criteria) {
            this.source = source;
            this.criteria = criteria;
        }

        @Override
        @Nullable
        Value find() {
            while (source.hasNext()) {
                Value item = source.next();
                if (seen.add(new Equality.Hashed(Calls.indexed(criteria, item, index++)))) {
                    return item;
                }
            }
            return null;
        }
    }
}
