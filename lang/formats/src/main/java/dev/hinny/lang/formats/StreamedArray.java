package dev.hinny.lang.formats;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The items of a document that is read while somebody iterates.
 *
 * <p>A document in memory is kept as a list once somebody iterates again or asks for an item far behind. Any other is read
 * anew each time, so that nothing of its size is held; its size and an item far behind cost a reading.
 */
public final class StreamedArray implements ArrayValue {
    private static final int NEAR = 16;

    private final Supplier<? extends SourceIterator> opener;
    private final boolean keeps;
    private final Schema schema;
    private volatile @Nullable List<Value> kept;
    private volatile int size = -1;
    private volatile boolean iterated;

    /**
     * @param opener starts a reading at the first item
     * @param keeps whether the document is in memory
     */
    public StreamedArray(Supplier<? extends SourceIterator> opener, boolean keeps) {
        this(opener, keeps, Schema.NONE);
    }

    private StreamedArray(Supplier<? extends SourceIterator> opener, boolean keeps, Schema schema) {
        this.opener = opener;
        this.keeps = keeps;
        this.schema = schema;
    }

    @Override
    public Iterator<Value> iterator() {
        if (keeps && (iterated || kept != null)) {
            return toList().iterator();
        }
        iterated = true;
        return opener.get();
    }

    @Override
    public List<Value> toList() {
        List<Value> known = kept;
        if (known == null) {
            known = new ArrayList<>();
            opener.get().forEachRemaining(known::add);
            size = known.size();
            if (keeps) {
                kept = known;
            }
        }
        return known;
    }

    @Override
    public int size() {
        int known = size;
        if (known < 0) {
            known = 0;
            for (Iterator<Value> items = opener.get(); items.hasNext(); items.next()) {
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
        if (keeps && (kept != null || index >= NEAR)) {
            List<Value> all = toList();
            return index < all.size() ? all.get(index) : null;
        }
        try (SourceIterator items = opener.get()) {
            for (int i = 0; items.hasNext(); i++) {
                Value item = items.next();
                if (i == index) {
                    return item;
                }
            }
            return null;
        }
    }

    @Override
    public boolean isEmpty() {
        try (SourceIterator items = opener.get()) {
            return !items.hasNext();
        }
    }

    @Override
    public boolean isMaterialized() {
        return kept != null;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public ArrayValue withSchema(Schema other) {
        return new StreamedArray(opener, keeps, other);
    }
}
