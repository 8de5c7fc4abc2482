package dev.hinny.lang.engine.value;

import dev.hinny.lang.engine.EvaluationException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * {@code from to to}: whole numbers, both ends included, downwards when {@code to} is smaller. It holds only its ends,
 * however long it is; asked for all its numbers at once it gives up beyond {@link #LONGEST_LIST}.
 */
public record RangeArray(long from, long to, Schema schema) implements ArrayValue {
    /** The most numbers of a range that are held in memory together. */
    public static final int LONGEST_LIST = 10_000_000;

    /** @throws EvaluationException when there are more numbers between the ends than a long counts */
    public static RangeArray of(long from, long to) {
        long distance = to - from;
        if (((to ^ from) & (to ^ distance)) < 0 || distance == Long.MIN_VALUE || Math.abs(distance) == Long.MAX_VALUE) {
            throw EvaluationException.capacity(
                    "TOO-MANY",
                    "the range from " + from + " to " + to + " is too long",
                    "ranges have up to 2^63 - 1 numbers");
        }
        return new RangeArray(from, to, Schema.NONE);
    }

    @Override
    public long count() {
        return Math.abs(to - from) + 1;
    }

    @Override
    public int size() {
        return (int) atMost(Integer.MAX_VALUE);
    }

    private long atMost(long most) {
        long count = count();
        if (count > most) {
            throw EvaluationException.capacity(
                    "TOO-MANY",
                    "the range from " + from + " to " + to + " has " + count + " numbers, too many to hold together",
                    "up to " + most + " fit; select a part of the range, or go through it with map, filter or reduce");
        }
        return count;
    }

    /** @throws EvaluationException when the numbers are too many to be held in memory together */
    public void requireShort() {
        atMost(LONGEST_LIST);
    }

    @Override
    public List<Value> toList() {
        requireShort();
        return ArrayValue.super.toList();
    }

    @Override
    public @Nullable Value get(int index) {
        return at(index);
    }

    @Override
    public @Nullable Value at(long index) {
        return index < 0 || index >= count() ? null : LongNumber.of(number(index));
    }

    /** The part between two indexes, both included, backwards when the first is the larger one. */
    public RangeArray part(long first, long last) {
        return of(number(first), number(last));
    }

    private long number(long index) {
        return from <= to ? from + index : from - index;
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
            private final long count = count();
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
                if ((done & 0xFFF) == 0) {
                    Watch.check();
                }
                return LongNumber.of(number(done++));
            }
        };
    }

    @Override
    public RangeArray withSchema(Schema other) {
        return new RangeArray(from, to, other);
    }
}
