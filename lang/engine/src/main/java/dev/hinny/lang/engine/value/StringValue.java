package dev.hinny.lang.engine.value;

/** Text. A CDATA section is text whose metadata has {@code cdata: true}. */
public record StringValue(String text, Schema schema) implements Value {
    public static final StringValue EMPTY = new StringValue("", Schema.NONE);

    public static StringValue of(String text) {
        return text.isEmpty() ? EMPTY : new StringValue(text, Schema.NONE);
    }

    @Override
    public StringValue withSchema(Schema other) {
        return new StringValue(text, other);
    }
}
