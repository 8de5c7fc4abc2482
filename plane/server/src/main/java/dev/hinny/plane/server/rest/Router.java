package dev.hinny.plane.server.rest;

import dev.hinny.base.Suggestion;
import dev.hinny.http.BlockingHandler;
import dev.hinny.http.Request;
import dev.hinny.http.Response;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the route of a request by method and path template; a literal segment wins over a variable. */
public final class Router implements BlockingHandler {
    private final Authentication authentication;
    private final Path uploads;
    private final int maxJson;
    private final Map<Integer, List<Entry>> bySegments = new HashMap<>();
    private final Set<String> operations = new TreeSet<>();

    /** Who sends a request, by its headers. */
    @FunctionalInterface
    public interface Authentication {
        /** @throws Refusal 401 without valid credentials */
        Principal principal(Request request);
    }

    private record Entry(String method, List<String> template, boolean open, Route route) {}

    /**
     * @param uploads directory for the files of multipart bodies
     * @param maxJson bytes of a body that is read as a whole
     */
    public Router(Authentication authentication, Path uploads, int maxJson) {
        this.maxJson = maxJson;
        this.authentication = authentication;
        this.uploads = uploads;
    }

    public Router get(String template, Route route) {
        return add("GET", template, false, route);
    }

    public Router post(String template, Route route) {
        return add("POST", template, false, route);
    }

    public Router put(String template, Route route) {
        return add("PUT", template, false, route);
    }

    public Router patch(String template, Route route) {
        return add("PATCH", template, false, route);
    }

    public Router delete(String template, Route route) {
        return add("DELETE", template, false, route);
    }

    /** A route that anybody may call. */
    public Router open(String method, String template, Route route) {
        return add(method, template, true, route);
    }

    /** {@code METHOD /path/{variable}} of every route. */
    public Set<String> operations() {
        return operations;
    }

    private Router add(String method, String template, boolean open, Route route) {
        if (!operations.add(method + " " + template)) {
            throw new IllegalStateException("two routes for " + method + " " + template);
        }
        List<String> segments = segments(template);
        bySegments
                .computeIfAbsent(segments.size(), n -> new ArrayList<>())
                .add(new Entry(method, segments, open, route));
        return this;
    }

    @Override
    public Response handle(Request request) {
        try {
            List<String> path = segments(request.rawPath());
            Entry entry = find(request, path);
            Principal principal = entry.open() ? null : authentication.principal(request);
            return entry.route().answer(new Call(request, variables(entry, path), principal, uploads, maxJson));
        } catch (Exception e) {
            return Replies.failure(e, request.method() + " " + request.rawPath());
        } finally {
            request.body().close();
        }
    }

    private Entry find(Request request, List<String> path) {
        Entry best = null;
        Set<String> others = new TreeSet<>();
        for (Entry entry : bySegments.getOrDefault(path.size(), List.of())) {
            if (!matches(entry.template(), path)) {
                continue;
            }
            if (!entry.method().equals(request.method())) {
                others.add(entry.method());
            } else if (best == null || literals(entry) > literals(best)) {
                best = entry;
            }
        }
        if (best != null) {
            return best;
        }
        if (!others.isEmpty()) {
            throw new Refusal(405, "'" + request.rawPath() + "' answers " + String.join(", ", others), List.of());
        }
        String hint = Suggestion.closest(request.rawPath(), paths())
                .map(p -> "; did you mean '" + p + "'?")
                .orElse("");
        throw Refusal.notFound("there is nothing at '" + request.rawPath() + "'" + hint);
    }

    private List<String> paths() {
        return operations.stream().map(o -> o.substring(o.indexOf(' ') + 1)).toList();
    }

    private static boolean matches(List<String> template, List<String> path) {
        for (int i = 0; i < path.size(); i++) {
            if (!template.get(i).startsWith("{") && !template.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static long literals(Entry entry) {
        return entry.template().stream().filter(s -> !s.startsWith("{")).count();
    }

    private static Map<String, String> variables(@Nullable Entry entry, List<String> path) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; entry != null && i < path.size(); i++) {
            String segment = entry.template().get(i);
            if (segment.startsWith("{")) {
                variables.put(segment.substring(1, segment.length() - 1), decode(path.get(i)));
            }
        }
        return variables;
    }

    private static List<String> segments(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return List.of(trimmed.substring(trimmed.startsWith("/") ? 1 : 0).split("/", -1));
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("'" + segment + "' has a broken % escape");
        }
    }
}
