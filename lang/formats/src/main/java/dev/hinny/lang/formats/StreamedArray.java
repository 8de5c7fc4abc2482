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
 * <p>Of a document in memory the items are kept once somebody iterates again or asks for one far behind, unless there are too
 * many. Any other document is read anew each time, so that nothing of its size is held; its size and an item far behind cost a
 * reading.
 */
public final class StreamedArray implements ArrayValue {
    private static final int NEAR = 16;
    /** What is made of the items of longer documents is not held either. */
    private static final int LONG = 4 << 20;
    /** The items of documents up to this size are kept. */
    private static final long KEPT = Math.max(LONG, Runtime.getRuntime().maxMemory() / 16);

    private final Supplier<? extends SourceIterator> opener;
    private final long held;
    private final boolean keeps;
    private final Schema schema;
    private volatile @Nullable List<Value> kept;
    private volatile int size = -1;
    private volatile boolean iterated;

    /**
     * @param opener starts a reading at the first item
     * @param held size of the document when it is in memory, -1 when it is not
     */
    public StreamedArray(Supplier<? extends SourceIterator> opener, long held) {
        this(opener, held, Schema.NONE);
    }

    private StreamedArray(Supplier<? extends SourceIterator> opener, long held, Schema schema) {
        this.opener = opener;
        this.held = held;
        this.keeps = held >= 0 && held <= KEPT;
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
    public boolean isStreamed() {
        return !keeps || held > LONG;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public ArrayValue withSchema(Schema other) {
        return new StreamedArray(opener, held, other);
    }
}
