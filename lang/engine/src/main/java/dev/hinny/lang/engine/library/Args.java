package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.java.JavaBridge;
import dev.hinny.lang.engine.operation.Errors;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.RangeArray;
import dev.hinny.lang.engine.value.RegexValue;
import dev.hinny.lang.engine.value.Value;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Arguments in the Java form that a function works with; their types are checked already. */
final class Args {
    private Args() {}

    static ObjectValue object(Value value) {
        return switch (value) {
            case ObjectValue object -> object;
            case JavaValue java -> JavaBridge.properties(java.object());
            default -> throw Errors.cannotCoerce(value, "Object");
        };
    }

    static ArrayValue array(Value value) {
        if (value instanceof ArrayValue array) {
            return array;
        }
        throw Errors.cannotCoerce(value, "Array");
    }

    /** An array of whose items a function keeps some; an endless range is none. */
    static ArrayValue held(Value value) {
        if (value instanceof RangeArray range) {
            range.requireShort();
        }
        return array(value);
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

    /** A whole number; one beyond an int becomes the nearest int. */
    static int whole(Value value) {
        return Math.clamp(end(value), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** An index or an end of a range, without its fraction; one beyond a long becomes the nearest long. */
    static long end(Value value) {
        if (value instanceof LongNumber n) {
            return n.value();
        }
        BigDecimal number = number(value).decimal();
        return number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0
                ? number.longValue()
                : number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
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
