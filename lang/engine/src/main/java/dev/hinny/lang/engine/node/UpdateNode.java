package dev.hinny.lang.engine.node;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.operation.Concatenation;
import dev.hinny.lang.engine.operation.Selections;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code subject update { case ... }}: each case changes the result of the one before. */
public final class UpdateNode extends Node {
    private final Node subject;
    private final Change[] changes;
    private final SourceSpan span;

    public UpdateNode(Node subject, Change[] changes, SourceSpan span) {
        this.subject = subject;
        this.changes = changes;
        this.span = span;
    }

    /** One selector of a path. */
    public record Step(Kind kind, Node name, @Nullable Namespace namespace) {}

    /** What a step goes into. */
    public enum Kind {
        FIELD,
        ALL_FIELDS,
        ATTRIBUTE,
        DYNAMIC
    }

    /** One case; body and condition are functions of the selected value and its index or key. */
    public record Change(
            Step[] path, FunctionCode body, @Nullable FunctionCode condition, boolean upsert) {}

    @Override
    public Value evaluate(Frame frame) {
        Value value = subject.evaluate(frame);
        try {
            for (Change change : changes) {
                value = new Walk(change, frame).step(value, 0, NullValue.NULL);
            }
        } catch (EvaluationException e) {
            throw e.at(span);
        }
        return value;
    }

    /** One case going down its path. */
    private static final class Walk {
        private final Change change;
        private final Frame frame;
        private final Value[] names;

        Walk(Change change, Frame frame) {
            this.change = change;
            this.frame = frame;
            this.names = new Value[change.path().length];
            for (int i = 0; i < names.length; i++) {
                names[i] = change.path()[i].name().evaluate(frame);
            }
        }

        Value step(Value value, int depth, Value index) {
            if (depth == names.length) {
                FunctionCode condition = change.condition();
                if (condition != null && !Conditions.truth(new Closure(condition, frame).call2(value, index))) {
                    return value;
                }
                return new Closure(change.body(), frame).call2(value, index);
            }
            Value name = names[depth];
            return switch (change.path()[depth].kind()) {
                case FIELD -> field(value, name, depth, false);
                case ALL_FIELDS -> field(value, name, depth, true);
                case DYNAMIC ->
                    name instanceof NumberValue n
                            ? item(value, (int) n.longValue(), depth)
                            : field(value, name, depth, false);
                case ATTRIBUTE -> value;
            };
        }

        private Value item(Value value, int index, int depth) {
            if (!(value instanceof ArrayValue array)) {
                return value;
            }
            List<Value> items = new ArrayList<>(array.toList());
            int at = index < 0 ? items.size() + index : index;
            if (at >= 0 && at < items.size()) {
                items.set(at, step(items.get(at), depth + 1, NumberValue.of((long) at)));
            } else if (change.upsert()) {
                items.add(step(NullValue.NULL, depth + 1, NumberValue.of((long) items.size())));
            }
            return new ListArray(items, Schema.NONE);
        }

        private Value field(Value value, Value name, int depth, boolean all) {
            if (value instanceof ArrayValue array) {
                List<Value> items = new ArrayList<>();
                for (Value item : array) {
                    items.add(
                            item instanceof ObjectValue || item instanceof ArrayValue
                                    ? field(item, name, depth, all)
                                    : item);
                }
                return new ListArray(items, Schema.NONE);
            }
            if (value instanceof NullValue && change.upsert()) {
                return create(ObjectValue.EMPTY, name, depth);
            }
            if (!(value instanceof ObjectValue object)) {
                return value;
            }
            String text = Texts.of(name);
            Namespace namespace = change.path()[depth].namespace();
            List<Entry> entries = new ArrayList<>();
            int found = 0;
            for (Entry entry : object) {
                if ((all || found == 0) && Selections.matches(entry.key(), text, namespace)) {
                    entries.add(changed(entry, depth, found, all));
                    found++;
                } else {
                    entries.add(entry);
                }
            }
            if (found == 0) {
                return change.upsert() ? create(object, name, depth) : value;
            }
            return ObjectValue.of(entries).withSchema(object.schema());
        }

        private Entry changed(Entry entry, int depth, int index, boolean all) {
            if (depth + 1 < names.length && change.path()[depth + 1].kind() == Kind.ATTRIBUTE) {
                return Entry.of(attributed(entry.key(), depth + 1), entry.value());
            }
            Value at = all ? NumberValue.of((long) index) : entry.key();
            return Entry.of(entry.key(), step(entry.value(), depth + 1, at));
        }

        private Key attributed(Key key, int depth) {
            String text = Texts.of(names[depth]);
            List<Entry> attributes = new ArrayList<>();
            boolean found = false;
            for (Entry attribute : key.attributes()) {
                if (Selections.matches(attribute.key(), text, change.path()[depth].namespace())) {
                    found = true;
                    attributes.add(Entry.of(attribute.key(), step(attribute.value(), depth + 1, attribute.key())));
                } else {
                    attributes.add(attribute);
                }
            }
            if (!found && change.upsert()) {
                Key made = Key.of(text, change.path()[depth].namespace(), ObjectValue.EMPTY);
                attributes.add(Entry.of(made, step(NullValue.NULL, depth + 1, made)));
            }
            return Key.of(key.name(), key.namespace(), ObjectValue.of(attributes));
        }

        private Value create(ObjectValue object, Value name, int depth) {
            Key key = Key.of(Texts.of(name), change.path()[depth].namespace(), ObjectValue.EMPTY);
            Entry made;
            if (depth + 1 < names.length && change.path()[depth + 1].kind() == Kind.ATTRIBUTE) {
                made = Entry.of(attributed(key, depth + 1), NullValue.NULL);
            } else {
                made = Entry.of(key, step(NullValue.NULL, depth + 1, key));
            }
            return Concatenation.concat(object, ObjectValue.of(List.of(made)));
        }
    }
}
