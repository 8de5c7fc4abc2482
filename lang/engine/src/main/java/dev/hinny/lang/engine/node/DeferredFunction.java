package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Value;
import java.util.List;

/** An expression where a function is expected: evaluated only when the function is called; its own result if that is a function. */
final class DeferredFunction implements FunctionValue {
    private final Thunk thunk;

    DeferredFunction(Thunk thunk) {
        this.thunk = thunk;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public List<Parameter> parameters() {
        return thunk.force() instanceof FunctionValue f ? f.parameters() : List.of();
    }

    @Override
    public Value call(Value... arguments) {
        Value value = thunk.force();
        return value instanceof FunctionValue f ? f.call(arguments) : value;
    }

    /** Wraps an argument. */
    static final class Argument extends Node {
        private final Node node;

        Argument(Node node) {
            this.node = node;
        }

        @Override
        public Value evaluate(Frame frame) {
            return new DeferredFunction(new Thunk(node, frame));
        }
    }

    /** The node that makes such a function of another. */
    static Node argument(Node node) {
        return new Argument(node);
    }
}
