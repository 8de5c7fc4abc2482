package dev.hinny.specs.oas;

import dev.hinny.specs.Api;
import dev.hinny.specs.Files;
import dev.hinny.specs.Node;
import dev.hinny.specs.Parameter;
import dev.hinny.specs.Resource;
import dev.hinny.specs.SecurityRequirement;
import dev.hinny.specs.Server;
import dev.hinny.specs.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads OpenAPI 3.0 and 3.1. */
public final class OasReader {
    private static final Set<String> ROOT = Set.of(
            "openapi",
            "info",
            "servers",
            "paths",
            "components",
            "security",
            "tags",
            "externalDocs",
            "webhooks",
            "jsonSchemaDialect");

    private final Files files;
    private final References references;
    private final Fields fields;
    private final String root;

    private OasReader(Files files, String root, Node.Obj tree) {
        this.files = files;
        this.root = root;
        this.fields = new Fields(files.problems());
        this.references = new References(files, root, tree, fields);
    }

    /** Reads the root document and the files that it refers to. */
    public static Optional<Api> read(Files files, String root, Node.Obj tree) {
        return new OasReader(files, root, tree).api(tree);
    }

    private Optional<Api> api(Node.Obj o) {
        String version = o.get("openapi").flatMap(Node::scalar).orElse("");
        boolean later = version.startsWith("3.1");
        if (!later && !version.startsWith("3.0")) {
            String found = o.get("openapi")
                    .or(() -> o.get("swagger"))
                    .flatMap(Node::scalar)
                    .orElse("");
            files.problems()
                    .error(
                            "OAS-UNSUPPORTED-VERSION",
                            o.get("openapi")
                                    .or(() -> o.get("swagger"))
                                    .map(Node::span)
                                    .orElse(o.span()),
                            "version '" + found + "' of OpenAPI is not read, only 3.0 and 3.1",
                            "convert the file to OpenAPI 3.0");
            return Optional.empty();
        }
        fields.keys(o, "an API", ROOT);
        Node.Obj info = fields.object(o, "info");
        String title = fields.required(info, "title", "'info'");
        String apiVersion = fields.required(info, "version", "'info'");
        if (!o.has("paths") && !later) {
            fields.error("OAS-MISSING-KEY", o.span(), "an API needs the key 'paths'");
        }
        Node.Obj components = fields.object(o, "components");
        fields.object(components, "schemas")
                .entries()
                .forEach(e -> references.schema(
                        "#/components/schemas/" + escape(e.key()), e.value().span()));
        Requirements requirements = new Requirements(fields, references, components);
        List<SecurityRequirement> secured = requirements.read(o);
        List<Server> servers = servers(o);
        Operations operations = new Operations(fields, references, requirements);
        List<Resource> resources = operations.paths(fields.object(o, "paths"), secured);
        Map<String, Node> extensions = new LinkedHashMap<>();
        o.entries().stream().filter(e -> e.key().startsWith("x-")).forEach(e -> extensions.put(e.key(), e.value()));
        return Optional.of(new Api(
                later ? Api.Language.OAS_3_1 : Api.Language.OAS_3_0,
                title,
                apiVersion,
                fields.text(info, "description"),
                servers.isEmpty() ? "" : servers.get(0).url(),
                servers.isEmpty() ? List.of() : servers.get(0).variables(),
                servers,
                List.of(),
                List.of(),
                resources,
                requirements.schemes(),
                secured,
                references.types(),
                List.of(),
                extensions,
                files.names().isEmpty() ? List.of(root) : files.names(),
                o.span()));
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private List<Server> servers(Node.Obj o) {
        List<Server> found = new ArrayList<>();
        for (Node item : fields.list(o, "servers")) {
            Node.Obj server = fields.object(item, "a server");
            List<Parameter> variables = new ArrayList<>();
            for (Node.Entry e : fields.object(server, "variables").entries()) {
                Node.Obj variable = fields.object(e.value(), e.key());
                Shape.About about = Shape.About.at(e.keySpan()).named(e.key());
                Shape.About full = new Shape.About(
                        e.key(),
                        "",
                        fields.text(variable, "description"),
                        variable.get("default"),
                        fields.list(variable, "enum"),
                        false,
                        List.of(),
                        Map.of(),
                        about.span());
                if (!variable.has("default")) {
                    fields.error(
                            "OAS-MISSING-KEY", e.keySpan(), "the server variable '" + e.key() + "' needs a 'default'");
                }
                variables.add(new Parameter(
                        e.key(),
                        Parameter.In.BASE_URI,
                        true,
                        "",
                        full.description(),
                        plain(full),
                        Parameter.Style.SIMPLE,
                        false,
                        e.keySpan()));
            }
            found.add(new Server(
                    fields.required(server, "url", "a server"),
                    fields.text(server, "description"),
                    variables,
                    item.span()));
        }
        return found;
    }

    static Shape.Str plain(Shape.About about) {
        return new Shape.Str(about, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }
}
