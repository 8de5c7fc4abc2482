package dev.hinny.lang.engine.value;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code [head ~ tail]}: the tail is computed when somebody goes beyond the head, so that it may have no end. Going through
 * many tails takes no stack.
 */
public final class PrependedArray implements ArrayValue {
    private final Value head;
    private final Tail tail;
    private final Schema schema;

    public PrependedArray(Value head, Tail tail) {
        this(head, tail, Schema.NONE);
    }

    private PrependedArray(Value head, Tail tail, Schema schema) {
        this.head = head;
        this.tail = tail;
        this.schema = schema;
    }

    /** What follows the head. */
    public interface Tail extends Supplier<ArrayValue> {
        /** Whether it is computed. */
        boolean isKnown();
    }

    public Value head() {
        return head;
    }

    /** The items after the first one. */
    public ArrayValue tail() {
        return tail.get();
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
        for (Iterator<Value> items = iterator(); index >= 0 && items.hasNext(); i++) {
            Value item = items.next();
            if (i == index) {
                return item;
            }
        }
        return null;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    /** Computed to its end and held in each part. */
    @Override
    public boolean isMaterialized() {
        ArrayValue rest = this;
        while (rest instanceof PrependedArray part) {
            if (!part.tail.isKnown() || !part.head.isMaterialized()) {
                return false;
            }
            rest = part.tail.get();
        }
        return rest.isMaterialized();
    }

    @Override
    public boolean isStreamed() {
        ArrayValue rest = this;
        while (rest instanceof PrependedArray part) {
            if (!part.tail.isKnown()) {
                return true;
            }
            rest = part.tail.get();
        }
        return rest.isStreamed();
    }

    @Override
    public Iterator<Value> iterator() {
        return new Items(this);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public PrependedArray withSchema(Schema other) {
        return new PrependedArray(head, tail, other);
    }

    /** Goes from tail to tail; a tail is asked for only when the item before it was taken. */
    private static final class Items implements Iterator<Value> {
        private @Nullable PrependedArray part;
        private @Nullable Iterator<Value> others;
        private boolean headTaken;
        private long links;

        Items(PrependedArray first) {
            this.part = first;
        }

        private void advance() {
            PrependedArray now = part;
            if (now != null && headTaken) {
                Watch.check();
                Capacity.links(++links);
                ArrayValue rest = now.tail.get();
                headTaken = false;
                part = rest instanceof PrependedArray more ? more : null;
                others = part == null ? rest.iterator() : null;
            }
        }

        @Override
        public boolean hasNext() {
            advance();
            return part != null || others != null && others.hasNext();
        }

        @Override
        public Value next() {
            advance();
            if (part != null) {
                headTaken = true;
                return part.head;
            }
            if (others == null) {
                throw new NoSuchElementException();
            }
            return others.next();
        }
    }
}
