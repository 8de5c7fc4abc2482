package dev.hinny.runtime.engine.core;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.element.Build;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code mimeType} and {@code encoding} of a step: what a value is to be read or written as. Text becomes a document of the
 * type; parameters of the type are reader properties.
 */
record Typing(Optional<MediaType> mediaType, Optional<Charset> charset) {
    static Typing of(@Nullable String mimeType, @Nullable String encoding, Build build) {
        return new Typing(
                Optional.ofNullable(mimeType).filter(m -> !m.isBlank()).flatMap(m -> mediaType(m, build)),
                Optional.ofNullable(encoding).filter(e -> !e.isBlank()).flatMap(e -> charset(e, build)));
    }

    private static Optional<MediaType> mediaType(String text, Build build) {
        Optional<MediaType> parsed = MediaType.parse(text);
        if (parsed.isEmpty() && !text.contains("${") && !text.contains("#[")) {
            bad(
                    build,
                    build.place("mimeType"),
                    "'mimeType' is '" + text + "' and must be a media type",
                    "as in application/json");
        }
        return parsed;
    }

    private static Optional<Charset> charset(String text, Build build) {
        try {
            return Optional.of(Charset.forName(text));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            if (!text.contains("${") && !text.contains("#[")) {
                bad(
                        build,
                        build.place("encoding"),
                        "'encoding' is '" + text + "' and must be a character set",
                        "as in UTF-8");
            }
            return Optional.empty();
        }
    }

    private static void bad(Build build, SourceSpan place, String message, String hint) {
        build.problems().add(Problem.error("BAD-VALUE", place, message, hint));
    }

    TypedValue apply(TypedValue value) {
        if (mediaType.isEmpty() && charset.isEmpty()) {
            return value;
        }
        MediaType base = mediaType.orElse(value.mediaType());
        MediaType type = charset.map(base::withCharset).orElse(base);
        if (value.isDocument()) {
            return value.withMediaType(type);
        }
        Value content = value.value();
        if (content instanceof BinaryValue binary) {
            return TypedValue.of(binary.source(), type, options(type));
        }
        if (content instanceof StringValue text
                && !type.essence().equals(MediaType.JAVA.essence())
                && !type.essence().equals(MediaType.TEXT.essence())) {
            byte[] bytes = text.text().getBytes(type.charset().orElse(StandardCharsets.UTF_8));
            return TypedValue.of(ByteSource.of(bytes), type, options(type));
        }
        return TypedValue.of(content, type);
    }

    private static Map<String, Value> options(MediaType type) {
        Map<String, Value> options = new HashMap<>();
        type.parameters().forEach((name, value) -> {
            if (!name.equals("charset") && !name.equals("boundary")) {
                options.put(name, StringValue.of(value));
            }
        });
        return options;
    }
}
