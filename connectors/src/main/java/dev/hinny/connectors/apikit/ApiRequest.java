package dev.hinny.connectors.apikit;

import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.UriValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP request as the attributes of an event describe it, wherever the event came from.
 *
 * @param path below the listener's path, percent-encoded as it came
 * @param base the listener's path without its wildcard, as it was called
 */
record ApiRequest(
        ObjectValue attributes,
        String method,
        String path,
        String base,
        Map<String, List<String>> query,
        Map<String, List<String>> headers) {

    /** Empty when the event has no such attributes. */
    static Optional<ApiRequest> of(Event event) {
        if (!(event.attributes().value() instanceof ObjectValue attributes)) {
            return Optional.empty();
        }
        String method = text(attributes, "method");
        String request = text(attributes, "rawRequestPath");
        if (request.isEmpty()) {
            request = text(attributes, "requestPath");
        }
        if (request.isEmpty()) {
            request = text(attributes, "relativePath");
        }
        if (method.isEmpty()) {
            return Optional.empty();
        }
        int base = baseEnd(request, text(attributes, "listenerPath"));
        String path = request.substring(base);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(pairs(attributes.get("headers")));
        return Optional.of(new ApiRequest(
                attributes,
                method,
                path.isEmpty() ? "/" : path,
                request.substring(0, base),
                pairs(attributes.get("queryParams")),
                headers));
    }

    /** Where the part of a path ends that a listener's path, up to its wildcard, stands for. */
    private static int baseEnd(String request, String listenerPath) {
        String fixed = listenerPath.endsWith("*") ? listenerPath.substring(0, listenerPath.length() - 1) : listenerPath;
        int at = 0;
        for (String segment : fixed.split("/")) {
            if (segment.isEmpty()) {
                continue;
            }
            int start = at;
            while (start < request.length() && request.charAt(start) == '/') {
                start++;
            }
            int end = request.indexOf('/', start);
            end = end < 0 ? request.length() : end;
            boolean fits = segment.startsWith("{") || segment.equals(request.substring(start, end));
            if (!fits) {
                return 0;
            }
            at = end;
        }
        return at;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(v -> !v.isEmpty()).map(List::getFirst);
    }

    private static Map<String, List<String>> pairs(@org.jspecify.annotations.Nullable Value value) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        if (value instanceof ObjectValue object) {
            for (Entry entry : object) {
                found.computeIfAbsent(entry.key().name(), k -> new ArrayList<>()).add(text(entry.value()));
            }
        }
        return found;
    }

    private static String text(ObjectValue object, String name) {
        return text(object.get(name));
    }

    private static String text(@org.jspecify.annotations.Nullable Value value) {
        return switch (value) {
            case StringValue s -> s.text();
            case NumberValue n -> n.decimal().toPlainString();
            case dev.hinny.lang.engine.value.BooleanValue b -> Boolean.toString(b.value());
            case UriValue u -> u.text();
            case null, default -> "";
        };
    }
}
