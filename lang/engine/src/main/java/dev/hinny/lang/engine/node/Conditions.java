package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.operation.Coercions;
import dev.hinny.lang.engine.operation.Errors;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Value;

/** Values as conditions. */
public final class Conditions {
    private Conditions() {}

    public static boolean truth(Value value) {
        if (value instanceof BooleanValue b) {
            return b.value();
        }
        if (Coercions.orNull(value, Type.BOOLEAN) instanceof BooleanValue b) {
            return b.value();
        }
        throw Errors.cannotCoerce(value, "Boolean");
    }
}
