package dev.hinny.lang.formats;

import dev.hinny.lang.engine.value.Ahead;
import dev.hinny.lang.engine.value.Value;
import org.jspecify.annotations.Nullable;

/** Goes through an open document, which it closes at the end. */
public abstract class SourceIterator extends Ahead<Value> implements AutoCloseable {
    /** The next item, null at the end. */
    protected abstract @Nullable Value read();

    @Override
    public abstract void close();

    @Override
    protected final @Nullable Value find() {
        Value found = read();
        if (found == null) {
            close();
        }
        return found;
    }
}
