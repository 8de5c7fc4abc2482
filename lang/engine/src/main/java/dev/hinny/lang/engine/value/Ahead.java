package dev.hinny.lang.engine.value;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Goes through things by looking for the next one ahead; of one thread. */
public abstract class Ahead<T> implements Iterator<T> {
    private @Nullable T next;
    private boolean ended;

    /** The one after the last one found; null at the end, and then it is not asked again. */
    protected abstract @Nullable T find();

    @Override
    public final boolean hasNext() {
        if (next == null && !ended) {
            next = find();
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public final T next() {
        T found = hasNext() ? next : null;
        if (found == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return found;
    }
}
