package dev.hinny.lang.engine.format;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.lang.engine.ResourceResolver;
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
 * @param resources where schemas come from
 */
public record FormatContext(MediaType mediaType, Map<String, Value> options, String name, ResourceResolver resources) {
    /** With resources of the class path only. */
    public FormatContext(MediaType mediaType, Map<String, Value> options, String name) {
        this(mediaType, options, name, ResourceResolver.CLASS_PATH);
    }

    public static FormatContext of(MediaType mediaType) {
        return new FormatContext(mediaType, Map.of(), "payload");
    }

    public boolean flag(String option, boolean otherwise) {
        return switch (option(option)) {
            case BooleanValue b -> b.value();
            case StringValue s -> flag(option, s.text().strip());
            case null, default -> otherwise;
        };
    }

    private static boolean flag(String option, String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text.equalsIgnoreCase("true");
        }
        throw new FormatException(
                Problem.error("BAD-OPTION", null, "'" + option + "' must be true or false, found '" + text + "'", ""));
    }

    /** One of several words, in lower case; empty when the option is not set. */
    public String choice(String option, String... allowed) {
        String text = text(option, "");
        for (String word : allowed) {
            if (word.equalsIgnoreCase(text)) {
                return word;
            }
        }
        if (text.isEmpty()) {
            return text;
        }
        throw new FormatException(Problem.error(
                "BAD-OPTION",
                null,
                "'" + option + "' has no value '" + text + "'",
                "one of " + String.join(", ", allowed)));
    }

    public String text(String option, String otherwise) {
        return switch (option(option)) {
            case StringValue s -> s.text();
            case BooleanValue b -> Boolean.toString(b.value());
            case NumberValue n -> n.decimal().toPlainString();
            case null, default -> otherwise;
        };
    }

    public int number(String option, int otherwise) {
        return switch (option(option)) {
            case NumberValue n -> (int) Math.clamp(n.longValue(), Integer.MIN_VALUE, Integer.MAX_VALUE);
            case StringValue s -> number(option, s.text().strip());
            case null, default -> otherwise;
        };
    }

    private static int number(String option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new FormatException(
                    Problem.error("BAD-OPTION", null, "'" + option + "' must be a number, found '" + text + "'", ""),
                    e);
        }
    }

    /** The property; where it is not set, the media type's parameter of that name; null when neither is there. */
    public @Nullable Value option(String name) {
        Value set = options.get(name);
        if (set == null && !mediaType.parameters().isEmpty()) {
            for (Map.Entry<String, String> parameter : mediaType.parameters().entrySet()) {
                if (parameter.getKey().equalsIgnoreCase(name)) {
                    return StringValue.of(parameter.getValue());
                }
            }
        }
        return set;
    }

    /**
     * The {@code encoding} option, else the media type's charset, else UTF-8.
     *
     * @throws FormatException when this JVM knows no such encoding
     */
    public Charset charset() {
        String encoding = text("encoding", "");
        if (encoding.isEmpty()) {
            return mediaType.charset().orElse(StandardCharsets.UTF_8);
        }
        try {
            return Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw new FormatException(
                    Problem.error(
                            "BAD-OPTION",
                            null,
                            "there is no encoding '" + encoding + "'",
                            "for example UTF-8, UTF-16 or ISO-8859-1"),
                    e);
        }
    }

    /**
     * The resource that an option names by URL, such as {@code schemaUrl: "classpath://order.avsc"}.
     *
     * @throws FormatException when the option is missing or there is nothing behind its URL
     */
    public ByteSource resource(String option) {
        String url = text(option, "");
        if (url.isEmpty()) {
            throw new FormatException(Problem.error(
                    "MISSING-OPTION", null, "'" + mediaType.essence() + "' needs the property '" + option + "'", ""));
        }
        ByteSource found = resources.open(url);
        if (found == null) {
            throw new FormatException(Problem.error(
                    "NO-RESOURCE",
                    null,
                    "there is no '" + url + "', which the property '" + option + "' names",
                    "name a file of the class path as classpath://folder/file"));
        }
        return found;
    }
}
