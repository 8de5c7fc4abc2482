package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.java.JavaBridge;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.IndexedObject;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.PeriodValue;
import dev.hinny.lang.engine.value.RangeArray;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.TypeValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What selectors find. Null (of Java) is: there is no such part. */
public final class Selections {
    private Selections() {}

    /** {@code value.name}: the first match of an object, those of an array's objects. */
    public static @Nullable Value named(Value target, String name, @Nullable Namespace namespace) {
        return switch (target) {
            case ObjectValue object -> named(object, name, namespace);
            case RangeArray _ -> null;
            case ArrayValue array
            when array.isStreamed() ->
                StreamedItems.of(array, (item, _) -> {
                    Value value = ofItem(item, name, namespace);
                    return value == null ? List.of() : List.of(value);
                });
            case ArrayValue array -> {
                List<Value> found = new ArrayList<>();
                for (Value item : array) {
                    Value value = ofItem(item, name, namespace);
                    if (value != null) {
                        found.add(value);
                    }
                }
                yield found.isEmpty() ? null : new ListArray(found, Schema.NONE);
            }
            case NullValue _ -> null;
            case TemporalValue t -> Temporals.field(t, name);
            case PeriodValue p -> Temporals.field(p, name);
            case JavaValue java -> JavaBridge.property(java.object(), name);
            case Namespace n ->
                name.equals("uri")
                        ? StringValue.of(n.uri())
                        : name.equals("prefix") ? StringValue.of(n.prefix()) : null;
            case TypeValue t -> typeField(t.type(), name);
            case Key _, StringValue _ -> null;
            default ->
                throw EvaluationException.of(
                        "WRONG-SELECTOR",
                        "a " + TypeNames.of(target) + " (" + Renderings.brief(target) + ") has no field '" + name + "'",
                        "");
        };
    }

    private static @Nullable Value ofItem(Value item, String name, @Nullable Namespace namespace) {
        return switch (item) {
            case ObjectValue object -> named(object, name, namespace);
            case JavaValue java -> JavaBridge.property(java.object(), name);
            default -> null;
        };
    }

    private static @Nullable Value named(ObjectValue object, String name, @Nullable Namespace namespace) {
        if (namespace == null && object.hasPlainKeys()) {
            return object.get(name);
        }
        if (object instanceof IndexedObject indexed) {
            return indexed.named(name, namespace);
        }
        Entry entry = first(object, name, namespace);
        return entry == null ? null : found(entry);
    }

    /** The first entry of a name; a null namespace matches any. */
    public static @Nullable Entry first(ObjectValue object, String name, @Nullable Namespace namespace) {
        if (object instanceof IndexedObject indexed) {
            return indexed.first(name, namespace);
        }
        for (Entry entry : object) {
            if (matches(object, entry.key(), name, namespace)) {
                return entry;
            }
        }
        return null;
    }

    public static boolean matches(Key key, String name, @Nullable Namespace namespace) {
        return key.name().equals(name)
                && (namespace == null
                        || key.namespace() != null
                                && namespace.uri().equals(key.namespace().uri()));
    }

    private static boolean matches(ObjectValue object, Key key, String name, @Nullable Namespace namespace) {
        return matches(key, name, namespace)
                || object.ignoresCase() && key.name().equalsIgnoreCase(name);
    }

    /** The entry's value, which remembers a key that has attributes or a namespace. */
    public static Value found(Entry entry) {
        Key key = entry.key();
        Value value = entry.value();
        if (key.namespace() == null && key.attributes() == ObjectValue.EMPTY) {
            return value;
        }
        return value.withSchema(value.schema().withKey(key));
    }

    /** {@code value.*name}: all matches; null when there is none. */
    public static @Nullable Value multi(Value target, String name, @Nullable Namespace namespace) {
        if (target instanceof IndexedObject indexed) {
            ArrayValue all = indexed.all(name, namespace);
            return all.isEmpty() ? null : all;
        }
        if (target instanceof ArrayValue array && !(target instanceof RangeArray) && array.isStreamed()) {
            return StreamedItems.of(array, (item, _) -> {
                List<Value> found = new ArrayList<>();
                if (item instanceof ObjectValue object) {
                    collect(object, name, namespace, found);
                }
                return found;
            });
        }
        List<Value> found = new ArrayList<>();
        if (target instanceof ObjectValue object) {
            collect(object, name, namespace, found);
        } else if (target instanceof ArrayValue array && !(target instanceof RangeArray)) {
            for (Value item : array) {
                if (item instanceof ObjectValue object) {
                    collect(object, name, namespace, found);
                }
            }
        } else if (!(target instanceof NullValue || target instanceof RangeArray)) {
            Value one = named(target, name, namespace);
            return one == null ? null : ArrayValue.of(List.of(one));
        }
        return found.isEmpty() ? null : new ListArray(found, Schema.NONE);
    }

