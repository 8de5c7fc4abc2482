package dev.hinny.lang.engine.node;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.operation.Arithmetic;
import dev.hinny.lang.engine.operation.Coercions;
import dev.hinny.lang.engine.operation.Comparison;
import dev.hinny.lang.engine.operation.Concatenation;
import dev.hinny.lang.engine.operation.Equality;
import dev.hinny.lang.engine.operation.Errors;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.operation.TypeTests;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Capacity;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operators. */
public final class OperatorNodes {
    private OperatorNodes() {}

    /** What a binary operator does with two values. */
    @FunctionalInterface
    public interface Operation {
        Value apply(Value left, Value right);
    }

    /** Any operator that evaluates both sides. */
    public static final class Binary extends Node {
        private final Node left;
        private final Node right;
        private final Operation operation;
        private final SourceSpan span;

        public Binary(Node left, Node right, Operation operation, SourceSpan span) {
            this.left = left;
            this.right = right;
            this.operation = operation;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            Value a = left.evaluate(frame);
            Value b = right.evaluate(frame);
            try {
                return operation.apply(a, b);
            } catch (EvaluationException e) {
                throw e.at(span);
            } catch (StackOverflowError | OutOfMemoryError | ArithmeticException | DateTimeException e) {
                throw Beyond.limit(e).at(span);
            }
        }

        @Override
        public boolean isCheap() {
            return left.isCheap() && right.isCheap();
        }
    }

    public static Operation add() {
        return Arithmetic::add;
    }

    public static Operation concat() {
        return Concatenation::concat;
    }

    public static Operation equal() {
        return (a, b) -> BooleanValue.of(Equality.equal(a, b));
    }

    public static Operation notEqual() {
        return (a, b) -> BooleanValue.of(!Equality.equal(a, b));
    }

    public static Operation similar() {
        return (a, b) -> BooleanValue.of(Equality.similar(a, b));
    }

    public static Operation less() {
        return (a, b) -> BooleanValue.of(compare("<", a, b) < 0);
    }

    public static Operation lessOrEqual() {
        return (a, b) -> BooleanValue.of(compare("<=", a, b) <= 0);
    }

    public static Operation greater() {
        return (a, b) -> BooleanValue.of(compare(">", a, b) > 0);
    }

    public static Operation greaterOrEqual() {
        return (a, b) -> BooleanValue.of(compare(">=", a, b) >= 0);
    }

    /** What the comparison says, in the words of the operator that stands in the script. */
    private static int compare(String operator, Value a, Value b) {
        try {
            return Comparison.compare(a, b);
        } catch (EvaluationException e) {
            throw e.first().code().equals("WRONG-OPERANDS") ? Errors.operands(operator, a, b) : e;
        }
    }

    /** {@code <~}. */
    public static Operation withMetadata() {
        return (a, b) -> {
            Map<String, Value> properties = new LinkedHashMap<>();
            if (b instanceof ObjectValue object) {
                object.forEach(e -> properties.put(e.key().name(), e.value()));
            }
            return a.withSchema(a.schema().merge(new Schema(properties)));
        };
    }

    /** {@code and}. */
    public static final class And extends Node {
        private final Node left;
        private final Node right;
        private final SourceSpan span;

        public And(Node left, Node right, SourceSpan span) {
            this.left = left;
            this.right = right;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            try {
                return BooleanValue.of(left.test(frame) && right.test(frame));
            } catch (EvaluationException e) {
                throw e.at(span);
            }
        }

        @Override
        public boolean isCheap() {
            return left.isCheap() && right.isCheap();
        }
    }

    /** {@code or}. */
    public static final class Or extends Node {
        private final Node left;
        private final Node right;
        private final SourceSpan span;

        public Or(Node left, Node right, SourceSpan span) {
            this.left = left;
            this.right = right;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            try {
                return BooleanValue.of(left.test(frame) || right.test(frame));
            } catch (EvaluationException e) {
                throw e.at(span);
            }
        }

        @Override
        public boolean isCheap() {
            return left.isCheap() && right.isCheap();
        }
    }

    /** {@code !} and {@code not}. */
    public static final class Not extends Node {
        private final Node operand;
        private final SourceSpan span;

        public Not(Node operand, SourceSpan span) {
            this.operand = operand;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            try {
                return BooleanValue.of(!operand.test(frame));
            } catch (EvaluationException e) {
                throw e.at(span);
            }
        }

