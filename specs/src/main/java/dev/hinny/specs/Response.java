package dev.hinny.specs;

import dev.hinny.base.SourceSpan;
import java.util.List;
import java.util.Map;

/** What one status carries. */
public record Response(
        String status,
        String description,
        List<Parameter> headers,
        List<Payload> bodies,
        Map<String, Node> annotations,
        SourceSpan span) {
    public Response {
        headers = List.copyOf(headers);
        bodies = List.copyOf(bodies);
        annotations = Copies.ordered(annotations);
    }
}
