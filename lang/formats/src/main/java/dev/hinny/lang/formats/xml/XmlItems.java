package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Indexed;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Elements that a selector found on a tape; the array must not change after it was handed over. */
record XmlItems(Tape tape, int[] nodes, Schema schema) implements ArrayValue {
    @Override
    public int size() {
        return nodes.length;
    }

    @Override
    public boolean isEmpty() {
        return nodes.length == 0;
    }

    @Override
    public @Nullable Value get(int index) {
        return index < 0 || index >= nodes.length ? null : tape.found(nodes[index]);
    }

    @Override
    public ArrayValue withSchema(Schema other) {
        return new XmlItems(tape, nodes, other);
    }

    @Override
    public Iterator<Value> iterator() {
        return new Indexed<>(nodes.length, index -> tape.found(nodes[index]));
    }
}
