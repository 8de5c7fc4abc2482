package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.java.JavaBridge;
import dev.hinny.lang.engine.operation.Errors;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.RegexValue;
import dev.hinny.lang.engine.value.Value;
import java.util.regex.Pattern;

/** Arguments in the Java form that a function works with; their types are checked already. */
final class Args {
    private Args() {}

    static ObjectValue object(Value value) {
        return value instanceof JavaValue java ? JavaBridge.properties(java.object()) : (ObjectValue) value;
    }

    static ArrayValue array(Value value) {
        return (ArrayValue) value;
    }

    static FunctionValue function(Value value) {
        return (FunctionValue) value;
    }

    static String text(Value value) {
        return Texts.of(value);
    }

    static NumberValue number(Value value) {
        return (NumberValue) value;
    }

    static int whole(Value value) {
        return (int) ((NumberValue) value).longValue();
    }

    static byte[] bytes(Value value) {
        return ((BinaryValue) value).bytes();
    }

    static Pattern regex(Value value) {
        if (value instanceof RegexValue r) {
            return r.pattern();
        }
        throw Errors.cannotCoerce(value, "Regex");
    }

    static boolean isNull(Value value) {
        return value instanceof NullValue;
    }
}
