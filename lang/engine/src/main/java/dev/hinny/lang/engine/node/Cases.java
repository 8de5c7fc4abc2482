package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.library.Matching;
import dev.hinny.lang.engine.operation.Equality;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.operation.TypeTests;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.PrependedArray;
import dev.hinny.lang.engine.value.RegexValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** The patterns of {@code match}; a slot of -1 is: the case gives no name. */
public final class Cases {
    private Cases() {}

    private static void bind(Frame frame, int slot, Value value) {
        if (slot >= 0) {
            frame.set(slot, value);
        }
    }

    /** {@code else}, {@code name if guard}. */
    public record Any(int slot) implements ControlNodes.Case {
        @Override
        public boolean matches(Value subject, Frame frame) {
            bind(frame, slot, subject);
            return true;
        }
    }

    /** A literal or a variable's value. */
    public record Same(int slot, Node value) implements ControlNodes.Case {
        @Override
        public boolean matches(Value subject, Frame frame) {
            bind(frame, slot, subject);
            return Equality.equal(value.evaluate(frame), subject);
        }
    }

    /** {@code is Type}. */
    public record OfType(int slot, Type type) implements ControlNodes.Case {
        @Override
        public boolean matches(Value subject, Frame frame) {
            bind(frame, slot, subject);
            return TypeTests.accepts(type, subject);
        }
    }

    /** {@code matches /regex/}: the whole text. */
    public record MatchingText(int slot, int subjectSlot, Node regex) implements ControlNodes.Case {
        @Override
        public boolean matches(Value subject, Frame frame) {
            String text = Texts.orNull(subject);
            if (text == null || !(regex.evaluate(frame) instanceof RegexValue r)) {
                return false;
            }
            Matcher matcher = Matching.matcher(r.pattern(), text);
            if (!Matching.run(r.pattern(), matcher::matches)) {
                return false;
            }
            List<Value> groups = new ArrayList<>();
            for (int i = 0; i <= matcher.groupCount(); i++) {
                String group = matcher.group(i);
                groups.add(group == null ? NullValue.NULL : StringValue.of(group));
            }
            ArrayValue all = ArrayValue.of(groups);
            bind(frame, slot, all);
            bind(frame, subjectSlot, all);
            return true;
        }
    }

    /** {@code []} and {@code {}}. */
    public record Empty(boolean array) implements ControlNodes.Case {
        @Override
        public boolean matches(Value subject, Frame frame) {
            return array
                    ? subject instanceof ArrayValue a && a.isEmpty()
                    : subject instanceof ObjectValue o && o.isEmpty();
        }
    }

    /** {@code [head ~ tail]}. */
    public record ArrayParts(int head, int tail) implements ControlNodes.Case {
        @Override
        public boolean matches(Value subject, Frame frame) {
            if (!(subject instanceof ArrayValue array) || array.isEmpty()) {
                return false;
            }
            if (array instanceof PrependedArray parts) {
                bind(frame, head, parts.head());
                bind(frame, tail, parts.tail());
                return true;
            }
            List<Value> items = array.toList();
            bind(frame, head, items.get(0));
            bind(frame, tail, new ListArray(items.subList(1, items.size()), Schema.NONE));
            return true;
        }
    }

    /** {@code {key: value ~ tail}}. */
    public record ObjectParts(int key, int value, int tail) implements ControlNodes.Case {
        @Override
        public boolean matches(Value subject, Frame frame) {
            if (!(subject instanceof ObjectValue object) || object.isEmpty()) {
                return false;
            }
            List<Entry> entries = new ArrayList<>();
            object.forEach(entries::add);
            bind(frame, key, entries.get(0).key());
            bind(frame, value, entries.get(0).value());
            bind(frame, tail, ObjectValue.of(entries.subList(1, entries.size())));
            return true;
        }
    }
}
