package dev.hinny.specs.raml;

import dev.hinny.base.SourceSpan;
import dev.hinny.base.Suggestion;
import dev.hinny.specs.Api;
import dev.hinny.specs.Files;
import dev.hinny.specs.Node;
import dev.hinny.specs.Parameter;
import dev.hinny.specs.Resource;
import dev.hinny.specs.SecurityRequirement;
import dev.hinny.specs.SecurityScheme;
import dev.hinny.specs.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Reads RAML 1.0. */
public final class RamlReader {
    private static final List<String> KINDS = List.of(
            "API",
            "Library",
            "DataType",
            "Trait",
            "ResourceType",
            "NamedExample",
            "DocumentationItem",
            "AnnotationTypeDeclaration",
            "SecurityScheme",
            "Overlay",
            "Extension");
    private static final Set<String> ROOT = Set.of(
            "title",
            "description",
            "version",
            "baseUri",
            "baseUriParameters",
            "protocols",
            "mediaType",
            "documentation",
            "schemas",
            "types",
            "traits",
            "resourceTypes",
            "annotationTypes",
            "securitySchemes",
            "securedBy",
            "uses");
    private static final Set<String> LIBRARY = Set.of(
            "usage", "uses", "schemas", "types", "traits", "resourceTypes", "annotationTypes", "securitySchemes");

    private final Files files;
    private final Reading reading;
    private final Loader loader;
    private final String root;
    private final Documents documents;
    private final Types types;
    private final Annotations annotations;
    private final Security security;
    private final Messages messages;
    private final Templates templates;

    private RamlReader(Files files, String root) {
        this.files = files;
        this.root = root;
        reading = new Reading(files.problems());
        loader = new Loader(files);
        documents = new Documents(loader, files.label(root));
        types = new Types(documents, reading);
        annotations = new Annotations(documents, reading, types);
        security = new Security(documents, reading, annotations);
        messages = new Messages(reading, types, security, annotations);
        templates = new Templates(files, documents, reading);
    }

    /** Reads the root file and what it refers to; empty for a fragment that stands alone, which is checked all the same. */
    public static Optional<Api> read(Files files, String root, String text) {
        return new RamlReader(files, root).read(text);
    }

