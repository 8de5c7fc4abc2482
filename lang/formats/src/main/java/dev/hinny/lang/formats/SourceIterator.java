package dev.hinny.lang.formats;

import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An iterator over an open document, which it closes at the end. */
public abstract class SourceIterator implements Iterator<Value>, AutoCloseable {
    private @Nullable Value ahead;
    private boolean ended;

    /** The next item, null at the end. */
    protected abstract @Nullable Value read();

    @Override
    public abstract void close();

    @Override
    public final boolean hasNext() {
        if (ahead == null && !ended) {
            ahead = read();
            if (ahead == null) {
                ended = true;
                close();
            }
        }
        return ahead != null;
    }

    @Override
    public final Value next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Value item = java.util.Objects.requireNonNull(ahead);
        ahead = null;
        return item;
    }
}
