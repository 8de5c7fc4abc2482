package dev.hinny.specs.raml;

import dev.hinny.base.Suggestion;
import dev.hinny.specs.Node;
import dev.hinny.specs.Parameter;
import dev.hinny.specs.Response;
import dev.hinny.specs.SecurityRequirement;
import dev.hinny.specs.SecurityScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads security schemes and the requirements that name them. */
final class Security {
    private static final List<String> KINDS =
            List.of("OAuth 1.0", "OAuth 2.0", "Basic Authentication", "Digest Authentication", "Pass Through");
    private static final Set<String> KEYS =
            Set.of("type", "displayName", "description", "describedBy", "settings", "usage", "uses");
    private static final Set<String> DESCRIBED =
            Set.of("headers", "queryParameters", "queryString", "responses", "description", "displayName");
    private static final Set<String> SIGNATURES = Set.of("HMAC-SHA1", "RSA-SHA1", "PLAINTEXT");
    private static final Set<String> GRANTS =
            Set.of("authorization_code", "password", "client_credentials", "implicit");

    private final Documents documents;
    private final Reading reading;
    private final Annotations annotations;
    private final Map<String, List<String>> scopes = new HashMap<>();

    Security(Documents documents, Reading reading, Annotations annotations) {
        this.documents = documents;
        this.reading = reading;
        this.annotations = annotations;
    }

    /** Every declared scheme by its key. */
    Map<String, SecurityScheme> schemes(Messages messages) {
        Map<String, SecurityScheme> found = new LinkedHashMap<>();
        for (Library library : documents.libraries()) {
            library.all(Section.SECURITY_SCHEMES).forEach(d -> found.put(d.key(), scheme(d, messages)));
        }
        return found;
    }

    private SecurityScheme scheme(Library.Decl decl, Messages messages) {
        Node.Obj o = reading.object(decl.node(), decl.name());
        reading.keys(o, "a security scheme", KEYS);
        String type = reading.text(o, "type");
        if (!KINDS.contains(type) && !type.startsWith("x-")) {
            reading.problems()
                    .error(
                            "RAML-UNKNOWN-SECURITY",
                            o.get("type").map(Node::span).orElse(decl.entry().keySpan()),
                            "'" + type + "' is not a kind of security scheme",
                            Suggestion.didYouMean(
                                    type, KINDS, "expected one of " + KINDS + " or a name that starts with 'x-'"));
        }
        Node.Obj described = reading.object(o, "describedBy").orElse(new Node.Obj(List.of(), o.span()));
        reading.keys(described, "'describedBy'", DESCRIBED);
        Map<String, Node> settings = new LinkedHashMap<>();
        Optional<Node.Obj> set = reading.object(o, "settings");
        set.ifPresent(s -> s.entries().forEach(e -> settings.put(e.key(), e.value())));
        settings(type, o, set.orElse(null));
        if (set.isPresent() && set.get().has("scopes")) {
            scopes.put(decl.key(), reading.texts(set.get(), "scopes"));
        }
        annotations.read(o, "SecurityScheme");
        List<Parameter> headers = messages.section(described, "headers", Parameter.In.HEADER);
        List<Parameter> query = messages.section(described, "queryParameters", Parameter.In.QUERY);
        Map<String, Response> responses = messages.responses(described);
        return new SecurityScheme(
                decl.key(),
                type,
                reading.text(o, "displayName"),
                reading.text(o, "description"),
                headers,
                query,
                responses,
                settings,
                decl.entry().keySpan());
    }

