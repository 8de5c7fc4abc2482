package dev.hinny.lang.formats.multipart;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.Texts;
import dev.hinny.lang.formats.Utf8Writer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes part after part; a content is written straight through in the part's media type. */
final class MultipartWriter {
    private static final String LINE_END = "\r\n";

    private final Utf8Writer out;
    private final String boundary;
    private final FormatContext context;
    private final boolean form;

    MultipartWriter(Utf8Writer out, String boundary, FormatContext context) {
        this.out = out;
        this.boundary = boundary;
        this.context = context;
        this.form = context.mediaType().subtype().equals("form-data");
    }

    void write(Value value) throws IOException {
        if (!(value instanceof ObjectValue document)) {
            throw bad("a multipart document is an object with 'parts', found " + TypeNames.of(value));
        }
        Value preamble = document.get("preamble");
        if (preamble != null && !(preamble instanceof NullValue)) {
            out.write(Texts.of(preamble, "multipart"));
            out.write(LINE_END);
        }
        switch (document.get("parts")) {
            case ObjectValue parts -> {
                for (Entry part : parts) {
                    part(part.key().name(), part.value());
                }
            }
            case ArrayValue parts -> {
                int index = 0;
                for (Value part : parts) {
                    part("part" + index++, part);
                }
            }
            case null -> throw bad("the object has no 'parts'");
            case NullValue _ -> {}
            case Value other -> throw bad("'parts' must be an object, found " + TypeNames.of(other));
        }
        out.write("--" + boundary + "--" + LINE_END);
    }

    private void part(String key, Value value) throws IOException {
        if (!(value instanceof ObjectValue part)) {
            throw bad("'parts." + key + "' must be an object with 'content', found " + TypeNames.of(value));
        }
        Value content = part.get("content");
        if (content == null) {
            throw bad("'parts." + key + "' has no 'content'");
        }
        Value given = part.get("headers");
        ObjectValue headers = given instanceof ObjectValue object ? object : ObjectValue.EMPTY;
        out.write("--" + boundary + LINE_END);
        String type = type(headers, content);
        if (type != null) {
            header(key, PartHeaders.TYPE, type);
        }
        disposition(key, find(headers, PartHeaders.DISPOSITION));
        for (Entry header : headers) {
            String name = header.key().name();
            if (!name.equalsIgnoreCase(PartHeaders.TYPE)
                    && !name.equalsIgnoreCase(PartHeaders.DISPOSITION)
                    && !(header.value() instanceof NullValue)) {
                header(key, name, Texts.of(header.value(), "multipart"));
            }
        }
        out.write(LINE_END);
        content(key, content, type);
        out.write(LINE_END);
    }

    private static @Nullable Value find(ObjectValue headers, String name) {
        for (Entry header : headers) {
            if (header.key().name().equalsIgnoreCase(name) && !(header.value() instanceof NullValue)) {
                return header.value();
            }
        }
        return null;
    }

    /** The media type as the headers have it, else that with which the content was read; text and bytes need none. */
    private static @Nullable String type(ObjectValue headers, Value content) {
        Value given = find(headers, PartHeaders.TYPE);
        if (given != null) {
            return Texts.of(given, "multipart");
        }
        String read = content.schema().text("mediaType");
        if (read != null) {
            return read;
        }
        return content instanceof ObjectValue || content instanceof ArrayValue ? MediaType.JSON.toString() : null;
    }

    private void disposition(String key, @Nullable Value given) throws IOException {
        if (given == null) {
            if (form) {
                header(key, PartHeaders.DISPOSITION, "form-data; name=\"" + quoted(key) + '"');
            }
            return;
        }
        if (!(given instanceof ObjectValue object)) {
            header(key, PartHeaders.DISPOSITION, Texts.of(given, "multipart"));
            return;
        }
        Value subtype = object.get("subtype");
        StringBuilder text = new StringBuilder(
                subtype == null ? (form ? "form-data" : "attachment") : Texts.of(subtype, "multipart"));
        if (form && object.get("name") == null) {
            text.append("; name=\"").append(quoted(key)).append('"');
        }
        for (Entry parameter : object) {
            String name = parameter.key().name();
            if (!name.equals("subtype") && !(parameter.value() instanceof NullValue)) {
                String value = quoted(Texts.of(parameter.value(), "multipart"));
                text.append("; ").append(name).append("=\"").append(value).append('"');
            }
        }
        header(key, PartHeaders.DISPOSITION, text.toString());
    }

    /** As browsers send names and file names (WHATWG HTML, multipart form data). */
    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private void header(String key, String name, String value) throws IOException {
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0 || !name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw bad("the header '" + name + "' of 'parts." + key + "' has characters that headers cannot have");
        }
        out.write(name + ": " + value + LINE_END);
    }

    private void content(String key, Value content, @Nullable String type) throws IOException {
        switch (content) {
            case BinaryValue binary -> {
                try (InputStream in = binary.source().open()) {
                    in.transferTo(out.stream());
                }
            }
            case NullValue _ when type == null -> {}
            case StringValue text when type == null || !takesText(type) -> out.write(text);
            default -> {
                if (type == null) {
                    out.write(Texts.of(content, "multipart"));
                } else {
                    formatted(key, content, type);
                }
            }
        }
    }

    /** Whether the format writes text as a value of its own; in others text can only be a document already. */
    private static boolean takesText(String type) {
        return MediaType.parse(type)
                .flatMap(PartContent::format)
                .filter(f ->
                        f.id().equals("json") || f.id().equals("text") || f.id().equals("dw") || f.id().equals("yaml"))
                .isPresent();
    }

    private void formatted(String key, Value content, String type) throws IOException {
        MediaType mediaType = MediaType.parse(type)
                .orElseThrow(
                        () -> bad("the header 'Content-Type' of 'parts." + key + "' is no media type: '" + type + "'"));
        Format format = PartContent.format(mediaType)
                .orElseThrow(() -> bad("no format writes '" + mediaType.essence() + "', the media type of 'parts." + key
                        + "'; its content must be text or Binary, found " + TypeNames.of(content)));
        format.write(
                content,
                out.stream(),
                new FormatContext(mediaType, Map.of(), context.name() + ".parts." + key, context.resources()));
    }

    private static FormatException bad(String message) {
        return new FormatException(Problem.error(
                "NO-MULTIPART",
                null,
                message,
                "write {parts: {name: {headers: {\"Content-Type\": \"...\"}, content: ...}}}"));
    }
}
