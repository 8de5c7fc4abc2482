package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Indexed;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What an object literal makes: its keys, which all objects of a literal share, and values or thunks of them. */
final class ShapedObject implements ObjectValue {
    private final Key[] keys;
    private final Object[] contents;
    private final boolean plain;
    private final Schema schema;

    /** @param plain whether no key has a namespace or attributes */
    ShapedObject(Key[] keys, Object[] contents, boolean plain, Schema schema) {
        this.keys = keys;
        this.contents = contents;
        this.plain = plain;
        this.schema = schema;
    }

    /** The thunk is left in its place: whoever sees it sees its value too, also in another thread. */
    private Value value(int index) {
        Object content = contents[index];
        return content instanceof Thunk thunk ? thunk.force() : (Value) content;
    }

    private Entry entryAt(int index) {
        return contents[index] instanceof Thunk thunk
                ? new LazyEntry(keys[index], thunk)
                : new Entry.Pair(keys[index], (Value) contents[index]);
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public boolean isEmpty() {
        return keys.length == 0;
    }

    @Override
    public boolean hasPlainKeys() {
        return plain;
    }

    @Override
    public @Nullable Value get(String name) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].name().equals(name)) {
                return value(i);
            }
        }
        return null;
    }

    @Override
    public @Nullable Entry entry(int index) {
        return index >= 0 && index < keys.length ? entryAt(index) : null;
    }

    @Override
    public void forEachPair(BiConsumer<Key, Value> visitor) {
        for (int i = 0; i < keys.length; i++) {
            visitor.accept(keys[i], value(i));
        }
    }

    @Override
    public boolean isMaterialized() {
        for (Object content : contents) {
            if (content instanceof Thunk thunk
                    ? !thunk.isForced() || !thunk.force().isMaterialized()
                    : !((Value) content).isMaterialized()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Iterator<Entry> iterator() {
        return new Indexed<>(keys.length, this::entryAt);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public ShapedObject withSchema(Schema other) {
        return new ShapedObject(keys, contents, plain, other);
    }
}
