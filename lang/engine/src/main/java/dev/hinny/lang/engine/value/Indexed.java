package dev.hinny.lang.engine.value;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** Goes through what is found by an index from 0. */
public final class Indexed<T> implements Iterator<T> {
    private final int size;
    private final IntFunction<T> at;
    private int next;

    public Indexed(int size, IntFunction<T> at) {
        this.size = size;
        this.at = at;
    }

    @Override
    public boolean hasNext() {
        return next < size;
    }

    @Override
    public T next() {
        if (next >= size) {
            throw new NoSuchElementException();
        }
        return at.apply(next++);
    }
}
