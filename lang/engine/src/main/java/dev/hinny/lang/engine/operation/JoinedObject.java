package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.value.Chained;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.EntryObject;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of several sources, one of which at least is read as it goes. Who goes through them once, as a writer does, holds
 * none of them; who asks for a pair by name or index, or goes through them again, gets them from memory.
 */
public final class JoinedObject implements ObjectValue {
    private final List<Iterable<Entry>> pieces;
    private final Schema schema;
    private boolean started;
    private volatile @Nullable EntryObject held;

    public JoinedObject(List<Iterable<Entry>> pieces) {
        this(pieces, Schema.NONE);
    }

    private JoinedObject(List<Iterable<Entry>> pieces, Schema schema) {
        this.pieces = List.copyOf(pieces);
        this.schema = schema;
    }

    @Override
    public Iterator<Entry> iterator() {
        if (started) {
            return held().iterator();
        }
        started = true;
        return new Chained<>(pieces.iterator());
    }

    private EntryObject held() {
        EntryObject known = held;
        if (known == null) {
            List<Entry> all = new ArrayList<>();
            new Chained<>(pieces.iterator()).forEachRemaining(all::add);
            known = new EntryObject(all.toArray(Entry[]::new), schema);
            held = known;
        }
        return known;
    }

    @Override
    public boolean isEmpty() {
        EntryObject known = held;
        return known == null ? !new Chained<>(pieces.iterator()).hasNext() : known.isEmpty();
    }

    @Override
    public int size() {
        return held().size();
    }

    @Override
    public @Nullable Value get(String name) {
        return held().get(name);
    }

    @Override
    public @Nullable Entry entry(int index) {
        return held().entry(index);
    }

    @Override
    public boolean isStreamed() {
        return held == null;
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
    public ObjectValue withSchema(Schema other) {
        return new JoinedObject(pieces, other);
    }
}
