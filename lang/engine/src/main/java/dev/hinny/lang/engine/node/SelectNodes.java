package dev.hinny.lang.engine.node;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.operation.Metadata;
import dev.hinny.lang.engine.operation.Selections;
import dev.hinny.lang.engine.operation.StreamedItems;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.RangeArray;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.front.Selector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Selectors. Each finds a value or nothing (null of Java); nothing evaluates to null of the language. */
public final class SelectNodes {
    private SelectNodes() {}

    /** What one selector finds in a target. */
    @FunctionalInterface
    public interface Finder {
        @Nullable
        Value find(Value target, Frame frame);
    }

    /** {@code target.name} with a fixed name and any namespace: the frequent one. */
    public static final class Named extends Node {
        private final Node target;
        private final String name;
        private final SourceSpan span;

        public Named(Node target, String name, SourceSpan span) {
            this.target = target;
            this.name = name;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            Value from = target.evaluate(frame);
            if (from instanceof NullValue) {
                return NullValue.NULL;
            }
            try {
                if (from instanceof ObjectValue object && object.hasPlainKeys()) {
                    Value value = object.get(name);
                    return value == null ? NullValue.NULL : value;
                }
                Value found = Selections.named(from, name, null);
                return found == null ? NullValue.NULL : found;
            } catch (EvaluationException e) {
                throw e.at(span);
            }
        }

        @Override
        public boolean isCheap() {
            return target.isCheap();
        }
    }

    /** Any other selector; {@code mode} decides what nothing means. */
    public static final class Select extends Node {
        private final Node target;
        private final Finder finder;
        private final Mode mode;
        private final String text;
        private final boolean cheap;
        private final SourceSpan span;

        public Select(Node target, Finder finder, Mode mode, String text, boolean cheap, SourceSpan span) {
            this.target = target;
            this.finder = finder;
            this.mode = mode;
            this.text = text;
            this.cheap = cheap;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            try {
                Value found = finder.find(target.evaluate(frame), frame);
                return switch (mode) {
                    case VALUE -> found == null ? NullValue.NULL : found;
                    case EXISTS -> BooleanValue.of(found != null);
                    case ASSERT -> {
                        if (found == null) {
                            throw EvaluationException.of("NOT-THERE", "there is no '" + text + "'", "");
                        }
                        yield found;
                    }
                };
            } catch (EvaluationException e) {
                throw e.at(span);
            }
        }

        @Override
        public boolean isCheap() {
            return cheap && target.isCheap();
        }
    }

    /** Value, {@code ?} or {@code !}. */
    public enum Mode {
        VALUE,
        EXISTS,
        ASSERT
    }

    /** {@code target[key]} and its kinds: what the key is decides. */
    public record Dynamic(Selector.Kind kind, @Nullable Namespace namespace, Node key) implements Finder {
        @Override
        public @Nullable Value find(Value target, Frame frame) {
            Value at = key.evaluate(frame);
            return switch (kind) {
                case ATTRIBUTE -> Selections.attribute(target, Texts.of(at), namespace, false);
                case MULTI_ATTRIBUTE -> Selections.attribute(target, Texts.of(at), namespace, true);
                case PAIR -> pair(target, at);
                case METADATA -> Metadata.get(target, Texts.of(at));
                case MULTI_VALUE -> Selections.multi(target, Texts.of(at), space(at));
                case VALUE -> value(target, at);
            };
        }

        private @Nullable Value value(Value target, Value at) {
            return switch (at) {
                case NumberValue n -> Selections.index(target, n.longValue());
                case RangeArray range -> Selections.range(target, range);
                case ArrayValue indexes -> {
                    List<Value> found = new ArrayList<>();
                    for (Value index : indexes) {
                        Value one = value(target, index);
                        found.add(one == null ? NullValue.NULL : one);
                    }
                    yield ArrayValue.of(found);
                }
                case NullValue _ -> null;
                default -> Selections.named(target, Texts.of(at), space(at));
            };
        }

        private @Nullable Value pair(Value target, Value at) {
            if (at instanceof NumberValue n && target instanceof ObjectValue object) {
                long index = n.longValue() < 0 ? object.size() + n.longValue() : n.longValue();
                Entry entry = index < 0 ? null : object.entry((int) index);
                return entry == null ? null : ObjectValue.of(List.of(entry));
            }
            return Selections.pairs(target, Texts.of(at), space(at));
        }

        private @Nullable Namespace space(Value at) {
            return namespace != null ? namespace : at instanceof Key k ? k.namespace() : null;
        }
    }

    /** {@code target[?(condition)]}. */
    public record Filter(Node predicate) implements Finder {
        @Override
        public @Nullable Value find(Value target, Frame frame) {
            Value made = predicate.evaluate(frame);
            if (target instanceof ArrayValue array && array.isStreamed()) {
                return StreamedItems.of(
                        array, (item, index) -> test(made, item, NumberValue.of(index)) ? List.of(item) : List.of());
            }
            if (target instanceof ArrayValue array) {
                List<Value> kept = new ArrayList<>();
                long index = 0;
                for (Value item : array) {
                    if (test(made, item, NumberValue.of(index++))) {
                        kept.add(item);
                    }
                }
                return kept.isEmpty() ? null : ArrayValue.of(kept);
            }
            if (target instanceof ObjectValue object) {
                List<Entry> kept = new ArrayList<>();
                for (Entry entry : object) {
                    if (test(made, entry.value(), entry.key())) {
                        kept.add(entry);
                    }
                }
                return kept.isEmpty() ? null : ObjectValue.of(kept);
            }
            return null;
        }

        private static boolean test(Value predicate, Value a, Value b) {
            return predicate instanceof FunctionValue f ? Calls.test(f, a, b) : Conditions.truth(predicate);
        }
    }

    /** {@code name.^mimeType} on a name of the host: answered without reading the document. */
    public static final class HostMetadata extends Node {
        private final VariableNodes.Host host;
        private final @Nullable String name;

        public HostMetadata(VariableNodes.Host host, @Nullable String name) {
            this.host = host;
            this.name = name;
        }

        @Override
        public Value evaluate(Frame frame) {
            Object supplied = frame.evaluation.supplied(host.name());
            Value found;
            if (supplied instanceof TypedValue typed) {
                found = name == null ? Metadata.all(typed) : Metadata.get(typed, name);
            } else {
                Value value = host.evaluate(frame);
                found = name == null ? Metadata.all(value) : Metadata.get(value, name);
            }
            return found == null ? NullValue.NULL : found;
        }
    }
}