    private static void collect(ObjectValue object, String name, @Nullable Namespace namespace, List<Value> found) {
        for (Entry entry : object) {
            if (matches(object, entry.key(), name, namespace)) {
                found.add(found(entry));
            }
        }
    }

    /** {@code value.&name}: the matching pairs as an object; null when there is none. */
    public static @Nullable Value pairs(Value target, String name, @Nullable Namespace namespace) {
        List<Entry> found = new ArrayList<>();
        if (target instanceof ObjectValue object) {
            collectPairs(object, name, namespace, found);
        } else if (target instanceof ArrayValue array && !(target instanceof RangeArray)) {
            for (Value item : array) {
                if (item instanceof ObjectValue object) {
                    collectPairs(object, name, namespace, found);
                }
            }
        }
        return found.isEmpty() ? null : ObjectValue.of(found);
    }

    private static void collectPairs(
            ObjectValue object, String name, @Nullable Namespace namespace, List<Entry> found) {
        for (Entry entry : object) {
            if (matches(object, entry.key(), name, namespace)) {
                found.add(entry);
            }
        }
    }

    /** {@code value..name} and {@code value..*name}: matches at every depth, outer ones first. */
    public static @Nullable Value deep(Value target, String name, @Nullable Namespace namespace, boolean all) {
        List<Value> found = new ArrayList<>();
        deep(target, name, namespace, all, found);
        return found.isEmpty() ? null : new ListArray(found, Schema.NONE);
    }

    private static void deep(Value target, String name, @Nullable Namespace namespace, boolean all, List<Value> found) {
        if (target instanceof ObjectValue object) {
            boolean taken = false;
            for (Entry entry : object) {
                if ((all || !taken) && matches(entry.key(), name, namespace)) {
                    found.add(found(entry));
                    taken = true;
                }
            }
            for (Entry entry : object) {
                deep(entry.value(), name, namespace, all, found);
            }
        } else if (target instanceof ArrayValue array && !(target instanceof RangeArray)) {
            for (Value item : array) {
                deep(item, name, namespace, all, found);
            }
        }
    }

    /** {@code value..&name}: matching pairs at every depth. */
    public static @Nullable Value deepPairs(Value target, String name, @Nullable Namespace namespace) {
        List<Entry> found = new ArrayList<>();
        deepPairs(target, name, namespace, found);
        return found.isEmpty() ? null : ObjectValue.of(found);
    }

    private static void deepPairs(Value target, String name, @Nullable Namespace namespace, List<Entry> found) {
        if (target instanceof ObjectValue object) {
            collectPairs(object, name, namespace, found);
            for (Entry entry : object) {
                deepPairs(entry.value(), name, namespace, found);
            }
        } else if (target instanceof ArrayValue array && !(target instanceof RangeArray)) {
            for (Value item : array) {
                deepPairs(item, name, namespace, found);
            }
        }
    }

    /** {@code value..}: every value below. */
    public static Value descendants(Value target) {
        List<Value> found = new ArrayList<>();
        descend(target, found);
        return new ListArray(found, Schema.NONE);
    }

    private static void descend(Value target, List<Value> found) {
        if (target instanceof ObjectValue object) {
            for (Entry entry : object) {
                found.add(found(entry));
                descend(entry.value(), found);
            }
        } else if (target instanceof ArrayValue array) {
            if (array instanceof RangeArray range) {
                range.requireShort();
            }
            for (Value item : array) {
                found.add(item);
                descend(item, found);
            }
        }
    }

    /** The key under which the value was found, or the key itself. */
    public static @Nullable Key keyOf(Value value) {
        return value instanceof Key key ? key : value.schema().key();
    }

    /** {@code value.@}: the attributes, null when the value has no key with some. */
    public static @Nullable Value attributes(Value target) {
        if (target instanceof ArrayValue array && !(target instanceof RangeArray) && keyOf(target) == null) {
            List<Value> found = new ArrayList<>();
            for (Value item : array) {
                Value attributes = attributes(item);
                if (attributes != null) {
                    found.add(attributes);
                }
            }
            return found.isEmpty() ? null : ArrayValue.of(found);
        }
        Key key = keyOf(target);
        return key == null || key.attributes().isEmpty() ? null : key.attributes();
    }

    /** {@code value.@name}. */
    public static @Nullable Value attribute(Value target, String name, @Nullable Namespace namespace, boolean all) {
        Value attributes = attributes(target);
        if (attributes == null) {
            return null;
        }
        return all ? multi(attributes, name, namespace) : named(attributes, name, namespace);
    }