        @Override
        public boolean isCheap() {
            return operand.isCheap();
        }
    }

    /** Unary minus. */
    public static final class Negate extends Node {
        private final Node operand;
        private final SourceSpan span;

        public Negate(Node operand, SourceSpan span) {
            this.operand = operand;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            try {
                return Arithmetic.negate(operand.evaluate(frame));
            } catch (EvaluationException e) {
                throw e.at(span);
            }
        }

        @Override
        public boolean isCheap() {
            return operand.isCheap();
        }
    }

    /** {@code default}. */
    public static final class Default extends Node {
        private final Node value;
        private final Node fallback;

        public Default(Node value, Node fallback) {
            this.value = value;
            this.fallback = fallback;
        }

        @Override
        public Value evaluate(Frame frame) {
            Value first = value.evaluate(frame);
            return first instanceof NullValue ? fallback.evaluate(frame) : first;
        }

        @Override
        public boolean isCheap() {
            return value.isCheap() && fallback.isCheap();
        }
    }

    /** Text with holes. */
    public static final class Template extends Node {
        private final Node[] parts;
        private final SourceSpan span;

        public Template(Node[] parts, SourceSpan span) {
            this.parts = parts;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            StringBuilder text = new StringBuilder();
            try {
                for (Node part : parts) {
                    text.append(Texts.interpolated(part.evaluate(frame)));
                    Capacity.text(text.length());
                }
            } catch (EvaluationException e) {
                throw e.at(span);
            }
            return StringValue.of(text.toString());
        }

        @Override
        public boolean isCheap() {
            for (Node part : parts) {
                if (!part.isCheap()) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A property in the braces behind a type whose value is known only when the script runs. */
    public record DynamicProperty(
            String name, Node value, @Nullable Node condition) {}

    /** {@code as}. */
    public static final class Coerce extends Node {
        private final Node value;
        private final Type type;
        private final DynamicProperty[] properties;
        private final SourceSpan span;

        public Coerce(Node value, Type type, DynamicProperty[] properties, SourceSpan span) {
            this.value = value;
            this.type = type;
            this.properties = properties;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            Value before = value.evaluate(frame);
            try {
                return Coercions.coerce(before, properties.length == 0 ? type : withProperties(frame));
            } catch (EvaluationException e) {
                throw e.at(span);
            } catch (StackOverflowError | OutOfMemoryError | ArithmeticException | DateTimeException e) {
                throw Beyond.limit(e).at(span);
            }
        }

        private Type withProperties(Frame frame) {
            Map<String, Value> all = new LinkedHashMap<>();
            for (DynamicProperty property : properties) {
                if (property.condition() == null || property.condition().test(frame)) {
                    Value v = property.value().evaluate(frame);
                    if (!(v instanceof NullValue)) {
                        all.put(property.name(), v);
                    }
                }
            }
            Schema schema = new Schema(all);
            Type resolved = type;
            while (resolved instanceof Type.Named n) {
                resolved = n.resolve();
            }
            return resolved instanceof Type.Simple s
                    ? new Type.Simple(s.kind(), s.schema().merge(schema))
                    : resolved;
        }

        @Override
        public boolean isCheap() {
            return value.isCheap() && properties.length == 0 && type instanceof Type.Simple;
        }
    }

    /** {@code is}. */
    public static final class Is extends Node {
        private final Node value;
        private final Type type;
        private final SourceSpan span;

        public Is(Node value, Type type, SourceSpan span) {
            this.value = value;
            this.type = type;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            Value tested = value.evaluate(frame);
            try {
                return BooleanValue.of(TypeTests.accepts(type, tested));
            } catch (EvaluationException e) {
                throw e.at(span);
            } catch (StackOverflowError e) {
                throw Beyond.limit(e).at(span);
            }
        }
    }

    /** The declared type of a variable: another value is coerced when it can be, else taken as it is. */
    public static final class Declared extends Node {
        private final Node value;
        private final Type type;
        private final SourceSpan span;

        public Declared(Node value, Type type, SourceSpan span) {
            this.value = value;
            this.type = type;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            Value given = value.evaluate(frame);
            Value fitting = Coercions.argument(given, type);
            if (fitting == null) {
                throw Errors.cannotCoerce(given, TypeNames.full(type)).at(span);
            }
            return fitting;
        }
    }
}
