package dev.hinny.specs.oas;

import dev.hinny.base.MediaType;
import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Example;
import dev.hinny.specs.Node;
import dev.hinny.specs.Operation;
import dev.hinny.specs.Parameter;
import dev.hinny.specs.Payload;
import dev.hinny.specs.Resource;
import dev.hinny.specs.Response;
import dev.hinny.specs.SecurityRequirement;
import dev.hinny.specs.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads paths and their operations. */
final class Operations {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Set<String> PATH = Set.of(
            "$ref",
            "summary",
            "description",
            "servers",
            "parameters",
            "get",
            "put",
            "post",
            "delete",
            "options",
            "head",
            "patch",
            "trace");
    private static final Set<String> OPERATION = Set.of(
            "tags",
            "summary",
            "description",
            "externalDocs",
            "operationId",
            "parameters",
            "requestBody",
            "responses",
            "callbacks",
            "deprecated",
            "security",
            "servers");
    private static final Set<String> IGNORED_HEADERS = Set.of("accept", "content-type", "authorization");

    private final Fields fields;
    private final References references;
    private final Requirements requirements;
    private final Map<String, String> ids = new HashMap<>();

    Operations(Fields fields, References references, Requirements requirements) {
        this.fields = fields;
        this.references = references;
        this.requirements = requirements;
    }

    List<Resource> paths(Node.Obj paths, List<SecurityRequirement> secured) {
        List<Resource> found = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (Node.Entry e : paths.entries()) {
            if (e.key().startsWith("x-")) {
                continue;
            }
            if (!e.key().startsWith("/")) {
                fields.error("OAS-BAD-PATH", e.keySpan(), "the path '" + e.key() + "' must start with '/'");
                continue;
            }
            String twin = seen.put(PLACEHOLDER.matcher(e.key()).replaceAll("{}"), e.key());
            if (twin != null) {
                fields.error(
                        "OAS-DUPLICATE-PATH",
                        e.keySpan(),
                        "the path '" + e.key() + "' matches the same as '" + twin + "'");
            }
            found.add(resource(e, secured));
        }
        return found;
    }

    private Resource resource(Node.Entry entry, List<SecurityRequirement> secured) {
        Node.Obj o = fields.object(references.follow(entry.value()), entry.key());
        fields.keys(o, "a path", PATH);
        List<Parameter> shared = parameters(o);
        List<Operation> operations = new ArrayList<>();
        Map<String, Parameter> declared = new HashMap<>();
        shared.stream().filter(p -> p.in() == Parameter.In.PATH).forEach(p -> declared.put(p.name(), p));
        for (Node.Entry e : o.entries()) {
            if (METHODS.contains(e.key())) {
                Node.Obj method = fields.object(e.value(), e.key());
                List<Parameter> all = joined(shared, parameters(method));
                all.stream().filter(p -> p.in() == Parameter.In.PATH).forEach(p -> declared.putIfAbsent(p.name(), p));
                operations.add(operation(e, method, all, secured));
            }
        }
        return new Resource(
                entry.key(),
                entry.key(),
                "",
                fields.text(o, "summary"),
                fields.text(o, "description"),
                uriParameters(entry, declared),
                operations,
                extensions(o),
                entry.keySpan());
    }

    private List<Parameter> uriParameters(Node.Entry entry, Map<String, Parameter> declared) {
        List<Parameter> found = new ArrayList<>();
        Matcher m = PLACEHOLDER.matcher(entry.key());
        while (m.find()) {
            Parameter p = declared.remove(m.group(1));
            if (p == null) {
                fields.error(
                        "OAS-UNDECLARED-PARAMETER",
                        entry.keySpan(),
                        "the placeholder '{" + m.group(1) + "}' has no parameter with 'in: path'");
                Shape.About about = Shape.About.at(entry.keySpan()).named(m.group(1));
                p = new Parameter(
                        m.group(1),
                        Parameter.In.PATH,
                        true,
                        "",
                        "",
                        OasReader.plain(about),
                        Parameter.Style.SIMPLE,
                        false,
                        entry.keySpan());
            }
            found.add(p);
        }
        declared.values()
                .forEach(p -> fields.error(
                        "OAS-UNUSED-PARAMETER",
                        p.span(),
                        "the path '" + entry.key() + "' has no placeholder '{" + p.name() + "}'"));
        return found;
    }

