package dev.hinny.specs;

import dev.hinny.base.SourceSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource.
 *
 * @param path the full template below the base URI, for example {@code /users/{id}}
 * @param relativePath the part that this resource adds to its parent
 * @param parent the full path of the resource above; empty at the top
 * @param uriParameters one for each placeholder of the full path, in order, whether declared or not
 */
public record Resource(
        String path,
        String relativePath,
        String parent,
        String displayName,
        String description,
        List<Parameter> uriParameters,
        List<Operation> operations,
        Map<String, Node> annotations,
        SourceSpan span) {
    public Resource {
        uriParameters = List.copyOf(uriParameters);
        operations = List.copyOf(operations);
        annotations = Copies.ordered(annotations);
    }

    /** The operation of this method, whatever its case. */
    public Optional<Operation> operation(String method) {
        return operations.stream()
                .filter(o -> o.method().equalsIgnoreCase(method))
                .findFirst();
    }
}
