package dev.hinny.lang.engine.value;

/**
 * A value of the language. Values are immutable to their users; arrays and objects may compute or read their parts when
 * asked, and are safe to share between threads only when {@link #isMaterialized} says so.
 */
public sealed interface Value
        permits ArrayValue,
                BinaryValue,
                BooleanValue,
                FunctionValue,
                JavaValue,
                Key,
                Namespace,
                NullValue,
                NumberValue,
                ObjectValue,
                PeriodValue,
                RegexValue,
                StringValue,
                TemporalValue,
                TypeValue,
                UriValue,
                ZoneValue {

    /** Metadata attached by {@code as T {…}} or by the reader; {@link Schema#NONE} for most values. */
    default Schema schema() {
        return Schema.NONE;
    }

    /** The same value with other metadata; a kind that carries none returns itself. */
    default Value withSchema(Schema schema) {
        return this;
    }

    /** Whether nothing remains to be computed or read: such a value can be kept and shared. */
    default boolean isMaterialized() {
        return true;
    }
}
