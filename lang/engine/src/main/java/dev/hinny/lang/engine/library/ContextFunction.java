package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.node.Evaluation;
import dev.hinny.lang.engine.value.Value;

/** A native function that looks at the evaluation it is called in: resources, bindings, log. */
public record ContextFunction(Body body) implements NativeFunction {
    /** What it does. */
    @FunctionalInterface
    public interface Body {
        Value call(Evaluation evaluation, Value[] arguments);
    }

    @Override
    public Value call(Value[] arguments) {
        throw new IllegalStateException("a context function is called through its evaluation");
    }
}