    private Optional<Api> read(String text) {
        SourceSpan start = files.at(root);
        String kind = Loader.header(text);
        if (!KINDS.contains(kind)) {
            String line = text.lines().findFirst().orElse("").strip();
            if (line.startsWith("#%RAML 0.8")) {
                files.problems()
                        .error("RAML-OLD-VERSION", start, "RAML 0.8 is not read", "convert the file to RAML 1.0");
            } else {
                files.problems()
                        .error(
                                "RAML-BAD-HEADER",
                                start,
                                "'" + line + "' is not the first line of a RAML 1.0 file",
                                Suggestion.didYouMean(kind, KINDS, "write '#%RAML 1.0'"));
            }
            return Optional.empty();
        }
        Optional<Node> tree = loader.load(root, start);
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind) {
            case "API" -> api(tree.get());
            case "Overlay", "Extension" -> extended(tree.get(), kind);
            default -> {
                new Fragments(reading, documents, loader, types, annotations, security, messages, templates)
                        .check(kind, tree.get(), files.label(root), LIBRARY);
                types.finish();
                yield Optional.empty();
            }
        };
    }

    private Optional<Api> extended(Node tree, String kind) {
        Node.Obj top = reading.object(tree, "the file");
        Optional<Node.Obj> merged = new Overlays(files, loader, reading, documents).merge(top, root, kind, 0);
        return merged.flatMap(this::api);
    }

    private Optional<Api> api(Node tree) {
        if (!(tree instanceof Node.Obj o)) {
            reading.error("RAML-BAD-STRUCTURE", tree.span(), "the file must be a mapping, found " + tree.kind());
            return Optional.empty();
        }
        List<Node.Entry> plain =
                o.entries().stream().filter(e -> !e.key().startsWith("/")).toList();
        reading.keys(new Node.Obj(plain, o.span()), "an API", ROOT);
        if (o.has("types") && o.has("schemas")) {
            reading.error("RAML-TYPE-AND-SCHEMA", o.span(), "'types' and 'schemas' exclude each other");
        }
        documents.declare(documents.root(), o);
        documents.loadUses(files.label(root));
        String title = reading.text(o, "title");
        if (title.isBlank()) {
            files.problems().error("RAML-NO-TITLE", o.span(), "the API has no title", "write 'title: ...' at the top");
        }
        List<String> mediaTypes = mediaTypes(o);
        messages.mediaTypes(mediaTypes);
        Declarations declarations = new Declarations(reading, documents, types, annotations, LIBRARY);
        declarations.read();
        Map<String, SecurityScheme> schemes = security.schemes(messages);
        List<SecurityRequirement> secured = o.has("securedBy") ? security.requirements(o) : List.of();
        Map<String, Node> notes = annotations.read(o, "API");
        String version =
                o.get("version").map(Reading::plain).flatMap(Node::scalar).orElse("");
        o.get("version")
                .map(Reading::plain)
                .filter(n -> n.scalar().isEmpty())
                .ifPresent(n -> reading.error("RAML-BAD-VALUE", n.span(), "'version' must be text, found " + n.kind()));
        String baseUri = reading.text(o, "baseUri");
        List<Parameter> baseParameters = baseParameters(o, baseUri, version);
        List<Resource> resources = new Resources(
                        reading, new Expansion(templates, reading), messages, security, annotations)
                .read(o, secured);
        declarations.unusedTemplates(templates);
        annotations.sweep(Loader.without(o, "traits", "resourceTypes"));
        documents.libraryTrees().values().stream()
                .filter(t -> t instanceof Node.Obj)
                .forEach(t -> annotations.sweep(Loader.without((Node.Obj) t, "traits", "resourceTypes")));
        List<Api.Documentation> documentation = documentation(o);
        List<String> protocols = messages.protocols(o);
        String description = reading.text(o, "description");
        types.finish();
        List<Server> servers = baseUri.isEmpty()
                ? List.of()
                : List.of(new Server(
                        baseUri,
                        "",
                        baseParameters,
                        o.get("baseUri").map(Node::span).orElse(o.span())));
        return Optional.of(new Api(
                Api.Language.RAML_1_0,
                title,
                version,
                description,
                baseUri,
                baseParameters,
                servers,
                mediaTypes,
                protocols,
                resources,
                schemes,
                secured,
                types.table(),
                documentation,
                notes,
                files.names(),
                o.span()));
    }

    private List<String> mediaTypes(Node.Obj o) {
        Optional<Node> node = o.get("mediaType").map(Reading::plain);
        if (node.isEmpty()) {
            return List.of();
        }
        List<String> found = reading.texts(o, "mediaType");
        if (found.isEmpty()) {
            reading.error("RAML-BAD-MEDIA-TYPE", node.get().span(), "'mediaType' has no value");
        }
        found.stream()
                .filter(t -> !Messages.mediaType(t))
                .forEach(t ->
                        reading.error("RAML-BAD-MEDIA-TYPE", node.get().span(), "'" + t + "' is not a media type"));
        return found;
    }

    private List<Parameter> baseParameters(Node.Obj o, String baseUri, String version) {
        Map<String, Parameter> declared = new LinkedHashMap<>();
        messages.section(o, "baseUriParameters", Parameter.In.BASE_URI).forEach(p -> declared.put(p.name(), p));
        List<Parameter> found = new ArrayList<>();
        List<String> names = new ArrayList<>();
        SourceSpan place = o.get("baseUri").map(Node::span).orElse(o.span());
        String rest = Resources.PLACEHOLDER.matcher(baseUri).replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            reading.error("RAML-BAD-PATH", place, "'" + baseUri + "' has a brace without its partner");
        }
        Matcher m = Resources.PLACEHOLDER.matcher(baseUri);
        while (m.find()) {
            String name = m.group(1);
            names.add(name);
            if (name.equals("version") && version.isEmpty() && !declared.containsKey(name)) {
                reading.error(
                        "RAML-NO-VERSION",
                        place,
                        "'baseUri' has the placeholder '{version}' but the API has no version");
            }
            Parameter known = declared.get(name);
            found.add(known == null ? Resources.plain(name, Parameter.In.BASE_URI, place) : known);
        }
        for (Parameter p : declared.values()) {
            if (!names.contains(p.name())) {
                reading.error("RAML-UNUSED-PARAMETER", p.span(), "'baseUri' has no placeholder '{" + p.name() + "}'");
            }
        }
        return found;
    }

    private List<Api.Documentation> documentation(Node.Obj o) {
        List<Api.Documentation> found = new ArrayList<>();
        Optional<Node> node = o.get("documentation");
        if (node.isEmpty()) {
            return found;
        }
        if (!(node.get() instanceof Node.Seq s) || s.items().isEmpty()) {
            reading.error(
                    "RAML-BAD-STRUCTURE", node.get().span(), "'documentation' must be a list of titles and contents");
            return found;
        }
        for (Node item : s.items()) {
            found.add(page(item, reading, annotations));
        }
        return found;
    }

    static Api.Documentation page(Node item, Reading reading, Annotations annotations) {
        Node.Obj page = reading.object(item, "documentation");
        reading.keys(page, "a page of documentation", Set.of("title", "content", "uses", "usage"));
        String title = reading.text(page, "title");
        String content = reading.text(page, "content");
        if (title.isBlank() || content.isBlank()) {
            reading.error("RAML-EMPTY-PAGE", item.span(), "a page of documentation needs a 'title' and a 'content'");
        }
        annotations.read(page, "DocumentationItem");
        return new Api.Documentation(title, content, item.span());
    }
}
