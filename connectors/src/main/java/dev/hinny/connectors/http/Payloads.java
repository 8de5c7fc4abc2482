package dev.hinny.connectors.http;

import dev.hinny.base.MediaType;
import dev.hinny.http.Body;
import dev.hinny.http.Headers;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.Application;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bodies to payloads and payloads to bodies. */
final class Payloads {
    /** A payload as it goes over the wire; the media type is empty where none can be told. */
    record Content(ByteSource bytes, Optional<MediaType> mediaType) {}

    private Payloads() {}

    /** The payload of a body that came in; one that was empty and untyped is empty text. */
    static TypedValue read(
            Body body,
            Headers headers,
            @Nullable String mimeType,
            @Nullable String encoding,
            Application application)
            throws IOException {
        Optional<MediaType> declared = Optional.ofNullable(mimeType)
                .or(() -> headers.first("content-type"))
                .flatMap(MediaType::parse);
        if (encoding != null && declared.isPresent()) {
            declared = Optional.of(declared.get().withCharset(Charset.forName(encoding)));
        }
        if (body.length() == 0) {
            body.close();
            return declared.isEmpty()
                    ? TypedValue.of(StringValue.EMPTY, MediaType.TEXT)
                    : TypedValue.of(ByteSource.of(new byte[0]), declared.get());
        }
        ByteSource kept = application.keep(body.stream(), body.length());
        return kept.size() == 0 && declared.isEmpty()
                ? TypedValue.of(StringValue.EMPTY, MediaType.TEXT)
                : TypedValue.of(kept, declared.orElse(MediaType.BINARY));
    }

    /** A document as it is, text and other scalars as text, anything else in its format; Java objects as JSON. */
    static Content write(TypedValue payload) {
        MediaType type = payload.mediaType();
        boolean java = type.essence().equals(MediaType.JAVA.essence());
        if (payload.isDocument()) {
            return new Content(payload.bytes(), java || type.isAny() ? Optional.empty() : Optional.of(type));
        }
        Value value = payload.value();
        boolean typed = !java && !type.isAny();
        return switch (value) {
            case NullValue _ when !typed -> new Content(ByteSource.of(new byte[0]), Optional.empty());
            case StringValue s when !typed || type.type().equals("text") && type.subtype().equals("plain") ->
                text(s.text(), type, typed || java);
            case NumberValue n when !typed -> text(n.decimal().toPlainString(), type, java);
            case BooleanValue b when !typed -> text(Boolean.toString(b.value()), type, java);
            case BinaryValue b when !typed -> new Content(b.source(), Optional.empty());
            case BinaryValue b when type.essence().equals(MediaType.BINARY.essence()) ->
                new Content(b.source(), Optional.of(type));
            case ArrayValue _, ObjectValue _ when !typed -> formatted(payload.withMediaType(MediaType.JSON));
            default -> formatted(payload);
        };
    }

    private static Content text(String text, MediaType type, boolean named) {
        Charset charset = type.charset().orElse(StandardCharsets.UTF_8);
        return new Content(
                ByteSource.of(text.getBytes(charset)),
                named ? Optional.of(MediaType.TEXT.withCharset(charset)) : Optional.empty());
    }

    private static Content formatted(TypedValue payload) {
        return new Content(payload.bytes(), Optional.of(payload.mediaType()));
    }

    /** @param chunked null: by what is known of the length */
    static Body body(ByteSource bytes, ListenerParameters.Streaming streaming) {
        return switch (streaming) {
            case NEVER -> Body.of(bytes.bytes());
            case ALWAYS -> Body.of(bytes.open(), -1);
            case AUTO ->
                bytes instanceof ByteSource.Memory(byte[] array) ? Body.of(array) : Body.of(bytes.open(), bytes.size());
        };
    }
}
