package dev.hinny.specs.oas;

import dev.hinny.specs.Node;
import dev.hinny.specs.Parameter;
import dev.hinny.specs.SecurityRequirement;
import dev.hinny.specs.SecurityScheme;
import dev.hinny.specs.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads security schemes and the requirements that name them. */
final class Requirements {
    private static final Set<String> KINDS = Set.of("apiKey", "http", "oauth2", "openIdConnect", "mutualTLS");
    private final Fields fields;
    private final Map<String, SecurityScheme> schemes = new LinkedHashMap<>();

    Requirements(Fields fields, References references, Node.Obj components) {
        this.fields = fields;
        for (Node.Entry e : fields.object(components, "securitySchemes").entries()) {
            Node.Obj o = fields.object(references.follow(e.value()), e.key());
            String type = fields.required(o, "type", "a security scheme");
            if (!type.isEmpty() && !KINDS.contains(type)) {
                fields.error(
                        "OAS-BAD-VALUE",
                        o.span(),
                        "'" + type + "' is not a kind of security scheme, expected one of " + KINDS);
            }
            Map<String, Node> settings = new LinkedHashMap<>();
            o.entries().stream()
                    .filter(x -> !Set.of("type", "description").contains(x.key()))
                    .forEach(x -> settings.put(x.key(), x.value()));
            schemes.put(
                    e.key(),
                    new SecurityScheme(
                            e.key(),
                            type,
                            "",
                            fields.text(o, "description"),
                            key(o, type, "header", Parameter.In.HEADER),
                            key(o, type, "query", Parameter.In.QUERY),
                            Map.of(),
                            settings,
                            e.keySpan()));
        }
    }

    /** The parameter that carries an API key. */
    private List<Parameter> key(Node.Obj o, String type, String where, Parameter.In in) {
        if (!type.equals("apiKey") || !fields.text(o, "in").equals(where)) {
            return List.of();
        }
        String name = fields.required(o, "name", "an API key");
        Shape.Str shape = OasReader.plain(Shape.About.at(o.span()).named(name));
        boolean query = in == Parameter.In.QUERY;
        return List.of(new Parameter(
                name,
                in,
                false,
                "",
                "",
                shape,
                query ? Parameter.Style.FORM : Parameter.Style.SIMPLE,
                query,
                o.span()));
    }

    Map<String, SecurityScheme> schemes() {
        return schemes;
    }

    List<SecurityRequirement> read(Node.Obj o) {
        List<SecurityRequirement> found = new ArrayList<>();
        for (Node item : fields.list(o, "security")) {
            Map<String, List<String>> asked = new LinkedHashMap<>();
            for (Node.Entry e : fields.object(item, "security").entries()) {
                if (!schemes.containsKey(e.key())) {
                    fields.problems()
                            .error(
                                    "OAS-UNKNOWN-SECURITY",
                                    e.keySpan(),
                                    "there is no security scheme '" + e.key() + "'",
                                    dev.hinny.base.Suggestion.didYouMean(
                                            e.key(), schemes.keySet(), "declare it in 'components'"));
                }
                List<String> scopes = new ArrayList<>();
                if (e.value() instanceof Node.Seq s) {
                    s.items().forEach(i -> i.scalar().ifPresent(scopes::add));
                }
                asked.put(e.key(), List.copyOf(scopes));
            }
            found.add(new SecurityRequirement(asked, item.span()));
        }
        return found;
    }
}
