package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.value.Ahead;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An object that is computed as it is read, each time anew, so that a long source need not be held. */
final class LazyObject implements ObjectValue {
    private final Supplier<Iterator<Entry>> source;
    private final Schema schema;

    LazyObject(Supplier<Iterator<Entry>> source) {
        this(source, Schema.NONE);
    }

    private LazyObject(Supplier<Iterator<Entry>> source, Schema schema) {
        this.source = source;
        this.schema = schema;
    }

    @Override
    public Iterator<Entry> iterator() {
        return source.get();
    }

    @Override
    public boolean isStreamed() {
        return true;
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
    public ObjectValue withSchema(Schema other) {
        return new LazyObject(source, other);
    }

    /** What a function makes of each pair. */
    record Plucked(Iterator<Entry> source, Function<Entry, Value> mapper) implements Iterator<Value> {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public Value next() {
            return mapper.apply(source.next());
        }
    }

    /** The pairs that a function makes of each pair. */
    static final class Mapped extends Ahead<Entry> {
        private final Iterator<Entry> source;
        private final Function<Entry, Iterator<Entry>> mapper;
        private Iterator<Entry> inner = java.util.Collections.emptyIterator();

        Mapped(Iterator<Entry> source, Function<Entry, Iterator<Entry>> mapper) {
            this.source = source;
            this.mapper = mapper;
        }

        @Override
        protected @Nullable Entry find() {
            while (!inner.hasNext()) {
                if (!source.hasNext()) {
                    return null;
                }
                inner = mapper.apply(source.next());
            }
            return inner.next();
        }
    }
}
