package dev.hinny.lang.engine.format;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a reader or writer is told besides the document.
 *
 * @param mediaType with its parameters
 * @param options properties the script or caller set; defaults are those of {@link Format#options}
 * @param name of the input for messages: {@code payload}, a file name
 */
public record FormatContext(MediaType mediaType, Map<String, Value> options, String name) {
    public static FormatContext of(MediaType mediaType) {
        return new FormatContext(mediaType, Map.of(), "payload");
    }

    public boolean flag(String option, boolean otherwise) {
        return switch (options.get(option)) {
            case BooleanValue b -> b.value();
            case StringValue s -> Boolean.parseBoolean(s.text());
            case null, default -> otherwise;
        };
    }

    public String text(String option, String otherwise) {
        return switch (options.get(option)) {
            case StringValue s -> s.text();
            case BooleanValue b -> Boolean.toString(b.value());
            case NumberValue n -> n.decimal().toPlainString();
            case null, default -> otherwise;
        };
    }

    public int number(String option, int otherwise) {
        return switch (options.get(option)) {
            case NumberValue n -> (int) n.longValue();
            case StringValue s -> Integer.parseInt(s.text().strip());
            case null, default -> otherwise;
        };
    }

    public @Nullable Value option(String name) {
        return options.get(name);
    }

    /** The {@code encoding} option, else the media type's charset, else UTF-8. */
    public Charset charset() {
        String encoding = text("encoding", "");
        return encoding.isEmpty() ? mediaType.charset().orElse(StandardCharsets.UTF_8) : Charset.forName(encoding);
    }
}