    /** {@code value..@name}: the attribute wherever it is below, this value's own included. */
    public static @Nullable Value deepAttributes(Value target, String name, @Nullable Namespace namespace) {
        List<Value> found = new ArrayList<>();
        Value own = keyOf(target) == null ? null : attribute(target, name, namespace, false);
        if (own != null) {
            found.add(own);
        }
        deepAttributes(target, name, namespace, found);
        return found.isEmpty() ? null : ArrayValue.of(found);
    }

    private static void deepAttributes(Value target, String name, @Nullable Namespace namespace, List<Value> found) {
        if (target instanceof ObjectValue object) {
            for (Entry entry : object) {
                Entry attribute = first(entry.key().attributes(), name, namespace);
                if (attribute != null) {
                    found.add(attribute.value());
                }
                deepAttributes(entry.value(), name, namespace, found);
            }
        } else if (target instanceof ArrayValue array && !(target instanceof RangeArray)) {
            for (Value item : array) {
                deepAttributes(item, name, namespace, found);
            }
        }
    }

    /** {@code value[index]}; negative from the end. */
    public static @Nullable Value index(Value target, long index) {
        switch (target) {
            case ArrayValue array -> {
                return array.at(index < 0 ? array.count() + index : index);
            }
            case ObjectValue object -> {
                long i = index < 0 ? object.size() + index : index;
                Entry entry = i < 0 || i > Integer.MAX_VALUE ? null : object.entry((int) i);
                return entry == null ? null : found(entry);
            }
            case StringValue s -> {
                long i = index < 0 ? s.text().length() + index : index;
                return i < 0 || i >= s.text().length()
                        ? null
                        : StringValue.of(String.valueOf(s.text().charAt((int) i)));
            }
            case Key k -> {
                return index(StringValue.of(k.name()), index);
            }
            case BinaryValue b -> {
                byte[] bytes = b.bytes();
                long i = index < 0 ? bytes.length + index : index;
                return i < 0 || i >= bytes.length ? null : NumberValue.of((long) bytes[(int) i]);
            }
            case NullValue _ -> {
                return null;
            }
            default ->
                throw EvaluationException.of(
                        "WRONG-SELECTOR",
                        "a " + TypeNames.of(target) + " (" + Renderings.brief(target) + ") has no items",
                        "");
        }
    }

    /** {@code value[from to to]}: both ends included, backwards when the range goes down; null when an end is outside. */
    public static @Nullable Value range(Value target, RangeArray range) {
        if (target instanceof NullValue) {
            return null;
        }
        if (target instanceof ArrayValue array
                && !(target instanceof RangeArray)
                && array.isStreamed()
                && range.from() >= 0
                && range.to() >= 0) {
            ArrayValue part = part(array, range.from(), range.to());
            return part.count() == range.count() ? part : null;
        }
        long size = switch (target) {
            case ArrayValue a -> a.count();
            case StringValue s -> s.text().length();
            case Key k -> k.name().length();
            default ->
                throw EvaluationException.of("WRONG-SELECTOR", "a " + TypeNames.of(target) + " has no ranges", "");
        };
        long from = range.from() < 0 ? size + range.from() : range.from();
        long to = range.to() < 0 ? size + range.to() : range.to();
        if (from < 0 || to < 0 || from >= size || to >= size) {
            return null;
        }
        if (target instanceof RangeArray numbers) {
            return numbers.part(from, to);
        }
        if (target instanceof ArrayValue array) {
            return part(array, from, to);
        }
        String text = Texts.of(target);
        return StringValue.of(
                from <= to
                        ? text.substring((int) from, (int) to + 1)
                        : new StringBuilder(text.substring((int) to, (int) from + 1))
                                .reverse()
                                .toString());
    }

    private static ArrayValue part(ArrayValue array, long from, long to) {
        if (array instanceof ListArray list) {
            List<Value> part = list.items().subList((int) Math.min(from, to), (int) Math.max(from, to) + 1);
            return new ListArray(from <= to ? part : part.reversed(), Schema.NONE);
        }
        if (from <= to && array.isStreamed()) {
            return StreamedItems.part(array, from, to);
        }
        List<Value> part = new ArrayList<>();
        long index = 0;
        for (Value item : array) {
            if (index > Math.max(from, to)) {
                break;
            }
            if (index++ >= Math.min(from, to)) {
                part.add(item);
            }
        }
        return new ListArray(from <= to ? part : part.reversed(), Schema.NONE);
    }

    private static @Nullable Value typeField(Type type, String name) {
        return switch (type) {
            case Type.Named n -> typeField(n.resolve(), name);
            case Type.Object o -> {
                for (Type.Field field : o.fields()) {
                    if (name.equals(field.name())) {
                        yield new TypeValue(field.type());
                    }
                }
                yield null;
            }
            default -> null;
        };
    }
}
