package dev.hinny.lang.engine.library;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.node.Calls;
import dev.hinny.lang.engine.node.Deferred;
import dev.hinny.lang.engine.operation.Equality;
import dev.hinny.lang.engine.value.Ahead;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Capacity;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.Watch;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An array that is computed as it is read, each time anew, so that a long source need not be held. */
final class LazyArray implements ArrayValue, Deferred {
    private final Supplier<Iterator<Value>> source;
    private final Schema schema;
    private final @Nullable SourceSpan place;

    LazyArray(Supplier<Iterator<Value>> source) {
        this(source, Schema.NONE, null);
    }

    private LazyArray(Supplier<Iterator<Value>> source, Schema schema, @Nullable SourceSpan place) {
        this.source = source;
        this.schema = schema;
        this.place = place;
    }

    @Override
    public Iterator<Value> iterator() {
        return place == null ? source.get() : new Placed(source.get(), place);
    }

    /** A place in the user's script is kept, one in the library replaced. */
    @Override
    public Value at(SourceSpan call) {
        return place == null || place.source().startsWith("dw/") ? new LazyArray(source, schema, call) : this;
    }

    @Override
    public int size() {
        long count = count();
        Capacity.items(count);
        return (int) count;
    }

    @Override
    public long count() {
        long count = 0;
        for (Iterator<Value> items = iterator(); items.hasNext(); items.next()) {
            if ((++count & 0xFFF) == 0) {
                Watch.check();
            }
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
        return new LazyArray(source, other, place);
    }

    /** Items whose failures have the place of the call that asked for them. */
    private record Placed(Iterator<Value> source, SourceSpan place) implements Iterator<Value> {
        @Override
        public boolean hasNext() {
            try {
                return source.hasNext();
            } catch (EvaluationException e) {
                throw e.at(place);
            }
        }

        @Override
        public Value next() {
            try {
                return source.next();
            } catch (EvaluationException e) {
                throw e.at(place);
            }
        }
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

    /** Pairs of the items at the same place, as long as both sides have some. */
    record Zipped(Iterator<Value> left, Iterator<Value> right) implements Iterator<Value> {
        @Override
        public boolean hasNext() {
            return left.hasNext() && right.hasNext();
        }

        @Override
        public Value next() {
            return ArrayValue.of(List.of(left.next(), right.next()));
        }
    }

    /** The items that fulfil a condition. */
    static final class Filtered extends Ahead<Value> {
        private final Iterator<Value> source;
        private final FunctionValue criteria;
        private long index;

        Filtered(Iterator<Value> source, FunctionValue criteria) {
            this.source = source;
            this.criteria = criteria;
        }

        @Override
        protected @Nullable Value find() {
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
    static final class Flat extends Ahead<Value> {
        private final Iterator<Value> source;
        private Iterator<Value> inner = java.util.Collections.emptyIterator();

        Flat(Iterator<Value> source) {
            this.source = source;
        }

        @Override
        protected @Nullable Value find() {
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
    static final class Distinct extends Ahead<Value> {
        private final Iterator<Value> source;
        private final FunctionValue criteria;
        private final Set<Equality.Hashed> seen = new HashSet<>();
        private long index;

        Distinct(Iterator<Value> source, FunctionValue criteria) {
            this.source = source;
            this.criteria = criteria;
        }

        @Override
        protected @Nullable Value find() {
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
