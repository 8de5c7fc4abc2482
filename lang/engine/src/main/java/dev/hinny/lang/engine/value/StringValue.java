package dev.hinny.lang.engine.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    /** Below this lead byte the orders of UTF-8 and UTF-16 are the same. */
    private static final int FIRST_BEYOND_SURROGATES = 0xEE;

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

    /** A text in both forms, for what is written often: literals and keys. */
    public static StringValue encoded(byte[] bytes, String text) {
        boolean plain = true;
        for (byte b : bytes) {
            plain &= b != '"' && b != '\\' && (b < 0 || b >= ' ');
        }
        return bytes.length == 0 ? EMPTY : new StringValue(text, bytes, 0, bytes.length, plain, Schema.NONE);
    }

    /** A literal of a script. */
    public static StringValue literal(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8), text);
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

    /** Whether the characters are the same, whatever the metadata. */
    public boolean sameText(StringValue other) {
        if (bytes != null && other.bytes != null) {
            return length == other.length
                    && Arrays.equals(bytes, offset, offset + length, other.bytes, other.offset, other.offset + length);
        }
        return text().equals(other.text());
    }

    /** Both texts, without metadata. */
    public StringValue concat(StringValue other) {
        if (bytes == null || other.bytes == null) {
            Capacity.text((long) text().length() + other.text().length());
            return of(text().concat(other.text()));
        }
        Capacity.text((long) length + other.length);
        byte[] both = Arrays.copyOfRange(bytes, offset, offset + length + other.length);
        System.arraycopy(other.bytes, other.offset, both, length, other.length);
        return utf8(both, 0, both.length, plain && other.plain);
    }

    /** The order of the texts, as {@link String#compareTo}. */
    public int compareText(StringValue other) {
        if (bytes != null && other.bytes != null && (text == null || other.text == null)) {
            int common = Math.min(length, other.length);
            int at = Arrays.mismatch(bytes, offset, offset + common, other.bytes, other.offset, other.offset + common);
            if (at < 0) {
                return length - other.length;
            }
            int x = bytes[offset + at] & 0xFF;
            int y = other.bytes[other.offset + at] & 0xFF;
            if (x < FIRST_BEYOND_SURROGATES && y < FIRST_BEYOND_SURROGATES) {
                return x - y;
            }
        }
        return text().compareTo(other.text());
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
        return other instanceof StringValue s && sameText(s) && schema.equals(s.schema);
    }

    @Override
    public int hashCode() {
        if (text != null || bytes == null) {
            return text().hashCode();
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] < 0) {
                return text().hashCode();
            }
            hash = hash * 31 + bytes[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return text();
    }
}
