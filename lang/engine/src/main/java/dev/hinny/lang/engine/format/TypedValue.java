package dev.hinny.lang.engine.format;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.ResourceResolver;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value or a document with its media type: what payloads and variables hold. A document is read when its value is first
 * asked for, a value is written when its bytes are. Safe for use by several threads.
 */
public final class TypedValue {
    public static final TypedValue NULL = of(NullValue.NULL, MediaType.JAVA);

    private final MediaType mediaType;
    private final Map<String, Value> options;
    private volatile @Nullable Value value;
    private volatile @Nullable ByteSource source;

    private TypedValue(
            MediaType mediaType, Map<String, Value> options, @Nullable Value value, @Nullable ByteSource source) {
        this.mediaType = mediaType;
        this.options = options;
        this.value = value;
        this.source = source;
    }

    /** A value in memory; its bytes, if anybody asks, are written in the media type's format. */
    public static TypedValue of(Value value, MediaType mediaType) {
        return new TypedValue(mediaType, Map.of(), value, null);
    }

    /** A document that is read in the media type's format when its value is asked for. */
    public static TypedValue of(ByteSource source, MediaType mediaType) {
        return new TypedValue(mediaType, Map.of(), null, source);
    }

    /** A document with reader properties. */
    public static TypedValue of(ByteSource source, MediaType mediaType, Map<String, Value> options) {
        return new TypedValue(mediaType, options, null, source);
    }

    /** A JSON document. */
    public static TypedValue json(String document) {
        return of(ByteSource.of(document), MediaType.JSON);
    }

    /** A text as value and, where bytes are asked for, as plain text. */
    public static TypedValue text(String text) {
        return of(StringValue.of(text), MediaType.TEXT);
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** Whether it is a document (bytes) rather than a value. */
    public boolean isDocument() {
        return source != null;
    }

    /** The same content under another media type: a document is then read differently. */
    public TypedValue withMediaType(MediaType other) {
        ByteSource bytes = source;
        return bytes != null
                ? new TypedValue(other, options, null, bytes)
                : new TypedValue(other, options, value, null);
    }

    /**
     * The value, read from the document when needed.
     *
     * @throws FormatException when the document is not of its media type's format
     */
    public Value value() {
        return value(ResourceResolver.CLASS_PATH);
    }

    /**
     * The value, with a say in where the format's schema comes from.
     *
     * @throws FormatException when the document is not of its media type's format
     */
    public Value value(ResourceResolver resources) {
        Value known = value;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            known = value;
            if (known == null) {
                ByteSource bytes = Objects.requireNonNull(source);
                known = Formats.of(mediaType).read(bytes, new FormatContext(mediaType, options, "payload", resources));
                value = known;
            }
            return known;
        }
    }

    /**
     * The bytes: the document as it came, or the value written in the media type's format.
     *
     * @throws FormatException when the value has no form in that format
     */
    public ByteSource bytes() {
        ByteSource known = source;
        if (known != null) {
            return known;
        }
        return ByteSource.of(write(Formats.of(mediaType)));
    }

    /** {@link #bytes} as text, in the charset of the media type (UTF-8 where it names none). */
    public String asText() {
        return new String(bytes().bytes(), mediaType.charset().orElse(StandardCharsets.UTF_8));
    }

    private byte[] write(Format format) {
        Chunks out = new Chunks();
        try {
            format.write(value(), out, new FormatContext(mediaType, options, "payload"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return "TypedValue[" + mediaType + "]";
    }
}
