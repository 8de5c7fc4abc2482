package dev.hinny.specs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation that a request means. Literal segments win over templates, templates with more literal text over
 * those with less, and earlier resources over later ones. Immutable and safe for use by several threads.
 */
public final class ApiRouter {
    private final Branch root;

    private ApiRouter(Branch root) {
        this.root = root;
    }

    /** What a request means. */
    public sealed interface Match {
        /**
         * @param uriParameters percent-decoded, in the order of the path
         */
        record Found(Resource resource, Operation operation, Map<String, String> uriParameters) implements Match {}

        /** The path belongs to no resource. */
        record NoResource() implements Match {}

        /**
         * @param allowed the methods that the resource has, in upper case
         */
        record MethodNotAllowed(Resource resource, List<String> allowed) implements Match {}
    }

    public static ApiRouter of(Api api) {
        Branch root = new Branch();
        for (Resource resource : api.resources()) {
            Branch at = root;
            for (String segment : segments(resource.path())) {
                at = at.child(segment);
            }
            if (at.resource == null || at.resource.operations().isEmpty()) {
                at.resource = resource;
            }
        }
        root.sort();
        return new ApiRouter(root);
    }

    /**
     * Finds the operation.
     *
     * @param method in any case
     * @param path below the base URI, still percent-encoded, without a query; a trailing slash is tolerated
     */
    public Match match(String method, String path) {
        int query = path.indexOf('?');
        List<String> raw = segments(query < 0 ? path : path.substring(0, query));
        Map<String, String> parameters = new LinkedHashMap<>();
        Optional<Resource> found = root.find(raw, 0, parameters);
        if (found.isEmpty() && raw.size() > 1 && raw.get(raw.size() - 1).isEmpty()) {
            parameters.clear();
            found = root.find(raw.subList(0, raw.size() - 1), 0, parameters);
        }
        if (found.isEmpty()) {
            return new Match.NoResource();
        }
        Resource resource = found.get();
        Optional<Operation> operation = resource.operation(method);
        if (operation.isEmpty()) {
            return new Match.MethodNotAllowed(
                    resource,
                    resource.operations().stream()
                            .map(o -> o.method().toUpperCase(java.util.Locale.ROOT))
                            .toList());
        }
        Map<String, String> ordered = new LinkedHashMap<>();
        resource.uriParameters().forEach(p -> {
            String value = parameters.get(p.name());
            if (value != null) {
                ordered.put(p.name(), value);
            }
        });
        parameters.forEach(ordered::putIfAbsent);
        return new Match.Found(resource, operation.get(), Copies.ordered(ordered));
    }

    private static List<String> segments(String path) {
        String rest = path.startsWith("/") ? path.substring(1) : path;
        return List.of(rest.split("/", -1));
    }

    /** One level of the tree of paths. */
    private static final class Branch {
        private final Map<String, Branch> literals = new HashMap<>();
        private final Map<String, Branch> byTemplate = new LinkedHashMap<>();
        private final List<Template> templates = new ArrayList<>();
        private @Nullable Resource resource;

        Branch child(String segment) {
            if (segment.indexOf('{') < 0) {
                return literals.computeIfAbsent(decode(segment), s -> new Branch());
            }
            return byTemplate.computeIfAbsent(segment, s -> {
                Branch next = new Branch();
                templates.add(Template.of(segment, next));
                return next;
            });
        }

        void sort() {
            templates.sort(Comparator.comparingInt((Template t) -> -t.weight()));
            literals.values().forEach(Branch::sort);
            byTemplate.values().forEach(Branch::sort);
        }

        Optional<Resource> find(List<String> segments, int at, Map<String, String> parameters) {
            if (at == segments.size()) {
                return Optional.ofNullable(resource);
            }
            String segment = decode(segments.get(at));
            Branch literal = literals.get(segment);
            if (literal != null) {
                Optional<Resource> found = literal.find(segments, at + 1, parameters);
                if (found.isPresent()) {
                    return found;
                }
            }
            for (Template template : templates) {
                Map<String, String> own = new LinkedHashMap<>();
                if (template.matches(segment, own)) {
                    Optional<Resource> found = template.next().find(segments, at + 1, parameters);
                    if (found.isPresent()) {
                        own.forEach(parameters::putIfAbsent);
                        return found;
                    }
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A segment with placeholders.
     *
     * @param texts what stands before, between and after the placeholders: one more than there are names
     */
    private record Template(List<String> texts, List<String> names, Branch next) {
        static Template of(String segment, Branch next) {
            List<String> texts = new ArrayList<>();
            List<String> names = new ArrayList<>();
            int at = 0;
            for (int open = segment.indexOf('{'); open >= 0; open = segment.indexOf('{', at)) {
                int close = segment.indexOf('}', open);
                if (close < 0) {
                    break;
                }
                texts.add(decode(segment.substring(at, open)));
                names.add(segment.substring(open + 1, close));
                at = close + 1;
            }
            texts.add(decode(segment.substring(at)));
            return new Template(texts, names, next);
        }

        int weight() {
            return texts.stream().mapToInt(String::length).sum();
        }

        boolean matches(String segment, Map<String, String> parameters) {
            if (!segment.startsWith(texts.get(0))) {
                return false;
            }
            int at = texts.get(0).length();
            for (int i = 0; i < names.size(); i++) {
                String text = texts.get(i + 1);
                boolean last = i == names.size() - 1;
                boolean maybeEmpty = names.get(i).equals("mediaTypeExtension");
                int from = maybeEmpty ? at : at + 1;
                int end = last ? segment.length() - text.length() : text.isEmpty() ? from : segment.indexOf(text, from);
                if (end < from || last && !segment.endsWith(text)) {
                    return false;
                }
                String value = segment.substring(at, end);
                if (maybeEmpty && !value.isEmpty() && !value.startsWith(".")) {
                    return false;
                }
                parameters.put(names.get(i), value);
                at = end + text.length();
            }
            return at == segment.length() && !names.isEmpty();
        }
    }

    /** Percent-decodes UTF-8; text that is not encoded properly stays as it is. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
