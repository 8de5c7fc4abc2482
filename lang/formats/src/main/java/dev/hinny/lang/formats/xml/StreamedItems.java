package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.operation.Selections;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The children of one name of an element that is read while somebody iterates over it. */
record StreamedItems(
        StreamedObject parent, String name, @Nullable Namespace namespace, Schema schema) implements ArrayValue {
    @Override
    public int size() {
        int size = 0;
        for (Value _ : this) {
            size++;
        }
        return size;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public @Nullable Value get(int index) {
        int i = 0;
        for (Value item : this) {
            if (i++ == index) {
                return item;
            }
        }
        return null;
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
        return new Iterator<>() {
            private @Nullable Value next;

            @Override
            public boolean hasNext() {
                while (next == null && children.hasNext()) {
                    Entry entry = children.next();
                    if (Selections.matches(entry.key(), name, namespace)) {
                        next = Selections.found(entry);
                    }
                }
                return next != null;
            }

            @Override
            public Value next() {
                Value found = hasNext() ? next : null;
                if (found == null) {
                    throw new NoSuchElementException();
                }
                next = null;
                return found;
            }
        };
    }
}
