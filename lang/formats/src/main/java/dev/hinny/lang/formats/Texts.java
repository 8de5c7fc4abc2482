package dev.hinny.lang.formats;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.DecimalNumber;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.Value;
import org.jspecify.annotations.Nullable;

/** The text of simple values, as every text format writes them. */
public final class Texts {
    private Texts() {}

    /** @throws FormatException for arrays, objects and functions, which have no text */
    public static String of(Value value, String format) {
        String text = orNull(value);
        if (text != null) {
            return text;
        }
        throw new FormatException(Problem.error(
                "NO-TEXT-FORM",
                null,
                "cannot write a value of type " + TypeNames.of(value) + " as text in the format '" + format + "'",
                "turn it into text first, for example with joinBy or write"));
    }

    /** The text of a simple value, none of null; null for arrays, objects and functions. */
    public static @Nullable String orNull(Value value) {
        if (value instanceof NullValue) {
            return "";
        }
        String text = dev.hinny.lang.engine.operation.Texts.orNull(value);
        return text == null && value instanceof JavaValue java ? String.valueOf(java.object()) : text;
    }

    /** Plain decimal notation without trailing zeros, whatever format the number carries. */
    public static String number(NumberValue number) {
        return switch (number) {
            case LongNumber n -> Long.toString(n.value());
            case DecimalNumber n -> dev.hinny.lang.engine.operation.Texts.plain(n.decimal());
        };
    }
}
