package dev.hinny.lang.formats.multipart;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.StandardOptions;
import dev.hinny.lang.formats.Utf8Writer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Multipart documents: {@code {preamble?, parts: {name: {headers, content}}}}. A content is read in the part's media type
 * when somebody asks for it; other contents are bytes that stay in the document.
 */
public final class MultipartFormat implements Format {
    private static final String BOUNDARY = "boundary";
    private static final String DEFAULT_TYPE = "defaultContentType";

    @Override
    public String id() {
        return "multipart";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(new MediaType("multipart", "form-data", Map.of()), new MediaType("multipart", "*", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("multipart");
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                new FormatOption(
                        BOUNDARY,
                        Use.BOTH,
                        NullValue.NULL,
                        "Stands between the parts; the reader finds it at the beginning, the writer makes one up."),
                new FormatOption(
                        DEFAULT_TYPE,
                        Use.READ,
                        StringValue.of("application/octet-stream"),
                        "Media type of parts that name none."),
                StandardOptions.BUFFER_SIZE,
                StandardOptions.DEFERRED);
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        String wanted = context.text(
                DEFAULT_TYPE,
                System.getProperty("com.mulesoft.dw.multipart.defaultContentType", "application/octet-stream"));
        MediaType otherwise = MediaType.parse(wanted)
                .orElseThrow(() -> new FormatException(Problem.error(
                        "BAD-OPTION",
                        null,
                        "'" + DEFAULT_TYPE + "' must be a media type, found '" + wanted + "'",
                        "")));
        ByteSource held = StandardOptions.inMemory(source) ? ByteSource.of(source.bytes()) : source;
        try (Window window = new Window(held)) {
            String boundary = context.text(BOUNDARY, "");
            return new MultipartReader(
                            held, window, context, boundary.isEmpty() ? found(window, context) : boundary, otherwise)
                    .read();
        }
    }

    /** The boundary as the first line has it. */
    private static String found(Window window, FormatContext context) {
        byte[] hyphens = {'-', '-'};
        long feed = window.lineFeed(0, 200);
        String line =
                feed > 2 && window.startsWith(hyphens, 0) ? window.text(2, feed).strip() : "";
        if (line.isEmpty() || line.length() > 80) {
            throw new FormatException(Problem.error(
                    "MISSING-OPTION",
                    null,
                    "'" + context.mediaType().essence() + "' needs the property 'boundary', and '" + context.name()
                            + "' does not begin with one",
                    "take it from the header Content-Type of the message"));
        }
        return line;
    }

    @Override
    public FormatContext prepare(FormatContext context) {
        String boundary = context.text(BOUNDARY, "");
        if (boundary.isEmpty()) {
            UUID id = UUID.randomUUID();
            boundary = "----=_Part_" + Long.toUnsignedString(id.getMostSignificantBits(), 36)
                    + Long.toUnsignedString(id.getLeastSignificantBits(), 36);
        }
        MediaType type = context.mediaType();
        Map<String, String> parameters = new LinkedHashMap<>(type.parameters());
        parameters.put(BOUNDARY, boundary);
        return new FormatContext(
                new MediaType(type.type(), type.subtype(), parameters),
                context.options(),
                context.name(),
                context.resources());
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext given) throws IOException {
        FormatContext context = prepare(given);
        String boundary = context.text(BOUNDARY, "");
        boolean allowed = boundary.length() <= 70
                && !boundary.endsWith(" ")
                && boundary.chars()
                        .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || " '()+_,-./:=?".indexOf(c) >= 0));
        if (!allowed) {
            throw new FormatException(Problem.error(
                    "BAD-OPTION",
                    null,
                    "'boundary' takes at most 70 letters, digits and signs of '()+_,-./:=?, found '" + boundary + "'",
                    "leave it out, and one is made up"));
        }
        Utf8Writer writer = new Utf8Writer(out, StandardCharsets.UTF_8, StandardOptions.bufferSize(context));
        new MultipartWriter(writer, boundary, context).write(value);
        writer.flush();
    }
}