    private void settings(String type, Node.Obj scheme, Node.@Nullable Obj set) {
        if (type.equals("OAuth 1.0")) {
            require(scheme, set, "requestTokenUri");
            require(scheme, set, "authorizationUri");
            require(scheme, set, "tokenCredentialsUri");
            if (set != null) {
                reading.keys(
                        set,
                        "the settings of OAuth 1.0",
                        Set.of("requestTokenUri", "authorizationUri", "tokenCredentialsUri", "signatures"));
                for (String s : reading.texts(set, "signatures")) {
                    if (!SIGNATURES.contains(s)) {
                        reading.error(
                                "RAML-BAD-VALUE",
                                set.span(),
                                "'" + s + "' is not a signature, expected one of " + SIGNATURES);
                    }
                }
            }
        } else if (type.equals("OAuth 2.0")) {
            oauth2(scheme, set);
        } else if (set != null && KINDS.contains(type)) {
            reading.keys(set, "the settings of " + type, Set.of());
        }
    }

    private void oauth2(Node.Obj scheme, Node.@Nullable Obj set) {
        require(scheme, set, "authorizationGrants");
        if (set == null) {
            return;
        }
        reading.keys(
                set,
                "the settings of OAuth 2.0",
                Set.of("authorizationUri", "accessTokenUri", "authorizationGrants", "scopes"));
        List<String> grants = reading.texts(set, "authorizationGrants");
        for (String g : grants) {
            if (!GRANTS.contains(g) && !g.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.+")) {
                reading.error(
                        "RAML-BAD-VALUE",
                        set.span(),
                        "'" + g + "' is not a grant, expected one of " + GRANTS + " or an absolute URI");
            }
        }
        if (grants.contains("authorization_code") || grants.contains("implicit")) {
            require(scheme, set, "authorizationUri");
        }
        if (grants.stream().anyMatch(g -> !g.equals("implicit"))) {
            require(scheme, set, "accessTokenUri");
        }
    }

    private void require(Node.Obj scheme, Node.@Nullable Obj set, String key) {
        if (set == null || !set.has(key) || set.get(key).orElse(set) instanceof Node.Nil) {
            reading.error(
                    "RAML-MISSING-SETTING",
                    set == null ? scheme.span() : set.span(),
                    "the scheme needs the setting '" + key + "'");
        }
    }

    /** What {@code securedBy} asks for. */
    List<SecurityRequirement> requirements(Node.Obj o) {
        List<SecurityRequirement> found = new ArrayList<>();
        Node node = o.get("securedBy").map(Reading::plain).orElse(o);
        for (Node item : node instanceof Node.Seq s ? s.items() : List.of(node)) {
            switch (item) {
                case Node.Nil n -> found.add(new SecurityRequirement(Map.of(), n.span()));
                case Node.Text t ->
                    find(t.value(), item)
                            .ifPresent(k -> found.add(new SecurityRequirement(Map.of(k, List.of()), t.span())));
                case Node.Obj named
                when named.entries().size() == 1 -> {
                    Node.Entry e = named.entries().get(0);
                    Optional<String> key = find(e.key(), item);
                    List<String> asked = e.value() instanceof Node.Obj p ? reading.texts(p, "scopes") : List.of();
                    key.ifPresent(k -> {
                        scopes(k, asked, e);
                        found.add(new SecurityRequirement(Map.of(k, asked), e.keySpan()));
                    });
                }
                case Node n ->
                    reading.error(
                            "RAML-BAD-SECURITY", n.span(), "'securedBy' must name security schemes, found " + n.kind());
            }
        }
        return found;
    }

    private void scopes(String key, List<String> asked, Node.Entry e) {
        List<String> declared = scopes.get(key);
        if (declared != null) {
            asked.stream()
                    .filter(s -> !declared.contains(s))
                    .forEach(s -> reading.error(
                            "RAML-UNKNOWN-SCOPE",
                            e.value().span(),
                            "the scheme '" + key + "' has no scope '" + s + "'"));
        }
    }

    private Optional<String> find(String name, Node item) {
        Optional<Library.Decl> decl = documents.find(Section.SECURITY_SCHEMES, name, item.span());
        if (decl.isEmpty()) {
            documents.unknown(Section.SECURITY_SCHEMES, name, item.span());
        }
        return decl.map(Library.Decl::key);
    }
}
