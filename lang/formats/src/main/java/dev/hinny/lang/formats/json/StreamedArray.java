package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An array too long to be held: each iteration reads it again. */
record StreamedArray(Origin origin, long offset, int depth, Schema schema) implements ArrayValue {
    @Override
    public int size() {
        int size = 0;
        for (Iterator<Value> items = iterator(); items.hasNext(); items.next()) {
            size++;
        }
        return size;
    }

    @Override
    public @Nullable Value get(int index) {
        try (Cursor cursor = entered()) {
            for (int i = 0; cursor.more(']'); i++) {
                Value item = cursor.value(depth + 1);
                if (i == index) {
                    return item;
                }
            }
        }
        return null;
    }

    @Override
    public boolean isEmpty() {
        try (Cursor cursor = entered()) {
            return !cursor.more(']');
        }
    }

    private Cursor entered() {
        Cursor cursor = new Cursor(origin, offset);
        cursor.enter();
        return cursor;
    }

    @Override
    public Iterator<Value> iterator() {
        return new Iterator<>() {
            private final Cursor cursor = entered();
            private @Nullable Value next;
            private boolean done;

            @Override
            public boolean hasNext() {
                if (next == null && !done) {
                    if (cursor.more(']')) {
                        next = cursor.value(depth + 1);
                    } else {
                        done = true;
                        if (depth == 0) {
                            cursor.finish();
                        }
                        cursor.close();
                    }
                }
                return next != null;
            }

            @Override
            public Value next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Value item = java.util.Objects.requireNonNull(next);
                next = null;
                return item;
            }
        };
    }

    @Override
    public boolean isMaterialized() {
        return false;
    }

    @Override
    public StreamedArray withSchema(Schema other) {
        return new StreamedArray(origin, offset, depth, other);
    }
}
