package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An object on a tape; its values are made when they are asked for. */
record TapeObject(Tape tape, int at, Schema schema) implements ObjectValue {
    @Override
    public int size() {
        return tape.count(at);
    }

    @Override
    public boolean isEmpty() {
        return tape.count(at) == 0;
    }

    @Override
    public boolean hasPlainKeys() {
        return true;
    }

    @Override
    public @Nullable Value get(String name) {
        int found = tape.find(at, name);
        return found < 0 ? null : tape.value(found);
    }

    @Override
    public @Nullable Entry entry(int index) {
        if (index < 0 || index >= size()) {
            return null;
        }
        int place = tape.item(at, index);
        return new Entry.Pair(tape.key(place), tape.value(place + 1));
    }

    @Override
    public void forEachPair(BiConsumer<Key, Value> visitor) {
        int place = at + 2;
        for (int i = tape.count(at); i > 0; i--) {
            visitor.accept(tape.key(place), tape.value(place + 1));
            place = tape.after(place + 1);
        }
    }

    @Override
    public Iterator<Entry> iterator() {
        return new Iterator<>() {
            private int left = tape.count(at);
            private int place = at + 2;

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public Entry next() {
                if (left-- <= 0) {
                    throw new NoSuchElementException();
                }
                Entry entry = new Entry.Pair(tape.key(place), tape.value(place + 1));
                place = tape.after(place + 1);
                return entry;
            }
        };
    }

    @Override
    public TapeObject withSchema(Schema other) {
        return new TapeObject(tape, at, other);
    }
}
