package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.Value;

/** Calls that the library's higher-order functions make, without arrays and indexes that nobody looks at. */
public final class Calls {
    private Calls() {}

    public static Value call(FunctionValue function, Value a) {
        return function instanceof Closure c ? c.call1(a) : function.call(a);
    }

    public static Value call(FunctionValue function, Value a, Value b) {
        return function instanceof Closure c ? c.call2(a, b) : function.call(a, b);
    }

    /** With an item and its index. */
    public static Value indexed(FunctionValue function, Value item, long index) {
        if (function instanceof Closure c) {
            return c.signature().arity() <= 1 ? c.call1(item) : c.call2(item, LongNumber.of(index));
        }
        return function.call(item, LongNumber.of(index));
    }

    public static boolean test(FunctionValue function, Value a) {
        return Conditions.truth(call(function, a));
    }

    public static boolean test(FunctionValue function, Value a, Value b) {
        return Conditions.truth(call(function, a, b));
    }

    /** With an item and its index. */
    public static boolean testIndexed(FunctionValue function, Value item, long index) {
        return Conditions.truth(indexed(function, item, index));
    }
}
