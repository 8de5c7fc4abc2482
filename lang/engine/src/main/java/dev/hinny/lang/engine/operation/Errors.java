package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.value.Value;

/** The errors that several operations share. */
public final class Errors {
    private Errors() {}

    /** A value that has no form in the wanted type. */
    public static EvaluationException cannotCoerce(Value value, String type) {
        return cannotCoerce(value, type, "");
    }

    static EvaluationException cannotCoerce(Value value, String type, String hint) {
        return EvaluationException.of(
                "CANNOT-COERCE",
                "Cannot coerce " + TypeNames.of(value) + " (" + Renderings.brief(value) + ") to " + type,
                hint);
    }

    /** An operator whose operands have no meaning together. */
    public static EvaluationException operands(String operator, Value left, Value right) {
        String hint = TypeNames.of(left).equals("Null") || TypeNames.of(right).equals("Null")
                ? "one operand is null; give it a value with 'default'"
                : "";
        return EvaluationException.of(
                "WRONG-OPERANDS",
                "'" + operator + "' does not take " + TypeNames.of(left) + " (" + Renderings.brief(left) + ") and "
                        + TypeNames.of(right) + " (" + Renderings.brief(right) + ")",
                hint);
    }

    /** An argument that a function cannot use. */
    public static EvaluationException argument(String function, String message) {
        return EvaluationException.of("WRONG-ARGUMENT", function + ": " + message, "");
    }
}
