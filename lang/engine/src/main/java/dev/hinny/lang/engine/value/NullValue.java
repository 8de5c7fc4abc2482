package dev.hinny.lang.engine.value;

/** The null value; carries metadata when a script attaches some ({@code null as Null {…}}). */
public record NullValue(Schema schema) implements Value {
    public static final NullValue NULL = new NullValue(Schema.NONE);

    @Override
    public NullValue withSchema(Schema other) {
        return new NullValue(other);
    }
}
