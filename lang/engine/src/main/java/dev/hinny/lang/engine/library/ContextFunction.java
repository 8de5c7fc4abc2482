package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.node.Evaluation;
import dev.hinny.lang.engine.value.Value;

/** A native function that looks at the evaluation it is called in: resources, bindings, log. */
@FunctionalInterface
public interface ContextFunction extends NativeFunction {
    Value call(Evaluation evaluation, Value[] arguments);

    @Override
    default Value call(Value[] arguments) {
        throw new IllegalStateException("a context function is called through its evaluation");
    }
}
