package dev.hinny.lang.engine.value;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Text. A CDATA section is text whose metadata has {@code cdata: true}.
 *
 * <p>A reader may hand over a slice of UTF-8 bytes instead of a string: it is decoded when somebody asks for the text, and a
 * writer may copy {@link #utf8} as it is.
 */
public final class StringValue implements Value {
    public static final StringValue EMPTY = new StringValue("", Schema.NONE);

    private final Schema schema;
    private final byte @Nullable [] bytes;
    private final int offset;
    private final int length;
    private final boolean plain;
    private @Nullable String text;

    public StringValue(String text, Schema schema) {
        this(text, null, 0, 0, false, schema);
    }

    private StringValue(
            @Nullable String text, byte @Nullable [] bytes, int offset, int length, boolean plain, Schema schema) {
        this.text = text;
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
        this.plain = plain;
        this.schema = schema;
    }

    public static StringValue of(String text) {
        return text.isEmpty() ? EMPTY : new StringValue(text, Schema.NONE);
    }

    /**
     * The text of a slice of valid UTF-8, which must not change any more.
     *
     * @param plain whether no character of it needs an escape in JSON: no quote, backslash or control character
     */
    public static StringValue utf8(byte[] bytes, int offset, int length, boolean plain) {
        return length == 0 ? EMPTY : new StringValue(null, bytes, offset, length, plain, Schema.NONE);
    }

    public String text() {
        String known = text;
        if (known == null) {
            known = new String(Objects.requireNonNull(bytes), offset, length, StandardCharsets.UTF_8);
            text = known;
        }
        return known;
    }

    /** The array that holds the text as UTF-8 from {@link #offset}, {@link #length} bytes long; null when there is none. */
    public byte @Nullable [] utf8() {
        return bytes;
    }

    public int offset() {
        return offset;
    }

    /** Length of the UTF-8 slice in bytes. */
    public int length() {
        return length;
    }

    /** Whether the UTF-8 slice has no quote, backslash or control character. */
    public boolean isPlain() {
        return plain;
    }

    public boolean isEmpty() {
        return bytes == null ? text().isEmpty() : length == 0;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public StringValue withSchema(Schema other) {
        return new StringValue(text, bytes, offset, length, plain, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StringValue s && text().equals(s.text()) && schema.equals(s.schema);
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
