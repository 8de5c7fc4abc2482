package dev.hinny.lang.engine.value;

/**
 * A Java object that has no form of its own in the language: a bean, an exception, a connection. Selectors read its
 * properties through {@code java}'s bean rules; it passes through scripts unchanged.
 */
public record JavaValue(Object object, Schema schema) implements Value {
    public static JavaValue of(Object object) {
        return new JavaValue(object, Schema.NONE);
    }

    @Override
    public JavaValue withSchema(Schema other) {
        return new JavaValue(object, other);
    }
}
