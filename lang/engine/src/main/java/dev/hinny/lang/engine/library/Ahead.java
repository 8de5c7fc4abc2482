package dev.hinny.lang.engine.library;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Things that are looked for one ahead. */
abstract class Ahead<T> implements Iterator<T> {
    private @Nullable T next;

    /** The one after the last one found; null at the end. */
    abstract @Nullable T find();

    @Override
    public final boolean hasNext() {
        if (next == null) {
            next = find();
        }
        return next != null;
    }

    @Override
    public final T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T found = java.util.Objects.requireNonNull(next);
        next = null;
        return found;
    }
}
