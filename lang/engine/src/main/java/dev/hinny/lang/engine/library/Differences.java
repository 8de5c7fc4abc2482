package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.node.Calls;
import dev.hinny.lang.engine.operation.Equality;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the comparison of values needs besides the language: parts that belong together, found in one pass. */
final class Differences implements NativeFamily {
    @Override
    public String name() {
        return "diff";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "fields" -> a -> fields(Args.object(a[0]), Args.object(a[1]));
            case "items" -> a -> ArrayValue.of(Args.array(a[0]).toList());
            case "unmatched" -> a -> unmatched(Args.array(a[0]), Args.array(a[1]), Args.function(a[2]));
            default -> null;
        };
    }

    /** Fields of one name and namespace in both objects. */
    private record Field(Key key, List<Value> actual, List<Value> expected) {
        Value value() {
            return ObjectValue.of(List.of(
                    Entry.of("key", key),
                    Entry.of("actual", ArrayValue.of(actual)),
                    Entry.of("expected", ArrayValue.of(expected))));
        }
    }

    /** The fields of the expected object in its order, then those that only the actual one has. */
    private static Value fields(ObjectValue actual, ObjectValue expected) {
        Map<List<String>, Field> fields = new LinkedHashMap<>();
        for (Entry entry : expected) {
            field(fields, entry.key()).expected().add(pair(entry));
        }
        for (Entry entry : actual) {
            field(fields, entry.key()).actual().add(pair(entry));
        }
        return ArrayValue.of(fields.values().stream().map(Field::value).toList());
    }

    private static Field field(Map<List<String>, Field> fields, Key key) {
        String uri = key.namespace() == null ? "" : key.namespace().uri();
        return fields.computeIfAbsent(
                List.of(key.name(), uri), name -> new Field(key, new ArrayList<>(), new ArrayList<>()));
    }

    private static Value pair(Entry entry) {
        return ObjectValue.of(List.of(Entry.of("key", entry.key()), Entry.of("value", entry.value())));
    }

    /** Indexes of the expected items that have no partner of their own among the actual ones. */
    private static Value unmatched(ArrayValue actual, ArrayValue expected, FunctionValue alike) {
        List<Value> left = new LinkedList<>(actual.toList());
        List<Value> unmatched = new ArrayList<>();
        long index = 0;
        for (Value item : expected) {
            boolean matched = remove(left, candidate -> Equality.equal(candidate, item))
                    || remove(left, candidate -> Calls.test(alike, candidate, item));
            if (!matched) {
                unmatched.add(LongNumber.of(index));
            }
            index++;
        }
        return ArrayValue.of(unmatched);
    }

    private static boolean remove(List<Value> left, Predicate<Value> fits) {
        for (Iterator<Value> candidates = left.iterator(); candidates.hasNext(); ) {
            if (fits.test(candidates.next())) {
                candidates.remove();
                return true;
            }
        }
        return false;
    }
}
