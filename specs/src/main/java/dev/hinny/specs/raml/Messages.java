package dev.hinny.specs.raml;

import dev.hinny.base.MediaType;
import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Node;
import dev.hinny.specs.Operation;
import dev.hinny.specs.Parameter;
import dev.hinny.specs.Payload;
import dev.hinny.specs.Response;
import dev.hinny.specs.SecurityRequirement;
import dev.hinny.specs.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads methods, parameters, bodies and responses. */
final class Messages {
    private static final Set<String> METHOD = Set.of(
            "displayName",
            "description",
            "queryParameters",
            "headers",
            "queryString",
            "responses",
            "body",
            "protocols",
            "is",
            "securedBy");
    private static final Set<String> TOP_LEVEL = Set.of(
            "application",
            "audio",
            "example",
            "font",
            "haptics",
            "image",
            "message",
            "mime",
            "model",
            "multipart",
            "text",
            "video",
            "*");
    private static final Set<String> RESPONSE = Set.of("displayName", "description", "headers", "body");

    private final Reading reading;
    private final Types types;
    private final Security security;
    private final Annotations annotations;
    private List<String> mediaTypes = List.of();

    Messages(Reading reading, Types types, Security security, Annotations annotations) {
        this.reading = reading;
        this.types = types;
        this.security = security;
        this.annotations = annotations;
    }

    void mediaTypes(List<String> defaults) {
        mediaTypes = defaults;
    }

    Operation operation(Node.Entry entry, List<SecurityRequirement> secured) {
        Node.Obj o = reading.object(entry.value(), entry.key());
        reading.keys(o, "a method", METHOD);
        if (o.has("queryString") && o.has("queryParameters")) {
            reading.error("RAML-QUERY-TWICE", o.span(), "'queryString' and 'queryParameters' exclude each other");
        }
        Optional<Shape> queryString = o.get("queryString")
                .map(n -> types.read(n, "queryString", Types.Otherwise.ANY, n.span())
                        .shape());
        queryString.ifPresent(s -> {
            Shape real = types.behind(Info.of(s)).map(Info::shape).orElse(s);
            if (real instanceof Shape.Arr) {
                reading.error("RAML-BAD-QUERY-STRING", s.about().span(), "'queryString' must be an object or a scalar");
            }
        });
        List<Payload> bodies = o.get("body").map(this::bodies).orElse(List.of());
        return new Operation(
                entry.key(),
                "",
                reading.text(o, "displayName"),
                reading.text(o, "description"),
                List.of(),
                section(o, "queryParameters", Parameter.In.QUERY),
                queryString,
                section(o, "headers", Parameter.In.HEADER),
                List.of(),
                bodies,
                !bodies.isEmpty(),
                responses(o),
                o.has("securedBy") ? security.requirements(o) : secured,
                protocols(o),
                false,
                annotations.read(o, "Method"),
                entry.keySpan());
    }

    List<String> protocols(Node.Obj o) {
        Optional<Node> node = o.get("protocols").map(Reading::plain);
        if (node.isEmpty()) {
            return List.of();
        }
        List<String> found = reading.texts(o, "protocols");
        if (found.isEmpty()) {
            reading.error("RAML-BAD-VALUE", node.get().span(), "'protocols' must be a list of HTTP and HTTPS");
        }
        for (String p : found) {
            if (!p.equalsIgnoreCase("HTTP") && !p.equalsIgnoreCase("HTTPS")) {
                reading.error(
                        "RAML-BAD-VALUE", node.get().span(), "'" + p + "' is not a protocol, expected HTTP or HTTPS");
            }
        }
        return found;
    }

    List<Parameter> section(Node.Obj o, String key, Parameter.In in) {
        return reading.object(o, key).map(s -> parameters(s, in)).orElse(List.of());
    }

    List<Parameter> parameters(Node.Obj section, Parameter.In in) {
        Map<String, Parameter> found = new LinkedHashMap<>();
        for (Node.Entry e : section.entries()) {
            boolean declared = e.value() instanceof Node.Obj d && d.has("required");
            boolean optional = e.key().endsWith("?") && !declared && e.key().length() > 1;
            String name = optional ? e.key().substring(0, e.key().length() - 1) : e.key();
            boolean required =
                    declared && e.value() instanceof Node.Obj d ? reading.bool(d, "required", true) : !optional;
            Shape shape = types.read(e.value(), name, Types.Otherwise.STRING, e.keySpan())
                    .shape();
            checkShape(shape, in, e);
            boolean query = in == Parameter.In.QUERY;
            found.put(
                    name,
                    new Parameter(
                            name,
                            in,
                            required,
                            shape.about().displayName(),
                            shape.about().description(),
                            shape,
                            query ? Parameter.Style.FORM : Parameter.Style.SIMPLE,
                            query,
                            e.keySpan()));
        }
        return new ArrayList<>(found.values());
    }

