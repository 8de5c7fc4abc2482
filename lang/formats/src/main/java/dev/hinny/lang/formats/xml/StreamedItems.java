package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.operation.Selections;
import dev.hinny.lang.engine.value.Ahead;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The children of one name of an element that is read while somebody iterates over it. */
record StreamedItems(
        StreamedObject parent, String name, @Nullable Namespace namespace, Schema schema) implements ArrayValue {
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public boolean isMaterialized() {
        return false;
    }

    @Override
    public ArrayValue withSchema(Schema other) {
        return new StreamedItems(parent, name, namespace, other);
    }

    @Override
    public Iterator<Value> iterator() {
        Iterator<Entry> children = parent.iterator();
        return new Ahead<>() {
            @Override
            protected @Nullable Value find() {
                while (children.hasNext()) {
                    Entry entry = children.next();
                    if (Selections.matches(entry.key(), name, namespace)) {
                        return Selections.found(entry);
                    }
                }
                return null;
            }
        };
    }
}
