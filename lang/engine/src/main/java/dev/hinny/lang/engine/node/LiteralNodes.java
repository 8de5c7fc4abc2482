package dev.hinny.lang.engine.node;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.java.JavaBridge;
import dev.hinny.lang.engine.operation.Errors;
import dev.hinny.lang.engine.operation.JoinedObject;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Capacity;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.PrependedArray;
import dev.hinny.lang.engine.value.PrependedObject;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Objects and arrays as written. */
public final class LiteralNodes {
    private LiteralNodes() {}

    /** Makes the key of a pair. */
    public interface KeyMaker {
        Key make(Frame frame);
    }

    /** A key that is always the same. */
    public record FixedKey(Key key) implements KeyMaker {
        @Override
        public Key make(Frame frame) {
            return key;
        }
    }

    /** A key with a computed name or attributes; a computed name that is a key keeps its namespace, and its attributes
     * unless others are written. */
    public record MadeKey(
            Node name, @Nullable Node namespace, @Nullable Node attributes, SourceSpan span) implements KeyMaker {
        @Override
        public Key make(Frame frame) {
            Value value = name.evaluate(frame);
            Namespace space =
                    namespace == null ? null : namespace.evaluate(frame) instanceof Namespace known ? known : null;
            ObjectValue own = ObjectValue.EMPTY;
            String text;
            if (value instanceof Key key) {
                text = key.name();
                space = space == null ? key.namespace() : space;
                own = key.attributes();
            } else {
                String found = Texts.orNull(value);
                if (found == null) {
                    throw Errors.cannotCoerce(value, "Key").at(span);
                }
                text = found;
            }
            if (attributes != null && attributes.evaluate(frame) instanceof ObjectValue written) {
                own = written;
            }
            return Key.of(text, space, own);
        }
    }

    /** A part of an object literal. */
    public sealed interface Part {}

    /** A pair. */
    public record Pair(KeyMaker key, Node value) implements Part {}

    /** The pairs of an object or of an array's objects, if the condition holds. */
    public record Spread(Node value, @Nullable Node condition, SourceSpan span) implements Part {}

    /** An object of plain pairs. */
    public static final class PlainObject extends Node {
        private final KeyMaker[] keys;
        private final Node[] values;
        private final boolean[] cheap;
        private final Key @Nullable [] fixed;
        private final boolean plain;

        public PlainObject(KeyMaker[] keys, Node[] values) {
            this.keys = keys;
            this.values = values;
            this.cheap = new boolean[values.length];
            for (int i = 0; i < cheap.length; i++) {
                cheap[i] = values[i].isCheap();
            }
            this.fixed = fixed(keys);
            this.plain = fixed != null
                    && Arrays.stream(fixed).allMatch(k -> k.namespace() == null && k.attributes() == ObjectValue.EMPTY);
        }

        private static Key @Nullable [] fixed(KeyMaker[] keys) {
            Key[] fixed = new Key[keys.length];
            for (int i = 0; i < fixed.length; i++) {
                if (!(keys[i] instanceof FixedKey(Key key))) {
                    return null;
                }
                fixed[i] = key;
            }
            return fixed;
        }

        @Override
        public Value evaluate(Frame frame) {
            Object[] contents = new Object[values.length];
            for (int i = 0; i < contents.length; i++) {
                contents[i] = cheap[i] ? Thunk.attempt(values[i], frame) : new Thunk(values[i], frame);
            }
            return new ShapedObject(fixed != null ? fixed : made(frame), contents, plain, Schema.NONE);
        }

        private Key[] made(Frame frame) {
            Key[] made = new Key[keys.length];
            for (int i = 0; i < made.length; i++) {
                made[i] = keys[i].make(frame);
            }
            return made;
        }

        @Override
        public boolean isCheap() {
            for (boolean one : cheap) {
                if (!one) {
                    return false;
                }
            }
            return fixed != null;
        }
    }

    static Entry entry(Key key, Node value, Frame frame) {
        Object content = Thunk.of(value, frame);
        return content instanceof Value known ? Entry.of(key, known) : new LazyEntry(key, (Thunk) content);
    }

    /** An object with spreads or conditions. */
    public static final class MixedObject extends Node {
        private final Part[] parts;

        public MixedObject(Part[] parts) {
            this.parts = parts;
        }

        @Override
        public Value evaluate(Frame frame) {
            List<Iterable<Entry>> pieces = null;
            List<Entry> entries = new ArrayList<>();
            for (Part part : parts) {
                switch (part) {
                    case Pair pair -> entries.add(entry(pair.key().make(frame), pair.value(), frame));
                    case Spread spread -> {
                        if (spread.condition() != null && !holds(spread.condition(), frame, spread.span())) {
                            continue;
                        }
                        Iterable<Entry> streamed =
                                streamed(spread, spread.value().evaluate(frame), entries);
                        if (streamed != null) {
                            pieces = pieces == null ? new ArrayList<>() : pieces;
                            pieces.add(entries);
                            pieces.add(streamed);
                            entries = new ArrayList<>();
                        }
                    }
                }
            }
            if (pieces != null) {
                pieces.add(entries);
                return new JoinedObject(pieces);
            }
            return ObjectValue.of(entries);
        }

