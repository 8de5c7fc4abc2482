package dev.hinny.lang.engine.value;

/** True or false. */
public record BooleanValue(boolean value, Schema schema) implements Value {
    public static final BooleanValue TRUE = new BooleanValue(true, Schema.NONE);
    public static final BooleanValue FALSE = new BooleanValue(false, Schema.NONE);

    public static BooleanValue of(boolean value) {
        return value ? TRUE : FALSE;
    }

    @Override
    public BooleanValue withSchema(Schema other) {
        return new BooleanValue(value, other);
    }
}