    private static List<Parameter> joined(List<Parameter> shared, List<Parameter> own) {
        Map<String, Parameter> all = new LinkedHashMap<>();
        shared.forEach(p -> all.put(p.in() + " " + p.name(), p));
        own.forEach(p -> all.put(p.in() + " " + p.name(), p));
        return new ArrayList<>(all.values());
    }

    private List<Parameter> parameters(Node.Obj o) {
        Map<String, Parameter> found = new LinkedHashMap<>();
        for (Node item : fields.list(o, "parameters")) {
            Node.Obj p = fields.object(references.follow(item), "a parameter");
            String name = fields.required(p, "name", "a parameter");
            String in = fields.required(p, "in", "a parameter");
            Optional<Parameter.In> where = Optional.ofNullable(
                    switch (in) {
                        case "path" -> Parameter.In.PATH;
                        case "query" -> Parameter.In.QUERY;
                        case "header" -> Parameter.In.HEADER;
                        case "cookie" -> Parameter.In.COOKIE;
                        default -> null;
                    });
            if (where.isEmpty()) {
                if (!in.isEmpty()) {
                    fields.error("OAS-BAD-VALUE", p.span(), "'" + in + "' is not path, query, header or cookie");
                }
                continue;
            }
            if (where.get() == Parameter.In.HEADER
                    && IGNORED_HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                continue;
            }
            if (where.get() == Parameter.In.PATH && !fields.flag(p, "required", false)) {
                fields.error("OAS-BAD-VALUE", p.span(), "the path parameter '" + name + "' needs 'required: true'");
            }
            if (found.put(in + " " + name, parameter(name, where.get(), p, item.span())) != null) {
                fields.error("OAS-DUPLICATE-PARAMETER", item.span(), "the parameter '" + name + "' is declared twice");
            }
        }
        return new ArrayList<>(found.values());
    }

    private Parameter parameter(String name, Parameter.In in, Node.Obj p, SourceSpan place) {
        boolean form = in == Parameter.In.QUERY || in == Parameter.In.COOKIE;
        Parameter.Style style = switch (fields.text(p, "style")) {
            case "form" -> Parameter.Style.FORM;
            case "simple" -> Parameter.Style.SIMPLE;
            case "label" -> Parameter.Style.LABEL;
            case "matrix" -> Parameter.Style.MATRIX;
            case "spaceDelimited" -> Parameter.Style.SPACE_DELIMITED;
            case "pipeDelimited" -> Parameter.Style.PIPE_DELIMITED;
            case "deepObject" -> Parameter.Style.DEEP_OBJECT;
            default -> form ? Parameter.Style.FORM : Parameter.Style.SIMPLE;
        };
        Optional<Node> schema = p.get("schema")
                .or(() -> fields.object(p, "content").entries().stream()
                        .findFirst()
                        .flatMap(e -> fields.object(e.value(), e.key()).get("schema")));
        Shape shape = schema.map(s -> references.shape(s, name))
                .orElseGet(() -> new Shape.Any(Shape.About.at(place).named(name)));
        return new Parameter(
                name,
                in,
                in == Parameter.In.PATH || fields.flag(p, "required", false),
                "",
                fields.text(p, "description"),
                shape,
                style,
                fields.flag(p, "explode", style == Parameter.Style.FORM),
                place);
    }

    private Operation operation(
            Node.Entry entry, Node.Obj o, List<Parameter> parameters, List<SecurityRequirement> secured) {
        fields.keys(o, "an operation", OPERATION);
        String id = fields.text(o, "operationId");
        if (!id.isEmpty() && ids.put(id, id) != null) {
            fields.error(
                    "OAS-DUPLICATE-ID", o.get("operationId").orElse(o).span(), "the operationId '" + id + "' is taken");
        }
        Node.Obj body = o.get("requestBody")
                .map(n -> fields.object(references.follow(n), "requestBody"))
                .orElseGet(() -> new Node.Obj(List.of(), o.span()));
        if (o.has("requestBody") && !body.has("content")) {
            fields.error("OAS-MISSING-KEY", body.span(), "'requestBody' needs the key 'content'");
        }
        List<String> tags = new ArrayList<>();
        fields.list(o, "tags").forEach(t -> t.scalar().ifPresent(tags::add));
        return new Operation(
                entry.key(),
                id,
                fields.text(o, "summary"),
                fields.text(o, "description"),
                tags,
                only(parameters, Parameter.In.QUERY),
                Optional.empty(),
                only(parameters, Parameter.In.HEADER),
                only(parameters, Parameter.In.COOKIE),
                content(body),
                fields.flag(body, "required", false),
                responses(o, entry),
                o.has("security") ? requirements.read(o) : secured,
                List.of(),
                fields.flag(o, "deprecated", false),
                extensions(o),
                entry.keySpan());
    }

