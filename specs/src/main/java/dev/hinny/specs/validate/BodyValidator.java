package dev.hinny.specs.validate;

import dev.hinny.base.MediaType;
import dev.hinny.specs.Api;
import dev.hinny.specs.Payload;
import dev.hinny.specs.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.validation.Schema;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Validates bodies of one media type. Immutable and safe for use by several threads. */
public final class BodyValidator {
    private final Payload payload;
    private final ShapeValidator shape;
    private final Coercion coercion;
    private final Format format;
    private final @Nullable Schema xsd;

    /** How a body is written. */
    public enum Format {
        JSON,
        XML,
        FORM,
        MULTIPART,
        TEXT,
        OTHER
    }

    private BodyValidator(
            Payload payload, ShapeValidator shape, Coercion coercion, Format format, @Nullable Schema xsd) {
        this.payload = payload;
        this.shape = shape;
        this.coercion = coercion;
        this.format = format;
        this.xsd = xsd;
    }

    public static BodyValidator compile(Payload payload, Api api) {
        Coercion coercion = new Coercion(api.types()::get);
        Schema xsd = null;
        if (coercion.real(payload.shape()) instanceof Shape.External e && e.kind() == Shape.External.Kind.XSD) {
            try {
                xsd = XmlSchemas.compile(e.text());
            } catch (SAXException x) {
                xsd = null;
            }
        }
        return new BodyValidator(
                payload, ShapeValidator.compile(payload.shape(), api), coercion, format(payload.mediaType()), xsd);
    }

    private static Format format(String mediaType) {
        Optional<MediaType> parsed = MediaType.parse(mediaType);
        if (parsed.isEmpty()) {
            return Format.OTHER;
        }
        String sub = parsed.get().subtype();
        if (sub.equals("json") || sub.endsWith("+json")) {
            return Format.JSON;
        }
        if (sub.equals("xml") || sub.endsWith("+xml")) {
            return Format.XML;
        }
        if (sub.equals("x-www-form-urlencoded")) {
            return Format.FORM;
        }
        return switch (parsed.get().type()) {
            case "multipart" -> Format.MULTIPART;
            case "text" -> Format.TEXT;
            default -> Format.OTHER;
        };
    }

    public Payload payload() {
        return payload;
    }

    public Format format() {
        return format;
    }

    public List<Violation> validate(byte[] body) {
        return validate(new ByteArrayInputStream(body), StandardCharsets.UTF_8);
    }

    /**
     * Validates a body while it is read; JSON and XML are not held. Multipart and binary bodies pass: give the parts of a
     * form to {@link #form}.
     *
     * @param charset of forms and text; JSON and XML say theirs
     */
    public List<Violation> validate(InputStream body, Charset charset) {
        return switch (format) {
            case JSON -> shape.json(body);
            case XML -> told(xsd == null ? XmlSchemas.wellFormed(body) : XmlSchemas.validate(xsd, body));
            case FORM -> read(body, charset).map(t -> form(pairs(t, charset))).orElseGet(BodyValidator::unreadable);
            case TEXT ->
                read(body, charset)
                        .map(t -> shape.value(coercion.scalar(t, payload.shape())))
                        .orElseGet(BodyValidator::unreadable);
            case MULTIPART, OTHER -> List.of();
        };
    }

    /** Validates the pairs of a form, or the text parts of a multipart body; parts of other kinds are given as empty text. */
    public List<Violation> form(Map<String, List<String>> pairs) {
        return shape.value(coercion.form(payload.shape(), pairs));
    }

    private static List<Violation> told(List<String> messages) {
        return messages.stream()
                .map(m -> new Violation(Violation.Where.BODY, "", m))
                .toList();
    }

    private static Optional<String> read(InputStream body, Charset charset) {
        try {
            return Optional.of(new String(body.readAllBytes(), charset));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Violation> unreadable() {
        return told(List.of("the body cannot be read"));
    }

    static Map<String, List<String>> pairs(String text, Charset charset) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                found.computeIfAbsent(decoded(name, charset), n -> new ArrayList<>())
                        .add(decoded(value, charset));
            }
        }
        return found;
    }

    private static String decoded(String text, Charset charset) {
        try {
            return URLDecoder.decode(text, charset);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
