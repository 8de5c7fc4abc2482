package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.value.Ahead;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** An array too long to be held: each iteration reads it again. */
record StreamedArray(Origin origin, long offset, int depth, Schema schema) implements ArrayValue {
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
        Cursor cursor = entered();
        return new Ahead<>() {
            @Override
            protected @Nullable Value find() {
                if (cursor.more(']')) {
                    return cursor.value(depth + 1);
                }
                cursor.leave(depth);
                return null;
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