    private static List<Parameter> only(List<Parameter> all, Parameter.In in) {
        return all.stream().filter(p -> p.in() == in).toList();
    }

    private List<Payload> content(Node.Obj holder) {
        List<Payload> found = new ArrayList<>();
        for (Node.Entry e : fields.object(holder, "content").entries()) {
            if (MediaType.parse(e.key()).isEmpty()) {
                fields.error("OAS-BAD-MEDIA-TYPE", e.keySpan(), "'" + e.key() + "' is not a media type");
                continue;
            }
            Node.Obj media = fields.object(e.value(), e.key());
            fields.keys(media, "a media type", Set.of("schema", "example", "examples", "encoding"));
            Shape shape = media.get("schema")
                    .map(s -> references.shape(s, ""))
                    .orElseGet(() -> new Shape.Any(Shape.About.at(e.keySpan())));
            Map<String, String> encodings = new LinkedHashMap<>();
            fields.object(media, "encoding").entries().forEach(x -> {
                String type = fields.text(fields.object(x.value(), x.key()), "contentType");
                if (!type.isEmpty()) {
                    encodings.put(x.key(), type);
                }
            });
            found.add(new Payload(e.key(), shape, examples(media), encodings, e.keySpan()));
        }
        return found;
    }

    private List<Example> examples(Node.Obj media) {
        List<Example> found = new ArrayList<>();
        media.get("example").ifPresent(n -> found.add(new Example("", "", "", n, false, n.span())));
        for (Node.Entry e : fields.object(media, "examples").entries()) {
            Node.Obj o = fields.object(references.follow(e.value()), e.key());
            o.get("value")
                    .ifPresent(v -> found.add(new Example(
                            e.key(), fields.text(o, "summary"), fields.text(o, "description"), v, false, e.keySpan())));
        }
        return found;
    }

    private Map<String, Response> responses(Node.Obj o, Node.Entry entry) {
        Map<String, Response> found = new LinkedHashMap<>();
        if (!o.has("responses")) {
            fields.error(
                    "OAS-MISSING-KEY",
                    entry.keySpan(),
                    "the operation '" + entry.key() + "' needs the key 'responses'");
        }
        for (Node.Entry e : fields.object(o, "responses").entries()) {
            if (e.key().startsWith("x-")) {
                continue;
            }
            if (!e.key().matches("[1-5]([0-9][0-9]|XX)|default")) {
                fields.error(
                        "OAS-BAD-STATUS",
                        e.keySpan(),
                        "'" + e.key() + "' is not an HTTP status, a range such as 4XX, or 'default'");
                continue;
            }
            Node.Obj r = fields.object(references.follow(e.value()), e.key());
            fields.keys(r, "a response", Set.of("description", "headers", "content", "links", "$ref", "summary"));
            fields.required(r, "description", "the response '" + e.key() + "'");
            List<Parameter> headers = new ArrayList<>();
            fields.object(r, "headers")
                    .entries()
                    .forEach(h -> headers.add(parameter(
                            h.key(),
                            Parameter.In.HEADER,
                            fields.object(references.follow(h.value()), h.key()),
                            h.keySpan())));
            found.put(
                    e.key(),
                    new Response(
                            e.key(), fields.text(r, "description"), headers, content(r), extensions(r), e.keySpan()));
        }
        return found;
    }

    private static Map<String, Node> extensions(Node.Obj o) {
        Map<String, Node> found = new LinkedHashMap<>();
        o.entries().stream().filter(e -> e.key().startsWith("x-")).forEach(e -> found.put(e.key(), e.value()));
        return found;
    }
}
