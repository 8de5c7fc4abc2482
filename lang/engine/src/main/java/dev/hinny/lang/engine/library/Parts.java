package dev.hinny.lang.engine.library;

import static dev.hinny.lang.engine.library.Args.array;
import static dev.hinny.lang.engine.library.Args.function;
import static dev.hinny.lang.engine.library.Args.held;
import static dev.hinny.lang.engine.library.Args.object;
import static dev.hinny.lang.engine.library.Args.text;

import dev.hinny.lang.engine.node.Calls;
import dev.hinny.lang.engine.operation.Errors;
import dev.hinny.lang.engine.operation.Selections;
import dev.hinny.lang.engine.operation.StreamedItems;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.RangeArray;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of arrays, objects and texts: slices, chunks of one size, and those that a condition tells apart. */
final class Parts implements NativeFamily {
    @Override
    public String name() {
        return "parts";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "slice" -> a -> slice(array(a[0]), Args.end(a[1]), Args.end(a[2]));
            case "divideArray" -> a -> divide(held(a[0]), chunk("divideBy", a[1]));
            case "divideObject" -> a -> divide(object(a[0]), chunk("divideBy", a[1]));
            case "partition" -> a -> partition(held(a[0]), function(a[1]));
            case "everyEntry" -> a -> BooleanValue.of(!some(object(a[0]), function(a[1]), false));
            case "someEntry" -> a -> BooleanValue.of(some(object(a[0]), function(a[1]), true));
            case "takePairsWhile" -> a -> takeWhile(object(a[0]), function(a[1]));
            case "substringBy" -> a -> substringBy(text(a[0]), function(a[1]));
            case "substringEvery" -> a -> substringEvery(text(a[0]), chunk("substringEvery", a[1]));
            default -> null;
        };
    }

    private static int chunk(String function, Value amount) {
        int size = Args.whole(amount);
        if (size < 1) {
            throw Errors.argument(function, "the parts must have at least 1 item each, not " + size);
        }
        return size;
    }

    private static Value slice(ArrayValue items, long from, long until) {
        long first = Math.max(from, 0);
        if (items instanceof RangeArray range && first < Math.min(until, range.count())) {
            return range.part(first, Math.min(until, range.count()) - 1);
        }
        if (items instanceof ListArray list) {
            long end = Math.min(until, list.size());
            return first >= end
                    ? ArrayValue.EMPTY
                    : new ListArray(list.items().subList((int) first, (int) end), Schema.NONE);
        }
        return first >= until ? ArrayValue.EMPTY : StreamedItems.part(items, first, until - 1);
    }

    private static Value divide(ArrayValue items, int size) {
        if (items.isStreamed()) {
            return StreamedItems.chunks(items, size);
        }
        List<Value> parts = new ArrayList<>();
        List<Value> part = new ArrayList<>();
        for (Value item : items) {
            part.add(item);
            if (part.size() == size) {
                parts.add(new ListArray(part, Schema.NONE));
                part = new ArrayList<>();
            }
        }
        if (!part.isEmpty()) {
            parts.add(new ListArray(part, Schema.NONE));
        }
        return new ListArray(parts, Schema.NONE);
    }

    private static Value divide(ObjectValue object, int size) {
        List<Value> parts = new ArrayList<>();
        List<Entry> part = new ArrayList<>();
        for (Entry entry : object) {
            part.add(entry);
            if (part.size() == size) {
                parts.add(ObjectValue.of(part));
                part.clear();
            }
        }
        if (!part.isEmpty()) {
            parts.add(ObjectValue.of(part));
        }
        return new ListArray(parts, Schema.NONE);
    }

    private static Value partition(ArrayValue items, FunctionValue condition) {
        List<Value> success = new ArrayList<>();
        List<Value> failure = new ArrayList<>();
        for (Value item : items) {
            (Calls.test(condition, item) ? success : failure).add(item);
        }
        return ObjectValue.of(List.of(
                Entry.of("success", new ListArray(success, Schema.NONE)),
                Entry.of("failure", new ListArray(failure, Schema.NONE))));
    }

    /** Whether a pair answers the condition as wanted. */
    private static boolean some(ObjectValue object, FunctionValue condition, boolean wanted) {
        for (Entry entry : object) {
            if (Calls.test(condition, Selections.found(entry), entry.key()) == wanted) {
                return true;
            }
        }
        return false;
    }

    private static Value takeWhile(ObjectValue object, FunctionValue condition) {
        List<Entry> taken = new ArrayList<>();
        for (Entry entry : object) {
            if (!Calls.test(condition, Selections.found(entry), entry.key())) {
                break;
            }
            taken.add(entry);
        }
        return ObjectValue.of(taken);
    }

    private static Value substringBy(String text, FunctionValue separates) {
        List<Value> parts = new ArrayList<>();
        int start = 0;
        int length;
        for (int i = 0; i < text.length(); i += length) {
            length = Character.charCount(text.codePointAt(i));
            if (Calls.testIndexed(separates, StringValue.of(text.substring(i, i + length)), i)) {
                parts.add(StringValue.of(text.substring(start, i)));
                start = i + length;
            }
        }
        parts.add(StringValue.of(text.substring(start)));
        return ArrayValue.of(parts);
    }

    private static Value substringEvery(String text, int size) {
        List<Value> parts = new ArrayList<>();
        for (long i = 0; i < text.length(); i += size) {
            parts.add(StringValue.of(text.substring((int) i, (int) Math.min(i + size, text.length()))));
        }
        return ArrayValue.of(parts);
    }
}
