package dev.hinny.lang.engine.node;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.value.Value;
import java.util.Objects;

/** Constants and names. */
public final class VariableNodes {
    private VariableNodes() {}

    /** A constant. */
    public static final class Constant extends Node {
        private final Value value;

        public Constant(Value value) {
            this.value = value;
        }

        public Value value() {
            return value;
        }

        @Override
        public Value evaluate(Frame frame) {
            return value;
        }

        @Override
        public boolean isCheap() {
            return true;
        }
    }

    private static Value read(Frame frame, int slot) {
        Object content = frame.slots[slot];
        if (content instanceof Value value) {
            return value;
        }
        if (content instanceof Thunk thunk) {
            Value value = thunk.force();
            frame.slots[slot] = value;
            return value;
        }
        throw EvaluationException.of("NOT-READY", "a variable is used before it has a value", "");
    }

    /** A variable of this frame. */
    public static final class Local extends Node {
        private final int slot;

        public Local(int slot) {
            this.slot = slot;
        }

        @Override
        public Value evaluate(Frame frame) {
            return frame.slots[slot] instanceof Value value ? value : read(frame, slot);
        }

        @Override
        public boolean isCheap() {
            return true;
        }
    }

    /** A variable of a frame further out. */
    public static final class Outer extends Node {
        private final int depth;
        private final int slot;

        public Outer(int depth, int slot) {
            this.depth = depth;
            this.slot = slot;
        }

        @Override
        public Value evaluate(Frame frame) {
            Frame where = frame;
            for (int i = 0; i < depth; i++) {
                where = Objects.requireNonNull(where.parent);
            }
            return read(where, slot);
        }

        @Override
        public boolean isCheap() {
            return true;
        }
    }

    /** A declaration at the top of the script or of a user module. */
    public static final class Member extends Node {
        private final int unit;
        private final int slot;
        private final FunctionNodes.UnitStart start;

        public Member(int unit, int slot, FunctionNodes.UnitStart start) {
            this.unit = unit;
            this.slot = slot;
            this.start = start;
        }

        @Override
        public Value evaluate(Frame frame) {
            Frame where = frame.evaluation.unit(unit);
            if (where == null) {
                where = Objects.requireNonNull(start.start(frame.evaluation));
            }
            return read(where, slot);
        }
    }

    /** A name that the host supplies. */
    public static final class Host extends Node {
        private final String name;
        private final SourceSpan span;

        public Host(String name, SourceSpan span) {
            this.name = name;
            this.span = span;
        }

        public String name() {
            return name;
        }

        @Override
        public Value evaluate(Frame frame) {
            try {
                return frame.evaluation.value(name);
            } catch (EvaluationException e) {
                throw e.at(span);
            }
        }
    }

    /** {@code ???} and whatever the compiler could not make sense of. */
    public static final class Undefined extends Node {
        private final SourceSpan span;

        public Undefined(SourceSpan span) {
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            throw EvaluationException.of("NOT-DEFINED", "'???' has no value yet", "write the missing expression")
                    .at(span);
        }
    }
}
