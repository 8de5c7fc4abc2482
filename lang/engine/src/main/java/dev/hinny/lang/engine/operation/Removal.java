package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code -} and {@code --} on arrays and objects. */
public final class Removal {
    private Removal() {}

    /** The array without the items equal to one value. */
    public static Value item(ArrayValue array, Value unwanted) {
        List<Value> kept = new ArrayList<>();
        for (Value item : array) {
            if (!Equality.equal(item, unwanted)) {
                kept.add(item);
            }
        }
        return new ListArray(kept, Schema.NONE);
    }

    /** The array without the items of another. */
    public static Value items(ArrayValue array, ArrayValue unwanted) {
        Set<Equality.Hashed> gone = new HashSet<>();
        unwanted.forEach(v -> gone.add(new Equality.Hashed(v)));
        List<Value> kept = new ArrayList<>();
        for (Value item : array) {
            if (!gone.contains(new Equality.Hashed(item))) {
                kept.add(item);
            }
        }
        return new ListArray(kept, Schema.NONE);
    }

    /** The object without the pairs of a key, or without the pairs of another object. */
    public static Value key(ObjectValue object, Value unwanted) {
        if (unwanted instanceof ObjectValue pairs) {
            return pairs(object, pairs);
        }
        List<Entry> kept = new ArrayList<>();
        String name = Texts.of(unwanted);
        for (Entry entry : object) {
            if (!matches(entry.key(), unwanted, name)) {
                kept.add(entry);
            }
        }
        return ObjectValue.of(kept);
    }

    /** The object without the pairs whose keys are listed. */
    public static Value keys(ObjectValue object, ArrayValue unwanted) {
        Set<String> names = new HashSet<>();
        List<Key> qualified = new ArrayList<>();
        for (Value value : unwanted) {
            if (value instanceof Key key && key.namespace() != null) {
                qualified.add(key);
            } else {
                names.add(Texts.of(value));
            }
        }
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : object) {
            Key key = entry.key();
            if (!names.contains(key.name()) && qualified.stream().noneMatch(q -> matches(key, q, q.name()))) {
                kept.add(entry);
            }
        }
        return ObjectValue.of(kept);
    }

    /** The object without the pairs that another has, by key and value. */
    public static Value pairs(ObjectValue object, ObjectValue unwanted) {
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : object) {
            boolean gone = false;
            for (Entry other : unwanted) {
                gone |= entry.key().name().equals(other.key().name()) && Equality.equal(entry.value(), other.value());
            }
            if (!gone) {
                kept.add(entry);
            }
        }
        return ObjectValue.of(kept);
    }

    private static boolean matches(Key key, Value unwanted, String name) {
        if (!key.name().equals(name)) {
            return false;
        }
        return unwanted instanceof StringValue
                || !(unwanted instanceof Key other)
                || other.namespace() == null
                || key.namespace() != null
                        && key.namespace().uri().equals(other.namespace().uri());
    }
}
