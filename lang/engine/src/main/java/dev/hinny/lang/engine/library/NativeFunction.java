package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.value.Value;

/**
 * A library function written in Java. Its name, parameters, types and documentation stand in the module's source under
 * the front's {@code src/main/dwl}; the arguments arrive checked and coerced to those types, defaults filled in.
 */
@FunctionalInterface
public interface NativeFunction {
    /** @throws dev.hinny.lang.engine.EvaluationException when the arguments have no result */
    Value call(Value[] arguments);
}
