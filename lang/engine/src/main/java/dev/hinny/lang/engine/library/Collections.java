package dev.hinny.lang.engine.library;

import static dev.hinny.lang.engine.library.Args.array;
import static dev.hinny.lang.engine.library.Args.function;
import static dev.hinny.lang.engine.library.Args.held;

import dev.hinny.lang.engine.node.Calls;
import dev.hinny.lang.engine.node.Closure;
import dev.hinny.lang.engine.operation.Arithmetic;
import dev.hinny.lang.engine.operation.Comparison;
import dev.hinny.lang.engine.operation.ConstantFunction;
import dev.hinny.lang.engine.operation.Equality;
import dev.hinny.lang.engine.operation.Errors;
import dev.hinny.lang.engine.operation.Removal;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Capacity;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.EntryObject;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.RangeArray;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.Watch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arrays. */
final class Collections implements NativeFamily {
    @Override
    public String name() {
        return "arrays";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "map" -> a -> map(array(a[0]), function(a[1]));
            case "filter" -> a -> filter(array(a[0]), function(a[1]));
            case "reduce" -> a -> reduce(array(a[0]).iterator(), function(a[1]));
            case "flatMap" -> a -> flatten(array(map(held(a[0]), function(a[1]))));
            case "flatten" -> a -> flatten(held(a[0]));
            case "groupBy" -> a -> groupBy(held(a[0]), function(a[1]));
            case "orderBy" -> a -> orderBy(held(a[0]), function(a[1]));
            case "distinctBy" -> a -> distinctBy(held(a[0]), function(a[1]));
            case "contains" -> a -> BooleanValue.of(indexOf(array(a[0]), a[1], true) >= 0);
            case "find" -> a -> find(held(a[0]), a[1]);
            case "indexOf" -> a -> NumberValue.of(indexOf(array(a[0]), a[1], false));
            case "lastIndexOf" -> a -> lastIndexOf(array(a[0]), a[1]);
            case "joinBy" -> a -> joinBy(held(a[0]), Texts.of(a[1]));
            case "max" -> a -> extreme(array(a[0]), 1);
            case "min" -> a -> extreme(array(a[0]), -1);
            case "maxBy" -> a -> extremeBy(array(a[0]), function(a[1]), 1);
            case "minBy" -> a -> extremeBy(array(a[0]), function(a[1]), -1);
            case "sum" -> a -> sum(array(a[0]));
            case "avg" -> a -> avg(array(a[0]));
            case "zip" -> a -> zip(array(a[0]), array(a[1]));
            case "unzip" -> a -> unzip(array(a[0]));
            case "remove" -> a -> Removal.items(held(a[0]), array(a[1]));
            case "size" -> a -> NumberValue.of(array(a[0]).count());
            case "isEmpty" -> a -> BooleanValue.of(array(a[0]).isEmpty());
            case "to" -> a -> RangeArray.of(Args.end(a[0]), Args.end(a[1]));
            case "indexWhere" -> a -> indexWhere(array(a[0]), function(a[1]));
            case "firstWith" -> a -> firstWith(array(a[0]), function(a[1]));
            case "some" ->
                a -> BooleanValue.of(((NumberValue) indexWhere(array(a[0]), function(a[1]))).longValue() >= 0);
            case "every" -> a -> every(array(a[0]), function(a[1]));
            case "joinKeyed" -> a -> joinKeyed(held(a[0]), held(a[1]), function(a[2]), function(a[3]), Texts.of(a[4]));
            default -> null;
        };
    }

    static Value map(ArrayValue items, FunctionValue mapper) {
        if (items.isStreamed()) {
            return new LazyArray(() -> new LazyArray.Mapped(items.iterator(), mapper));
        }
        Value[] results = new Value[items.size()];
        int index = 0;
        for (Value item : items) {
            results[index] = Calls.indexed(mapper, item, index);
            index++;
        }
        return new ListArray(Arrays.asList(results), Schema.NONE);
    }

    static Value filter(ArrayValue items, FunctionValue criteria) {
        if (items.isStreamed()) {
            return new LazyArray(() -> new LazyArray.Filtered(items.iterator(), criteria));
        }
        List<Value> kept = new ArrayList<>();
        long index = 0;
        for (Value item : items) {
            if (Calls.testIndexed(criteria, item, index++)) {
                kept.add(item);
            }
        }
        return new ListArray(kept, Schema.NONE);
    }

    static Value reduce(Iterator<Value> items, FunctionValue callback) {
        List<FunctionValue.Parameter> parameters = callback.parameters();
        boolean seeded = parameters.size() > 1 && parameters.get(1).optional();
        if (!items.hasNext()) {
            return seeded ? seed(callback) : NullValue.NULL;
        }
        Value accumulator = items.next();
        if (seeded) {
            accumulator = callback.call(accumulator);
        }
        while (items.hasNext()) {
            accumulator = Calls.call(callback, items.next(), accumulator);
        }
        return accumulator;
    }

    private static Value seed(FunctionValue callback) {
        return callback instanceof Closure c ? c.defaultOf(1) : NullValue.NULL;
    }

    static Value flatten(ArrayValue items) {
        if (items.isStreamed()) {
            return new LazyArray(() -> new LazyArray.Flat(items.iterator()));
        }
        List<Value> flat = new ArrayList<>();
        for (Value item : items) {
            if (item instanceof ArrayValue inner) {
                for (Value each : held(inner)) {
                    flat.add(each);
                }
            } else {
                flat.add(item);
            }
            Capacity.items(flat.size());
        }
        return new ListArray(flat, Schema.NONE);
    }

    private static Value groupBy(ArrayValue items, FunctionValue criteria) {
        Map<Equality.Hashed, Group> groups = new LinkedHashMap<>();
        long index = 0;
        for (Value item : items) {
            Value by = Calls.indexed(criteria, item, index++);
            StringValue text = by instanceof StringValue s ? s : StringValue.of(Objects.groupName(by));
            Equality.Hashed id = new Equality.Hashed(text);
            Group group = groups.get(id);
            if (group == null) {
                group = new Group(Objects.groupKey(by), new ArrayList<>());
                groups.put(id, group);
            }
            group.items().add(item);
        }
        Entry[] entries = new Entry[groups.size()];
        int i = 0;
        for (Group group : groups.values()) {
            entries[i++] = Entry.of(group.key(), new ListArray(group.items(), Schema.NONE));
        }
        return new EntryObject(entries, Schema.NONE);
    }

    private record Group(Key key, List<Value> items) {}

    private static Value orderBy(ArrayValue items, FunctionValue criteria) {
        List<Value> all = items.toList();
        Sorted[] keyed = new Sorted[all.size()];
        for (int i = 0; i < keyed.length; i++) {
            keyed[i] = new Sorted(Calls.indexed(criteria, all.get(i), i), all.get(i));
        }
        Comparator<Value> order =
                Comparison.order(Arrays.stream(keyed).map(Sorted::by).toList());
        int[] compared = new int[1];
        Arrays.sort(keyed, (x, y) -> {
            if ((++compared[0] & 0xFFFF) == 0) {
                Watch.check();
            }
            return order.compare(x.by(), y.by());
        });
        Value[] ordered = new Value[keyed.length];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = keyed[i].item();
        }
        return new ListArray(Arrays.asList(ordered), Schema.NONE);
    }

    private record Sorted(Value by, Value item) {}

    private static Value distinctBy(ArrayValue items, FunctionValue criteria) {
        if (items.isStreamed()) {
            return new LazyArray(() -> new LazyArray.Distinct(items.iterator(), criteria));
        }
        Set<Equality.Hashed> seen = new HashSet<>();
        List<Value> kept = new ArrayList<>();
        long index = 0;
        for (Value item : items) {
            if (seen.add(new Equality.Hashed(Calls.indexed(criteria, item, index++)))) {
                kept.add(item);
            }
        }
        return new ListArray(kept, Schema.NONE);
    }

    private static long indexOf(ArrayValue items, Value wanted, boolean similar) {
        long index = 0;
        for (Value item : items) {
            if (similar ? Equality.similar(item, wanted) : Equality.equal(item, wanted)) {
                return index;
            }
            index++;
        }
        return -1;
    }

    private static Value lastIndexOf(ArrayValue items, Value wanted) {
        long index = 0;
        long found = -1;
        for (Value item : items) {
            if (Equality.equal(item, wanted)) {
                found = index;
            }
            index++;
        }
        return NumberValue.of(found);
    }

    private static Value find(ArrayValue items, Value wanted) {
        List<Value> found = new ArrayList<>();
        long index = 0;
        for (Value item : items) {
            if (Equality.equal(item, wanted)) {
                found.add(LongNumber.of(index));
            }
            index++;
        }
        return ArrayValue.of(found);
    }

    private static Value joinBy(ArrayValue items, String separator) {
        StringBuilder text = new StringBuilder();
        boolean first = true;
        for (Value item : items) {
            if (!first) {
                text.append(separator);
            }
            first = false;
            text.append(Texts.of(item));
            Capacity.text(text.length());
        }
        return StringValue.of(text.toString());
    }

    private static Value extreme(ArrayValue items, int sign) {
        Value best = null;
        for (Value item : items) {
            if (best == null || Comparison.compareAlike(sign > 0 ? "max" : "min", item, best) * sign > 0) {
                best = item;
            }
        }
        return best == null ? NullValue.NULL : best;
    }

    private static Value extremeBy(ArrayValue items, FunctionValue criteria, int sign) {
        Value best = null;
        Value bestBy = null;
        for (Value item : items) {
            Value by = Calls.call(criteria, item);
            if (bestBy == null || Comparison.compareAlike(sign > 0 ? "maxBy" : "minBy", by, bestBy) * sign > 0) {
                best = item;
                bestBy = by;
            }
        }
        return best == null ? NullValue.NULL : best;
    }

    private static Value sum(ArrayValue items) {
        if (items instanceof RangeArray range) {
            BigDecimal ends = BigDecimal.valueOf(range.from()).add(BigDecimal.valueOf(range.to()));
            return Arithmetic.number(
                    ends.multiply(BigDecimal.valueOf(range.count())).divide(BigDecimal.TWO));
        }
        Value sum = LongNumber.of(0);
        for (Value item : items) {
            sum = Arithmetic.add(sum, item);
        }
        return sum;
    }

    private static Value avg(ArrayValue items) {
        if (items.isEmpty()) {
            throw Errors.argument("avg", "an empty array has no average");
        }
        return Arithmetic.divide(sum(items), NumberValue.of(items.count()));
    }

    private static Value zip(ArrayValue left, ArrayValue right) {
        if (left instanceof RangeArray a && right instanceof RangeArray b) {
            (a.count() < b.count() ? a : b).requireShort();
        }
        if (left.isStreamed() || right.isStreamed()) {
            return new LazyArray(() -> new LazyArray.Zipped(left.iterator(), right.iterator()));
        }
        Iterator<Value> a = left.iterator();
        Iterator<Value> b = right.iterator();
        List<Value> pairs = new ArrayList<>();
        while (a.hasNext() && b.hasNext()) {
            pairs.add(ArrayValue.of(List.of(a.next(), b.next())));
            if ((pairs.size() & 0xFFFF) == 0) {
                Watch.check();
                Capacity.items(pairs.size());
            }
        }
        return new ListArray(pairs, Schema.NONE);
    }

    private static Value unzip(ArrayValue items) {
        List<ArrayValue> rows = new ArrayList<>();
        int width = Integer.MAX_VALUE;
        long cells = 0;
        for (Value item : items) {
            cells += array(item).count();
            Capacity.items(cells);
            ArrayValue row = new ListArray(array(item).toList(), Schema.NONE);
            rows.add(row);
            width = Math.min(width, row.size());
        }
        List<Value> columns = new ArrayList<>();
        for (int i = 0; !rows.isEmpty() && i < width; i++) {
            List<Value> column = new ArrayList<>();
            for (ArrayValue row : rows) {
                Value cell = row.get(i);
                column.add(cell == null ? NullValue.NULL : cell);
            }
            columns.add(new ListArray(column, Schema.NONE));
        }
        return new ListArray(columns, Schema.NONE);
    }

    private static Value indexWhere(ArrayValue items, FunctionValue condition) {
        long index = 0;
        for (Value item : items) {
            if (Calls.testIndexed(condition, item, index)) {
                return NumberValue.of(index);
            }
            index++;
        }
        return NumberValue.of(-1L);
    }

    private static Value firstWith(ArrayValue items, FunctionValue condition) {
        long index = 0;
        for (Value item : items) {
            if (Calls.testIndexed(condition, item, index++)) {
                return item;
            }
        }
        return NullValue.NULL;
    }

    /** A constant in the place of the condition is not fulfilled by nothing: so says the example of the documentation. */
    private static Value every(ArrayValue items, FunctionValue condition) {
        if (condition instanceof ConstantFunction && items.isEmpty()) {
            return BooleanValue.FALSE;
        }
        for (Value item : items) {
            if (!Calls.test(condition, item)) {
                return BooleanValue.FALSE;
            }
        }
        return BooleanValue.TRUE;
    }

    /** Pairs of both sides with the same key; {@code kind} inner, left or outer says which lonely ones stay. */
    private static Value joinKeyed(
            ArrayValue left, ArrayValue right, FunctionValue leftKey, FunctionValue rightKey, String kind) {
        Map<Equality.Hashed, List<Value>> index = new LinkedHashMap<>();
        for (Value item : right) {
            index.computeIfAbsent(new Equality.Hashed(Calls.call(rightKey, item)), k -> new ArrayList<>())
                    .add(item);
        }
        List<Value> joined = new ArrayList<>();
        Set<Equality.Hashed> used = new HashSet<>();
        for (Value item : left) {
            Equality.Hashed key = new Equality.Hashed(Calls.call(leftKey, item));
            List<Value> partners = index.get(key);
            if (partners != null) {
                used.add(key);
                partners.forEach(p -> joined.add(ObjectValue.of(List.of(Entry.of("l", item), Entry.of("r", p)))));
            } else if (!kind.equals("inner")) {
                joined.add(ObjectValue.of(List.of(Entry.of("l", item))));
            }
        }
        if (kind.equals("outer")) {
            index.forEach((key, partners) -> {
                if (!used.contains(key)) {
                    partners.forEach(p -> joined.add(ObjectValue.of(List.of(Entry.of("r", p)))));
                }
            });
        }
        return new ListArray(joined, Schema.NONE);
    }
}
