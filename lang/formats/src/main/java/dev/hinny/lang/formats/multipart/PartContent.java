package dev.hinny.lang.formats.multipart;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The content of a part: read in the part's own media type when somebody asks for it, once. */
final class PartContent implements Entry {
    private static final Key KEY = Key.of("content");

    private final ByteSource source;
    private final PartHeaders headers;
    private final MediaType mediaType;
    private final FormatContext context;
    private volatile @Nullable Value value;

    PartContent(ByteSource source, PartHeaders headers, MediaType mediaType, FormatContext context) {
        this.source = source;
        this.headers = headers;
        this.mediaType = mediaType;
        this.context = context;
    }

    @Override
    public Key key() {
        return KEY;
    }

    @Override
    public boolean isMaterialized() {
        return value != null;
    }

    @Override
    public Value value() {
        Value known = value;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            known = value;
            if (known == null) {
                known = read();
                value = known;
            }
            return known;
        }
    }

    private Value read() {
        ByteSource decoded = decoded();
        Format format = format(mediaType).orElse(null);
        Value read = format == null
                ? new BinaryValue(decoded, Schema.NONE)
                : format.read(decoded, new FormatContext(mediaType, Map.of(), context.name(), context.resources()));
        Map<String, Value> metadata = new LinkedHashMap<>();
        if (!(read instanceof BinaryValue)) {
            metadata.put("raw", new BinaryValue(decoded, Schema.NONE));
        }
        metadata.put(
                "encoding",
                mediaType.charset().map(c -> (Value) StringValue.of(c.name())).orElse(NullValue.NULL));
        String written = headers.get(PartHeaders.TYPE);
        metadata.put("mediaType", StringValue.of(written == null ? mediaType.toString() : written));
        metadata.put("mimeType", StringValue.of(mediaType.essence()));
        return read.withSchema(read.schema().merge(new Schema(metadata)));
    }

    /** The format that reads a content; text of a kind that has no format of its own, such as HTML, is left as bytes. */
    static Optional<Format> format(MediaType mediaType) {
        return Formats.find(mediaType)
                .filter(f -> !f.id().equals("java")
                        && (!f.id().equals("text") || mediaType.essence().equals(MediaType.TEXT.essence())));
    }

    private ByteSource decoded() {
        return switch (headers.transferEncoding()) {
            case "base64" -> {
                try {
                    yield ByteSource.of(Base64.getMimeDecoder().decode(source.bytes()));
                } catch (IllegalArgumentException e) {
                    throw new FormatException(
                            Problem.error(
                                    "BAD-MULTIPART",
                                    null,
                                    "the content of " + context.name() + " is not valid base64: " + e.getMessage(),
                                    "check the header Content-Transfer-Encoding"),
                            e);
                }
            }
            case "quoted-printable" -> ByteSource.of(printable(source.bytes()));
            default -> source;
        };
    }

    /** RFC 2045, section 6.7; what is no escape stays as it is. */
    private static byte[] printable(byte[] in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '=' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(in[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else if (in[i] == '=' && i + 1 < in.length && in[i + 1] == '\n') {
                i++;
            } else if (in[i] == '=' && i + 2 < in.length && in[i + 1] == '\r' && in[i + 2] == '\n') {
                i += 2;
            } else {
                out.write(in[i]);
            }
        }
        return out.toByteArray();
    }
}
