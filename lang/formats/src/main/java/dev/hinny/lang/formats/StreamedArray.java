package dev.hinny.lang.formats;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The items of a document that is read anew, item by item, each time somebody iterates: nothing of the document's size is
 * held. The size and an item far behind cost a reading.
 */
public final class StreamedArray implements ArrayValue {
    private final Supplier<? extends Iterator<Value>> opener;
    private final Schema schema;
    private volatile int size = -1;

    /** @param opener starts a reading; an iterator that is {@link AutoCloseable} is closed when it is left half-way */
    public StreamedArray(Supplier<? extends Iterator<Value>> opener) {
        this(opener, Schema.NONE);
    }

    private StreamedArray(Supplier<? extends Iterator<Value>> opener, Schema schema) {
        this.opener = opener;
        this.schema = schema;
    }

    @Override
    public Iterator<Value> iterator() {
        return opener.get();
    }

    @Override
    public int size() {
        int known = size;
        if (known < 0) {
            known = 0;
            for (Iterator<Value> items = iterator(); items.hasNext(); items.next()) {
                known++;
            }
            size = known;
        }
        return known;
    }

    @Override
    public @Nullable Value get(int index) {
        if (index < 0) {
            return null;
        }
        Iterator<Value> items = iterator();
        int i = 0;
        while (items.hasNext()) {
            Value item = items.next();
            if (i++ == index) {
                close(items);
                return item;
            }
        }
        return null;
    }

    @Override
    public boolean isEmpty() {
        Iterator<Value> items = iterator();
        boolean empty = !items.hasNext();
        close(items);
        return empty;
    }

    private static void close(Iterator<Value> items) {
        if (items instanceof SourceIterator open) {
            open.close();
        }
    }

    @Override
    public boolean isMaterialized() {
        return false;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public ArrayValue withSchema(Schema other) {
        return new StreamedArray(opener, other);
    }
}
