package dev.hinny.connectors.apikit;

import dev.hinny.base.MediaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which flow implements an operation: by mapping, or by the flow's name, which is {@code get:\\users\\(id):config} or
 * {@code post:\\users:application\\json:config}.
 */
final class OperationFlows {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    /** A flow; the content type is empty where it takes any. */
    private record Candidate(String contentType, String flow) {}

    private final Map<String, List<Candidate>> byOperation;

    private OperationFlows(Map<String, List<Candidate>> byOperation) {
        this.byOperation = byOperation;
    }

    static OperationFlows of(String config, ApiParameters parameters, List<String> flowNames) {
        Map<String, List<Candidate>> found = new HashMap<>();
        if (parameters.flowMappings() != null) {
            for (ApiParameters.FlowMapping mapping : parameters.flowMappings().mappings()) {
                String type = mapping.contentType() == null ? "" : essence(mapping.contentType());
                add(found, mapping.action(), mapping.resource(), new Candidate(type, mapping.flow()));
            }
        }
        flowNames.forEach(flow -> named(config, flow, found));
        return new OperationFlows(found);
    }

    private static void named(String config, String flow, Map<String, List<Candidate>> found) {
        String[] parts = flow.split(":");
        if (parts.length < 2 || !METHODS.contains(parts[0].toLowerCase(Locale.ROOT))) {
            return;
        }
        int end = parts.length;
        if (end > 2 && parts[end - 1].equals(config)) {
            end--;
        } else if (end > 2 && parts[end - 1].indexOf('\\') < 0 && parts[end - 1].indexOf('/') < 0) {
            return;
        }
        String type = end > 2 ? essence(parts[2].replace('\\', '/')) : "";
        add(found, parts[0], parts[1].replace('\\', '/'), new Candidate(type, flow));
    }

    private static void add(Map<String, List<Candidate>> found, String method, String path, Candidate candidate) {
        found.computeIfAbsent(key(method, path), k -> new ArrayList<>()).add(candidate);
    }

    private static String key(String method, String path) {
        String plain = ("/" + path).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
        return method.strip().toLowerCase(Locale.ROOT) + " " + plain.replace('(', '{').replace(')', '}');
    }

    private static String essence(String type) {
        return MediaType.parse(type).map(MediaType::essence).orElse(type.toLowerCase(Locale.ROOT));
    }

    /** The flow for an operation and the content type of the request, which may be empty. */
    Optional<String> find(String method, String path, String contentType) {
        List<Candidate> candidates = byOperation.getOrDefault(key(method, path), List.of());
        String type = essence(contentType);
        return candidates.stream()
                .filter(c -> !c.contentType.isEmpty() && c.contentType.equals(type))
                .findFirst()
                .or(() -> candidates.stream().filter(c -> c.contentType.isEmpty()).findFirst())
                .or(() -> candidates.size() == 1 ? candidates.stream().findFirst() : Optional.empty())
                .map(Candidate::flow);
    }
}
