package dev.hinny.lang.engine.value;

/** A URI, kept as written. */
public record UriValue(String text, Schema schema) implements Value {
    @Override
    public UriValue withSchema(Schema other) {
        return new UriValue(text, other);
    }
}
