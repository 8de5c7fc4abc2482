package dev.hinny.lang.engine.value;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** {@code from to to}: whole numbers, both ends included, downwards when {@code to} is smaller. */
public record RangeArray(long from, long to, Schema schema) implements ArrayValue {
    public static RangeArray of(long from, long to) {
        return new RangeArray(from, to, Schema.NONE);
    }

    @Override
    public int size() {
        return Math.toIntExact(Math.abs(to - from) + 1);
    }

    @Override
    public @Nullable Value get(int index) {
        if (index < 0 || index > Math.abs(to - from)) {
            return null;
        }
        return LongNumber.of(from <= to ? from + index : from - index);
    }

    /** Computed one by one when there are many. */
    @Override
    public boolean isStreamed() {
        return Math.abs(to - from) >= 10_000;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public Iterator<Value> iterator() {
        return new Iterator<>() {
            private final long count = Math.abs(to - from) + 1;
            private long done;

            @Override
            public boolean hasNext() {
                return done < count;
            }

            @Override
            public Value next() {
                if (done >= count) {
                    throw new NoSuchElementException();
                }
                long offset = done++;
                return LongNumber.of(from <= to ? from + offset : from - offset);
            }
        };
    }

    @Override
    public RangeArray withSchema(Schema other) {
        return new RangeArray(from, to, other);
    }
}
