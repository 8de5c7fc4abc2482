package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An array on a tape; its items are made when they are asked for. */
record TapeArray(Tape tape, int at, Schema schema) implements ArrayValue {
    @Override
    public int size() {
        return tape.count(at);
    }

    @Override
    public boolean isEmpty() {
        return tape.count(at) == 0;
    }

    @Override
    public @Nullable Value get(int index) {
        return index < 0 || index >= size() ? null : tape.value(tape.item(at, index));
    }

    @Override
    public Iterator<Value> iterator() {
        return new Iterator<>() {
            private int left = tape.count(at);
            private int place = at + 2;

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public Value next() {
                if (left-- <= 0) {
                    throw new NoSuchElementException();
                }
                Value value = tape.value(place);
                place = tape.after(place);
                return value;
            }
        };
    }

    @Override
    public List<Value> toList() {
        List<Value> all = new ArrayList<>(size());
        iterator().forEachRemaining(all::add);
        return all;
    }

    @Override
    public TapeArray withSchema(Schema other) {
        return new TapeArray(tape, at, other);
    }
}