        /** The pairs of a long source, to be read as they are needed; those of any other are added. */
        private static @Nullable Iterable<Entry> streamed(Spread spread, Value value, List<Entry> entries) {
            switch (value) {
                case ObjectValue object
                when object.isStreamed() -> {
                    return object;
                }
                case ArrayValue array
                when array.isStreamed() -> {
                    return () -> new SpreadItems(array.iterator(), spread.span());
                }
                default -> {
                    spread(value, entries, spread.span());
                    return null;
                }
            }
        }
    }

    private static boolean holds(Node condition, Frame frame, SourceSpan span) {
        try {
            return condition.test(frame);
        } catch (EvaluationException e) {
            throw e.at(span);
        }
    }

    /** The pairs of an array's objects. */
    private static final class SpreadItems implements Iterator<Entry> {
        private final Iterator<Value> items;
        private final SourceSpan span;
        private Iterator<Entry> pairs = Collections.emptyIterator();

        SpreadItems(Iterator<Value> items, SourceSpan span) {
            this.items = items;
            this.span = span;
        }

        @Override
        public boolean hasNext() {
            while (!pairs.hasNext()) {
                if (!items.hasNext()) {
                    return false;
                }
                Value item = items.next();
                if (item instanceof ObjectValue object) {
                    pairs = object.iterator();
                } else {
                    List<Entry> entries = new ArrayList<>();
                    spread(item, entries, span);
                    pairs = entries.iterator();
                }
            }
            return true;
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return pairs.next();
        }
    }

    private static void spread(Value value, List<Entry> entries, SourceSpan span) {
        switch (value) {
            case ObjectValue object -> {
                object.forEach(entries::add);
                Capacity.items(entries.size());
            }
            case ArrayValue array -> {
                for (Value item : array) {
                    spread(item, entries, span);
                }
            }
            case NullValue _ -> {}
            case JavaValue java -> JavaBridge.properties(java.object()).forEach(entries::add);
            default -> throw Errors.cannotCoerce(value, "Object").at(span);
        }
    }

    /** {@code {key: value ~ tail}}. */
    public static final class ObjectPrepend extends Node {
        private final Node head;
        private final Node tail;
        private final SourceSpan span;

        public ObjectPrepend(Node head, Node tail, SourceSpan span) {
            this.head = head;
            this.tail = tail;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            ObjectValue first = (ObjectValue) head.evaluate(frame);
            return new PrependedObject(first, new ObjectTail(new Thunk(tail, frame), span));
        }
    }

    /** An array as written; an element may have a condition. */
    public static final class Array extends Node {
        private final Node[] elements;
        private final @Nullable Node[] conditions;
        private final boolean conditional;

        public Array(Node[] elements, @Nullable Node[] conditions) {
            this.elements = elements;
            this.conditions = conditions;
            this.conditional = Arrays.stream(conditions).anyMatch(c -> c != null);
        }

        @Override
        public Value evaluate(Frame frame) {
            if (!conditional) {
                Value[] values = new Value[elements.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = elements[i].evaluate(frame);
                }
                return new ListArray(Arrays.asList(values), Schema.NONE);
            }
            List<Value> values = new ArrayList<>(elements.length);
            for (int i = 0; i < elements.length; i++) {
                Node condition = conditions[i];
                if (condition == null || condition.test(frame)) {
                    values.add(elements[i].evaluate(frame));
                }
            }
            return new ListArray(values, Schema.NONE);
        }

        @Override
        public boolean isCheap() {
            for (Node element : elements) {
                if (!element.isCheap()) {
                    return false;
                }
            }
            return !conditional;
        }
    }

    /** {@code [head ~ tail]}. */
    public static final class ArrayPrepend extends Node {
        private final Node head;
        private final Node tail;
        private final SourceSpan span;

        public ArrayPrepend(Node head, Node tail, SourceSpan span) {
            this.head = head;
            this.tail = tail;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            return new PrependedArray(head.evaluate(frame), new ArrayTail(new Thunk(tail, frame), span));
        }
    }

    /** The tail of an array, computed once, when asked for. */
    private record ArrayTail(Thunk thunk, SourceSpan span) implements PrependedArray.Tail {
        @Override
        public ArrayValue get() {
            Value value = forced(thunk, span);
            if (value instanceof ArrayValue rest) {
                return rest;
            }
            throw wrongTail("an array", value).at(span);
        }

        @Override
        public boolean isKnown() {
            return thunk.isForced();
        }
    }

    /** The tail of an object, computed once, when asked for. */
    private record ObjectTail(Thunk thunk, SourceSpan span) implements PrependedObject.Tail {
        @Override
        public ObjectValue get() {
            return switch (forced(thunk, span)) {
                case ObjectValue rest -> rest;
                case JavaValue java -> JavaBridge.properties(java.object());
                case Value other -> throw wrongTail("an object", other).at(span);
            };
        }

        @Override
        public boolean isKnown() {
            return thunk.isForced();
        }
    }

    private static Value forced(Thunk thunk, SourceSpan span) {
        try {
            return thunk.force();
        } catch (EvaluationException e) {
            throw e.at(span);
        }
    }

    private static EvaluationException wrongTail(String kind, Value value) {
        return EvaluationException.of(
                "WRONG-OPERANDS",
                "the tail of " + kind + " is " + TypeNames.of(value) + " (" + Renderings.brief(value) + "), not "
                        + kind,
                "");
    }
}
