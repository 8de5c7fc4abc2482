package dev.hinny.specs;

import dev.hinny.base.SourceSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One method of one resource.
 *
 * @param method in lower case, {@code get}
 * @param id OAS {@code operationId}; empty where there is none
 * @param queryString the shape of the whole query as one object, instead of single parameters
 * @param bodies request bodies, one a media type; empty where none is described
 * @param bodyRequired whether a request without a body is wrong
 * @param responses by status: {@code 200}, {@code 4XX} or {@code default}
 * @param securedBy alternatives; empty where nothing is needed
 */
public record Operation(
        String method,
        String id,
        String displayName,
        String description,
        List<String> tags,
        List<Parameter> queryParameters,
        Optional<Shape> queryString,
        List<Parameter> headers,
        List<Parameter> cookies,
        List<Payload> bodies,
        boolean bodyRequired,
        Map<String, Response> responses,
        List<SecurityRequirement> securedBy,
        List<String> protocols,
        boolean deprecated,
        Map<String, Node> annotations,
        SourceSpan span) {
    public Operation {
        tags = List.copyOf(tags);
        queryParameters = List.copyOf(queryParameters);
        headers = List.copyOf(headers);
        cookies = List.copyOf(cookies);
        bodies = List.copyOf(bodies);
        responses = Copies.ordered(responses);
        securedBy = List.copyOf(securedBy);
        protocols = List.copyOf(protocols);
        annotations = Copies.ordered(annotations);
    }

    /** The response that describes a status: the exact one, its class ({@code 4XX}), or the default. */
    public Optional<Response> response(int status) {
        Response exact = responses.get(Integer.toString(status));
        if (exact != null) {
            return Optional.of(exact);
        }
        Response family = responses.get(status / 100 + "XX");
        return family != null ? Optional.of(family) : Optional.ofNullable(responses.get("default"));
    }
}
