package dev.hinny.specs;

import dev.hinny.base.SourceSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One API as its specification describes it, whatever the language. Immutable; every part knows its place.
 *
 * @param baseUri the base URI template as written (RAML {@code baseUri}, the first OAS server); empty where none is given
 * @param mediaTypes the default media types of bodies
 * @param protocols HTTP, HTTPS; empty where the base URI decides
 * @param resources every resource with its full path, in the order of the file (a parent before its children)
 * @param securedBy what an operation without its own requirement needs
 * @param types every named type, by the name that {@link Shape.Ref} uses; a type {@code T} of library {@code lib} is {@code lib.T}
 * @param files every file that took part, the root first
 */
public record Api(
        Language language,
        String title,
        String version,
        String description,
        String baseUri,
        List<Parameter> baseUriParameters,
        List<Server> servers,
        List<String> mediaTypes,
        List<String> protocols,
        List<Resource> resources,
        Map<String, SecurityScheme> securitySchemes,
        List<SecurityRequirement> securedBy,
        Map<String, TypeDef> types,
        List<Documentation> documentation,
        Map<String, Node> annotations,
        List<String> files,
        SourceSpan span) {
    public Api {
        baseUriParameters = List.copyOf(baseUriParameters);
        servers = List.copyOf(servers);
        mediaTypes = List.copyOf(mediaTypes);
        protocols = List.copyOf(protocols);
        resources = List.copyOf(resources);
        securitySchemes = Copies.ordered(securitySchemes);
        securedBy = List.copyOf(securedBy);
        types = Copies.ordered(types);
        documentation = List.copyOf(documentation);
        annotations = Copies.ordered(annotations);
        files = List.copyOf(files);
    }

    /** The language that the API was written in. */
    public enum Language {
        RAML_1_0("RAML 1.0"),
        OAS_3_0("OAS 3.0"),
        OAS_3_1("OAS 3.1");

        private final String label;

        Language(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A page of prose. */
    public record Documentation(String title, String content, SourceSpan span) {}

    /** The resource with this full path, as the file writes it. */
    public Optional<Resource> resource(String path) {
        return resources.stream().filter(r -> r.path().equals(path)).findFirst();
    }
}
