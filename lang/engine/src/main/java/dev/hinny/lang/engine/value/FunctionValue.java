package dev.hinny.lang.engine.value;

import dev.hinny.lang.engine.type.Type;
import java.util.List;

/**
 * A function: a lambda, a named function with its overloads, or a native one. Calling is safe from several threads when the
 * captured values are.
 */
public non-sealed interface FunctionValue extends Value {
    /** For messages and {@code log}; empty for a lambda. */
    String name();

    /** Parameters of the function, of the first overload when there are several. */
    List<Parameter> parameters();

    /**
     * Calls with positional arguments. Missing optional arguments take their defaults, surplus arguments of a lambda that
     * takes fewer are ignored when {@code lenient} callers (the library's higher-order functions) pass them.
     */
    Value call(Value... arguments);

    /** A declared parameter. */
    record Parameter(String name, Type type, boolean optional) {}
}
