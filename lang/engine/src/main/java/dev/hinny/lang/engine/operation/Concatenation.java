package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Capacity;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.EntryObject;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import java.util.ArrayList;
import java.util.List;

/** {@code ++} and the operators that add an item. */
public final class Concatenation {
    private Concatenation() {}

    /** {@code a ++ b}: texts, arrays, objects, dates with times and zones. */
    public static Value concat(Value a, Value b) {
        if (a instanceof StringValue x && b instanceof StringValue y) {
            return x.concat(y);
        }
        if (a instanceof ArrayValue x && b instanceof ArrayValue y) {
            return arrays(x, y);
        }
        if (a instanceof ObjectValue x && b instanceof ObjectValue y) {
            return objects(x, y);
        }
        if (a instanceof TemporalValue || a instanceof ZoneValue) {
            Value joined = Temporals.join(a, b);
            if (joined != null) {
                return joined;
            }
        }
        String left = Texts.orNull(a);
        String right = Texts.orNull(b);
        if (left == null || right == null || a instanceof ArrayValue || b instanceof ArrayValue) {
            throw Errors.operands("++", a, b);
        }
        Capacity.text((long) left.length() + right.length());
        return StringValue.of(left.concat(right));
    }

    static Value arrays(ArrayValue a, ArrayValue b) {
        ArrayValue joined = JoinedArray.of(a, b);
        if (joined != null) {
            return joined;
        }
        if (a.isEmpty()) {
            return b;
        }
        List<Value> first = a.toList();
        if (b.isEmpty()) {
            return a;
        }
        List<Value> second = b.toList();
        Capacity.items((long) first.size() + second.size());
        List<Value> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return new ListArray(all, Schema.NONE);
    }

    static Value objects(ObjectValue a, ObjectValue b) {
        if (a.isStreamed() || b.isStreamed()) {
            return new JoinedObject(List.of(a, b));
        }
        Capacity.items((long) a.size() + b.size());
        Entry[] all = new Entry[a.size() + b.size()];
        int i = 0;
        for (Entry entry : a) {
            all[i++] = entry;
        }
        for (Entry entry : b) {
            all[i++] = entry;
        }
        return new EntryObject(all, Schema.NONE);
    }

    /** The array with one more item at the end. */
    public static Value append(ArrayValue array, Value item) {
        ArrayValue joined = JoinedArray.of(array, ArrayValue.of(List.of(item)));
        if (joined != null) {
            return joined;
        }
        List<Value> items = array.toList();
        List<Value> all = new ArrayList<>(items.size() + 1);
        all.addAll(items);
        all.add(item);
        return new ListArray(all, Schema.NONE);
    }

    /** The array with one more item in front. */
    public static Value prepend(Value item, ArrayValue array) {
        ArrayValue joined = JoinedArray.of(ArrayValue.of(List.of(item)), array);
        if (joined != null) {
            return joined;
        }
        List<Value> items = array.toList();
        List<Value> all = new ArrayList<>(items.size() + 1);
        all.add(item);
        all.addAll(items);
        return new ListArray(all, Schema.NONE);
    }
}
