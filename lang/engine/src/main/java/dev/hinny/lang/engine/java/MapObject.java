package dev.hinny.lang.engine.java;

import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Java map as an object; entries become values when they are asked for. */
record MapObject(Map<?, ?> map, Schema schema) implements ObjectValue {
    MapObject(Map<?, ?> map) {
        this(map, Schema.NONE);
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public @Nullable Value get(String name) {
        Object found = map.get(name);
        return found == null && !map.containsKey(name) ? null : JavaBridge.toValue(found);
    }

    @Override
    public Iterator<Entry> iterator() {
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Entry next() {
                Map.Entry<?, ?> next = entries.next();
                return new Lazy(Key.of(String.valueOf(next.getKey())), next.getValue());
            }
        };
    }

    @Override
    public ObjectValue withSchema(Schema other) {
        return new MapObject(map, other);
    }

    private record Lazy(Key key, @Nullable Object object) implements Entry {
        @Override
        public Value value() {
            return JavaBridge.toValue(object);
        }
    }
}
