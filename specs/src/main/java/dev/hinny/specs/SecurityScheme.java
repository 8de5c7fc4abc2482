package dev.hinny.specs;

import dev.hinny.base.SourceSpan;
import java.util.List;
import java.util.Map;

/**
 * A way to prove who calls.
 *
 * @param type as written: {@code OAuth 2.0}, {@code Basic Authentication}, {@code x-custom}; OAS {@code http}, {@code apiKey}, ...
 * @param headers what the scheme adds to each request that it secures
 * @param settings the rest, as written
 */
public record SecurityScheme(
        String name,
        String type,
        String displayName,
        String description,
        List<Parameter> headers,
        List<Parameter> queryParameters,
        Map<String, Response> responses,
        Map<String, Node> settings,
        SourceSpan span) {
    public SecurityScheme {
        headers = List.copyOf(headers);
        queryParameters = List.copyOf(queryParameters);
        responses = Copies.ordered(responses);
        settings = Copies.ordered(settings);
    }
}
