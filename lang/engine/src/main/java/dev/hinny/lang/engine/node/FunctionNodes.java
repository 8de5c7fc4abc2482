package dev.hinny.lang.engine.node;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Making and calling functions. */
public final class FunctionNodes {
    private FunctionNodes() {}

    /** An argument where a function is expected and something else stands. */
    public static Node deferred(Node node) {
        return DeferredFunction.argument(node);
    }

    /** A lambda. */
    public static final class Lambda extends Node {
        private final FunctionCode code;

        public Lambda(FunctionCode code) {
            this.code = code;
        }

        @Override
        public Value evaluate(Frame frame) {
            return new Closure(code, frame);
        }

        @Override
        public boolean isCheap() {
            return true;
        }
    }

    /** Overloads declared with {@code fun}, made in the frame where they stand. */
    public static final class Overloads extends Node {
        private final String name;
        private final FunctionCode[] codes;

        public Overloads(String name, FunctionCode[] codes) {
            this.name = name;
            this.codes = codes;
        }

        @Override
        public Value evaluate(Frame frame) {
            if (codes.length == 1) {
                return new Closure(codes[0], frame);
            }
            List<Callable> closures = new ArrayList<>();
            for (FunctionCode code : codes) {
                closures.add(new Closure(code, frame));
            }
            return new OverloadSet(name, closures);
        }

        @Override
        public boolean isCheap() {
            return true;
        }
    }

    /** A library function that has to know the evaluation it is called in. */
    public static final class Bound extends Node {
        private final FunctionValue function;

        public Bound(FunctionValue function) {
            this.function = function;
        }

        @Override
        public Value evaluate(Frame frame) {
            return switch (function) {
                case Callable c -> c.bind(frame.evaluation);
                case OverloadSet o -> o.bind(frame.evaluation);
                default -> function;
            };
        }
    }

    /** The function that a node always yields; null when there is none. */
    public static @Nullable FunctionValue constant(Node node) {
        return switch (node) {
            case Bound bound -> bound.function;
            case VariableNodes.Constant c -> c.value() instanceof FunctionValue f ? f : null;
            default -> null;
        };
    }

    /** A call. */
    public static final class Call extends Node {
        private final Node function;
        private final Node[] arguments;
        private final SourceSpan span;
        private final String name;
        private final boolean cheap;

        public Call(Node function, Node[] arguments, String name, boolean cheap, SourceSpan span) {
            this.function = function;
            this.arguments = arguments;
            this.name = name;
            this.cheap = cheap;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            try {
                Value callee = function.evaluate(frame);
                if (!(callee instanceof FunctionValue f)) {
                    throw EvaluationException.of(
                            "NOT-A-FUNCTION",
                            (name.isEmpty() ? "what is called" : "'" + name + "'") + " is no function but a "
                                    + TypeNames.of(callee) + " (" + Renderings.brief(callee) + ")",
                            "");
                }
                Value[] values = new Value[arguments.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = arguments[i].evaluate(frame);
                }
                if (f instanceof Callable c
                        && !c.name().isEmpty()
                        && values.length > c.signature().arity()) {
                    throw Callable.mismatch(c.name(), values, List.of(c.signature()));
                }
                Value result = f.call(values);
                return result instanceof Deferred deferred ? deferred.at(span) : result;
            } catch (EvaluationException e) {
                throw e.at(span);
            } catch (StackOverflowError | OutOfMemoryError | ArithmeticException | DateTimeException e) {
                throw Beyond.limit(e).at(span);
            }
        }

        @Override
        public boolean isCheap() {
            return cheap;
        }
    }

    /** {@code Mapping::main(payload: ...)}: a script used as a function of its inputs, given by name. */
    public static final class CallMapping extends Node {
        private final Mapping mapping;
        private final Node[] arguments;
        private final SourceSpan span;

        public CallMapping(Mapping mapping, Node[] arguments, SourceSpan span) {
            this.mapping = mapping;
            this.arguments = arguments;
            this.span = span;
        }

        @Override
        public Value evaluate(Frame frame) {
            try {
                List<Entry> inputs = new ArrayList<>();
                for (Node argument : arguments) {
                    if (argument.evaluate(frame) instanceof ObjectValue named) {
                        named.forEach(inputs::add);
                    }
                }
                return mapping.run(ObjectValue.of(inputs), frame.evaluation);
            } catch (EvaluationException e) {
                throw e.at(span);
            }
        }
    }

    /** A script that another script calls. */
    public interface Mapping {
        Value run(ObjectValue inputs, Evaluation caller);
    }

    /** Makes the frame of a script or module in an evaluation, when it is first needed. */
    @FunctionalInterface
    public interface UnitStart {
        @Nullable
        Frame start(Evaluation evaluation);
    }
}
