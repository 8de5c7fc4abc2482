package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.operation.Selections;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Indexed;
import dev.hinny.lang.engine.value.IndexedObject;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes of an element on a tape. */
record XmlAttributes(Tape tape, int node, Schema schema) implements IndexedObject {
    XmlAttributes(Tape tape, int node) {
        this(tape, node, Schema.NONE);
    }

    private int at(int index) {
        return node + Tape.HEADER + 1 + 3 * index;
    }

    @Override
    public int size() {
        return tape.at(node + Tape.HEADER);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public @Nullable Entry entry(int index) {
        return index < 0 || index >= size() ? null : pair(at(index));
    }

    private Entry pair(int at) {
        return new Entry.Pair(tape.name(at).key(), tape.attribute(at));
    }

    @Override
    public @Nullable Value get(String name) {
        Entry found = first(name, null);
        return found == null ? null : found.value();
    }

    @Override
    public @Nullable Entry first(String name, @Nullable Namespace namespace) {
        int local = tape.local(name);
        for (int i = 0; i < size(); i++) {
            if (tape.name(at(i)).is(local, namespace)) {
                return pair(at(i));
            }
        }
        return null;
    }

    @Override
    public @Nullable Value named(String name, @Nullable Namespace namespace) {
        Entry found = first(name, namespace);
        return found == null ? null : Selections.found(found);
    }

    @Override
    public ArrayValue all(String name, @Nullable Namespace namespace) {
        List<Value> found = new ArrayList<>();
        int local = tape.local(name);
        for (int i = 0; i < size(); i++) {
            if (tape.name(at(i)).is(local, namespace)) {
                found.add(Selections.found(pair(at(i))));
            }
        }
        return ArrayValue.of(found);
    }

    @Override
    public ObjectValue withSchema(Schema other) {
        return new XmlAttributes(tape, node, other);
    }

    @Override
    public Iterator<Entry> iterator() {
        return new Indexed<>(size(), index -> pair(at(index)));
    }
}
