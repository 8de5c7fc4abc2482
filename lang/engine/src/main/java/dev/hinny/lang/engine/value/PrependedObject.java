package dev.hinny.lang.engine.value;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code {key: value ~ tail}}: as {@link PrependedArray}, of pairs. */
public final class PrependedObject implements ObjectValue {
    private final ObjectValue head;
    private final Tail tail;
    private final Schema schema;

    public PrependedObject(ObjectValue head, Tail tail) {
        this(head, tail, Schema.NONE);
    }

    private PrependedObject(ObjectValue head, Tail tail, Schema schema) {
        this.head = head;
        this.tail = tail;
        this.schema = schema;
    }

    /** What follows the head. */
    public interface Tail extends Supplier<ObjectValue> {
        /** Whether it is computed. */
        boolean isKnown();
    }

    @Override
    public int size() {
        int size = 0;
        for (Iterator<Entry> entries = iterator(); entries.hasNext(); entries.next()) {
            size++;
        }
        return size;
    }

    /** Computed to its end and held in each part. */
    @Override
    public boolean isMaterialized() {
        ObjectValue rest = this;
        while (rest instanceof PrependedObject part) {
            if (!part.tail.isKnown() || !part.head.isMaterialized()) {
                return false;
            }
            rest = part.tail.get();
        }
        return rest.isMaterialized();
    }

    @Override
    public boolean isStreamed() {
        ObjectValue rest = this;
        while (rest instanceof PrependedObject part) {
            if (!part.tail.isKnown()) {
                return true;
            }
            rest = part.tail.get();
        }
        return rest.isStreamed();
    }

    @Override
    public Iterator<Entry> iterator() {
        return new Pairs(this);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public PrependedObject withSchema(Schema other) {
        return new PrependedObject(head, tail, other);
    }

    /** Goes from tail to tail. */
    private static final class Pairs implements Iterator<Entry> {
        private Iterator<Entry> entries;
        private @Nullable Tail tail;
        private long links;

        Pairs(PrependedObject first) {
            this.entries = first.head.iterator();
            this.tail = first.tail;
        }

        @Override
        public boolean hasNext() {
            while (!entries.hasNext() && tail != null) {
                Watch.check();
                Capacity.links(++links);
                ObjectValue rest = tail.get();
                entries = rest instanceof PrependedObject part ? part.head.iterator() : rest.iterator();
                tail = rest instanceof PrependedObject part ? part.tail : null;
            }
            return entries.hasNext();
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                entries = Collections.emptyIterator();
                throw new NoSuchElementException();
            }
            return entries.next();
        }
    }
}