    private void checkShape(Shape shape, Parameter.In in, Node.Entry e) {
        Shape real = types.behind(Info.of(shape)).map(Info::shape).orElse(shape);
        if (real instanceof Shape.External) {
            reading.error(
                    "RAML-BAD-PARAMETER",
                    e.keySpan(),
                    "the parameter '" + e.key() + "' cannot have a JSON or XML schema");
        }
        if (in == Parameter.In.PATH || in == Parameter.In.BASE_URI) {
            List<Node> values = new ArrayList<>(real.about().values());
            shape.about().defaultValue().ifPresent(values::add);
            shape.about().examples().forEach(x -> values.add(x.value()));
            for (Node value : values) {
                if (value instanceof Node.Text t && t.value().indexOf('/') >= 0 && in == Parameter.In.PATH) {
                    reading.error("RAML-BAD-VALUE", value.span(), "a value of a URI parameter cannot hold '/'");
                }
            }
        }
    }

    /** The bodies that a {@code body} value describes. */
    List<Payload> bodies(Node node) {
        boolean byType = node instanceof Node.Obj o
                && o.entries().stream().anyMatch(e -> e.key().indexOf('/') >= 0 && !Reading.annotation(e.key()));
        List<Payload> found = new ArrayList<>();
        if (byType && node instanceof Node.Obj o) {
            for (Node.Entry e : o.entries()) {
                if (mediaType(e.key())) {
                    found.add(payload(e.key(), e.value(), e.keySpan()));
                } else if (!Reading.annotation(e.key())) {
                    reading.error("RAML-BAD-MEDIA-TYPE", e.keySpan(), "'" + e.key() + "' is not a media type");
                }
            }
            return found;
        }
        if (node instanceof Node.Nil
                || node instanceof Node.Obj empty && empty.entries().isEmpty()) {
            mediaTypes.forEach(t -> found.add(payload(t, node, node.span())));
            return found;
        }
        if (mediaTypes.isEmpty()) {
            reading.problems()
                    .error(
                            "RAML-NO-MEDIA-TYPE",
                            node.span(),
                            "the body has no media type",
                            "write it as a key above the type, or give the API a 'mediaType'");
            found.add(payload("*/*", node, node.span()));
            return found;
        }
        Payload first = payload(mediaTypes.get(0), node, node.span());
        for (String type : mediaTypes) {
            found.add(new Payload(type, first.shape(), first.examples(), Map.of(), first.span()));
        }
        return found;
    }

    /** Whether a text is a media type with a registered top-level type (RFC 6838 section 4.2). */
    static boolean mediaType(String text) {
        return MediaType.parse(text)
                .map(t -> TOP_LEVEL.contains(t.type()) || t.type().startsWith("x-"))
                .orElse(false);
    }

    private Payload payload(String mediaType, Node node, SourceSpan place) {
        Shape shape = types.read(node, "", Types.Otherwise.ANY, place).shape();
        annotations.inside(node, "RequestBody");
        return new Payload(mediaType, shape, shape.about().examples(), Map.of(), place);
    }

    Map<String, Response> responses(Node.Obj o) {
        Map<String, Response> found = new LinkedHashMap<>();
        Optional<Node.Obj> section = reading.object(o, "responses");
        if (section.isEmpty()) {
            return found;
        }
        for (Node.Entry e : section.get().entries()) {
            if (Reading.annotation(e.key())) {
                continue;
            }
            if (!e.key().matches("[1-5][0-9][0-9]")) {
                reading.error("RAML-BAD-STATUS", e.keySpan(), "'" + e.key() + "' is not an HTTP status");
                continue;
            }
            Node.Obj r = reading.object(e.value(), e.key());
            reading.keys(r, "a response", RESPONSE);
            found.put(
                    e.key(),
                    new Response(
                            e.key(),
                            reading.text(r, "description"),
                            section(r, "headers", Parameter.In.HEADER),
                            r.get("body").map(this::bodies).orElse(List.of()),
                            annotations.read(r, "Response"),
                            e.keySpan()));
        }
        return found;
    }
}
