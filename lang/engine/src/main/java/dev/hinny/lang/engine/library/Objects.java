package dev.hinny.lang.engine.library;

import static dev.hinny.lang.engine.library.Args.function;
import static dev.hinny.lang.engine.library.Args.held;
import static dev.hinny.lang.engine.library.Args.object;

import dev.hinny.lang.engine.java.JavaBridge;
import dev.hinny.lang.engine.node.Calls;
import dev.hinny.lang.engine.node.Closure;
import dev.hinny.lang.engine.node.Conditions;
import dev.hinny.lang.engine.operation.Comparison;
import dev.hinny.lang.engine.operation.Concatenation;
import dev.hinny.lang.engine.operation.Equality;
import dev.hinny.lang.engine.operation.Errors;
import dev.hinny.lang.engine.operation.Removal;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.operation.Selections;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects. */
final class Objects implements NativeFamily {
    @Override
    public String name() {
        return "objects";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "mapObject" -> a -> mapObject(object(a[0]), function(a[1]));
            case "filterObject" -> a -> filterObject(object(a[0]), function(a[1]));
            case "pluck" -> a -> pluck(object(a[0]), function(a[1]));
            case "groupBy" -> a -> groupBy(object(a[0]), function(a[1]));
            case "orderBy" -> a -> orderBy(object(a[0]), function(a[1]));
            case "distinctBy" -> a -> distinctBy(object(a[0]), function(a[1]));
            case "keys" -> a -> keys(object(a[0]));
            case "names" -> a -> names(object(a[0]));
            case "values" -> a -> values(object(a[0]));
            case "entries" -> a -> entries(object(a[0]));
            case "removePairs" -> a -> Removal.pairs(object(a[0]), object(a[1]));
            case "removeKeys" -> a -> Removal.keys(object(a[0]), held(a[1]));
            case "size" -> a -> NumberValue.of((long) object(a[0]).size());
            case "isEmpty" -> a -> BooleanValue.of(object(a[0]).isEmpty());
            case "concat" -> a -> Concatenation.concat(object(a[0]), object(a[1]));
            case "add" -> a -> Concatenation.concat(a[0], a[1]);
            case "properties" -> a -> a[0] instanceof JavaValue j ? JavaBridge.properties(j.object()) : a[0];
            default -> null;
        };
    }

    private static Value call(FunctionValue f, Entry entry, long index) {
        if (f instanceof Closure c) {
            int arity = c.signature().arity();
            if (arity <= 1) {
                return Calls.call(f, Selections.found(entry));
            }
            if (arity == 2) {
                return Calls.call(f, Selections.found(entry), entry.key());
            }
        }
        return f.call(Selections.found(entry), entry.key(), LongNumber.of(index));
    }

    private static Value mapObject(ObjectValue object, FunctionValue mapper) {
        List<Entry> entries = new ArrayList<>(object.size());
        long index = 0;
        for (Entry entry : object) {
            switch (call(mapper, entry, index++)) {
                case ObjectValue o -> o.forEach(entries::add);
                case NullValue _ -> {}
                case ArrayValue many -> {
                    for (Value one : many) {
                        object(one).forEach(entries::add);
                    }
                }
                case Value other -> throw Errors.cannotCoerce(other, "Object");
            }
        }
        return ObjectValue.of(entries);
    }

    private static Value filterObject(ObjectValue object, FunctionValue criteria) {
        List<Entry> kept = new ArrayList<>();
        long index = 0;
        for (Entry entry : object) {
            if (Conditions.truth(call(criteria, entry, index++))) {
                kept.add(entry);
            }
        }
        return ObjectValue.of(kept);
    }

    private static Value pluck(ObjectValue object, FunctionValue mapper) {
        List<Value> values = new ArrayList<>(object.size());
        long index = 0;
        for (Entry entry : object) {
            values.add(call(mapper, entry, index++));
        }
        return ArrayValue.of(values);
    }

    private static Value groupBy(ObjectValue object, FunctionValue criteria) {
        Map<String, Key> keys = new LinkedHashMap<>();
        Map<String, List<Entry>> groups = new LinkedHashMap<>();
        for (Entry entry : object) {
            Value by = Calls.call(criteria, entry.value(), entry.key());
            String id = groupName(by);
            keys.putIfAbsent(id, groupKey(by));
            groups.computeIfAbsent(id, k -> new ArrayList<>()).add(entry);
        }
        List<Entry> entries = new ArrayList<>();
        groups.forEach((id, members) ->
                entries.add(Entry.of(java.util.Objects.requireNonNull(keys.get(id)), ObjectValue.of(members))));
        return ObjectValue.of(entries);
    }

    static String groupName(Value by) {
        String text = Texts.orNull(by);
        return text != null ? text : by instanceof NullValue ? "null" : Renderings.compact(by);
    }

    static Key groupKey(Value by) {
        return by instanceof Key key ? key : Key.of(groupName(by));
    }

    private static Value orderBy(ObjectValue object, FunctionValue criteria) {
        List<Entry> all = new ArrayList<>();
        Map<Entry, Value> by = new IdentityHashMap<>();
        for (Entry entry : object) {
            all.add(entry);
            by.put(entry, Calls.call(criteria, entry.value(), entry.key()));
        }
        Comparator<Value> order = Comparison.order(List.copyOf(by.values()));
        all.sort((x, y) -> order.compare(
                java.util.Objects.requireNonNull(by.get(x)), java.util.Objects.requireNonNull(by.get(y))));
        return ObjectValue.of(all);
    }

    private static Value distinctBy(ObjectValue object, FunctionValue criteria) {
        Set<Equality.Hashed> seen = new HashSet<>();
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : object) {
            if (seen.add(new Equality.Hashed(Calls.call(criteria, entry.value(), entry.key())))) {
                kept.add(entry);
            }
        }
        return ObjectValue.of(kept);
    }

    private static Value keys(ObjectValue object) {
        List<Value> keys = new ArrayList<>();
        object.forEach(e -> keys.add(e.key()));
        return ArrayValue.of(keys);
    }

    private static Value names(ObjectValue object) {
        List<Value> names = new ArrayList<>();
        object.forEach(e -> names.add(StringValue.of(e.key().name())));
        return ArrayValue.of(names);
    }

    private static Value values(ObjectValue object) {
        List<Value> values = new ArrayList<>();
        object.forEach(e -> values.add(Selections.found(e)));
        return ArrayValue.of(values);
    }

    private static Value entries(ObjectValue object) {
        List<Value> entries = new ArrayList<>();
        for (Entry e : object) {
            entries.add(ObjectValue.of(List.of(
                    Entry.of("key", e.key()),
                    Entry.of("value", e.value()),
                    Entry.of("attributes", e.key().attributes()))));
        }
        return ArrayValue.of(entries);
    }
}
