package dev.hinny.lang.engine.value;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Goes through several sources, one after the other; a source is opened when the one before it has ended. */
public final class Chained<T> implements Iterator<T> {
    private final Iterator<? extends Iterable<T>> sources;
    private Iterator<T> source = Collections.emptyIterator();

    public Chained(Iterator<? extends Iterable<T>> sources) {
        this.sources = sources;
    }

    @Override
    public boolean hasNext() {
        while (!source.hasNext()) {
            if (!sources.hasNext()) {
                return false;
            }
            source = sources.next().iterator();
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return source.next();
    }
}
