package dev.hinny.lang.engine.node;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.value.Value;
import org.jspecify.annotations.Nullable;

/** Conditions and scopes. */
public final class ControlNodes {
    private ControlNodes() {}

    /** {@code if} and {@code unless}. */
    public static final class If extends Node {
        private final Node condition;
        private final Node whenTrue;
        private final Node whenFalse;
        private final SourceSpan span;

        public If(Node condition, Node whenTrue, Node whenFalse, SourceSpan span) {
            this.condition = condition;
            this.whenTrue = whenTrue;
            this.whenFalse = whenFalse;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            boolean truth;
            try {
                truth = condition.test(frame);
            } catch (EvaluationException e) {
                throw e.at(span);
            }
            return truth ? whenTrue.evaluate(frame) : whenFalse.evaluate(frame);
        }

        @Override
        public boolean isCheap() {
            return condition.isCheap() && whenTrue.isCheap() && whenFalse.isCheap();
        }
    }

    /** A declaration of a scope. */
    public record Declaration(int slot, Node value) {}

    /** Declarations and what is computed with them: {@code do}, {@code using}. */
    public static final class Scope extends Node {
        private final Declaration[] declarations;
        private final Node body;

        public Scope(Declaration[] declarations, Node body) {
            this.declarations = declarations;
            this.body = body;
        }

        @Override
        public Value evaluate(Frame frame) {
            declare(declarations, frame);
            return body.evaluate(frame);
        }
    }

    /** Fills the slots: functions first, so that variables may use them. */
    public static void declare(Declaration[] declarations, Frame frame) {
        for (Declaration declaration : declarations) {
            if (isFunction(declaration.value())) {
                frame.set(declaration.slot(), declaration.value().evaluate(frame));
            } else {
                frame.set(declaration.slot(), new Thunk(declaration.value(), frame));
            }
        }
    }

    private static boolean isFunction(Node node) {
        return node instanceof FunctionNodes.Overloads
                || node instanceof FunctionNodes.Lambda
                || node instanceof VariableNodes.Constant;
    }

    /** One case of a match. */
    public interface Case {
        /** Binds what the pattern names and tells whether it fits. */
        boolean matches(Value subject, Frame frame);
    }

    /** A pattern with guard and body. */
    public record Arm(Case pattern, @Nullable Node guard, Node body) {}

    /** {@code match}. */
    public static final class Match extends Node {
        private final Node subject;
        private final int slot;
        private final Arm[] arms;
        private final SourceSpan span;

        public Match(Node subject, int slot, Arm[] arms, SourceSpan span) {
            this.subject = subject;
            this.slot = slot;
            this.arms = arms;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            Value value = subject.evaluate(frame);
            frame.set(slot, value);
            for (Arm arm : arms) {
                if (arm.pattern().matches(value, frame)
                        && (arm.guard() == null || arm.guard().test(frame))) {
                    return arm.body().evaluate(frame);
                }
            }
            throw EvaluationException.of(
                            "NO-MATCH", "no case matches the value " + Renderings.brief(value), "add an 'else' case")
                    .at(span);
        }
    }
}
