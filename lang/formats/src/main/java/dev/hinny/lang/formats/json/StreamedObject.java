package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.value.Ahead;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An object too long to be held: it is read again for each iteration, and up to the wanted key for a selector. */
final class StreamedObject implements ObjectValue {
    private static final int MOST_REMEMBERED = 64;

    private final Origin origin;
    private final long offset;
    private final int depth;
    private final Schema schema;
    private final Map<String, Value> found = new ConcurrentHashMap<>();

    StreamedObject(Origin origin, long offset, int depth, Schema schema) {
        this.origin = origin;
        this.offset = offset;
        this.depth = depth;
        this.schema = schema;
    }

    @Override
    public boolean hasPlainKeys() {
        return true;
    }

    @Override
    public @Nullable Value get(String name) {
        Value known = found.get(name);
        if (known != null) {
            return known;
        }
        try (Cursor cursor = entered()) {
            while (cursor.more('}')) {
                boolean wanted = cursor.key().name().equals(name);
                Value value = cursor.value(depth + 1);
                if (wanted) {
                    if (found.size() < MOST_REMEMBERED) {
                        found.put(name, value);
                    }
                    return value;
                }
            }
        }
        return null;
    }

    private Cursor entered() {
        Cursor cursor = new Cursor(origin, offset);
        cursor.enter();
        return cursor;
    }

    @Override
    public Iterator<Entry> iterator() {
        Cursor cursor = entered();
        return new Ahead<>() {
            @Override
            protected @Nullable Entry find() {
                if (cursor.more('}')) {
                    return Entry.of(cursor.key(), cursor.value(depth + 1));
                }
                cursor.leave(depth);
                return null;
            }
        };
    }

    @Override
    public boolean isStreamed() {
        return true;
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
    public StreamedObject withSchema(Schema other) {
        return new StreamedObject(origin, offset, depth, other);
    }
}
