package dev.hinny.lang.engine.java;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Java list as an array; items become values when they are asked for. */
record BridgedList(List<?> list, Schema schema) implements ArrayValue {
    BridgedList(List<?> list) {
        this(list, Schema.NONE);
    }

    @Override
    public int size() {
        return list.size();
    }

    @Override
    public @Nullable Value get(int index) {
        return index >= 0 && index < list.size() ? JavaBridge.toValue(list.get(index)) : null;
    }

    @Override
    public boolean isEmpty() {
        return list.isEmpty();
    }

    @Override
    public Iterator<Value> iterator() {
        Iterator<?> items = list.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Value next() {
                return JavaBridge.toValue(items.next());
            }
        };
    }

    @Override
    public ArrayValue withSchema(Schema other) {
        return new BridgedList(list, other);
    }
}
