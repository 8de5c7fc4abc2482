package dev.hinny.edge;

import dev.hinny.http.Answer;
import dev.hinny.http.Forward;
import dev.hinny.http.ForwardOptions;
import dev.hinny.http.Outcome;
import dev.hinny.http.Request;
import dev.hinny.http.RequestHandler;
import dev.hinny.http.Response;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a request's route in the table of the moment. A request keeps the route that it was given. */
final class Router implements RequestHandler {
    private final ForwardOptions options;
    private final @Nullable AccessLog log;
    private final Set<Backend> retiring = new HashSet<>();
    private volatile RoutingTable table = RoutingTable.EMPTY;

    Router(EdgeSettings settings) {
        this.options = settings.forward();
        this.log = settings.accessLog().map(AccessLog::new).orElse(null);
    }

    synchronized void swap(List<EdgeConfig.Rule> rules) {
        RoutingTable old = table;
        table = old.next(rules);
        retiring.addAll(old.backends());
        retiring.removeAll(table.backends());
        retiring.removeIf(backend -> backend.inFlight() == 0);
    }

    /** Requests at each replica, those of earlier tables included while they have any. */
    synchronized Map<String, Integer> inFlight() {
        Map<String, Integer> counts = new HashMap<>();
        retiring.removeIf(backend -> backend.inFlight() == 0);
        retiring.forEach(backend -> counts.merge(backend.target().replica(), backend.inFlight(), Integer::sum));
        table.backends().forEach(backend -> counts.merge(backend.target().replica(), backend.inFlight(), Integer::sum));
        return counts;
    }

    /** The route of the moment, or null. */
    @Nullable
    Route find(Request request) {
        Route[] routes = table.forHost(request.host());
        return routes == null ? null : RoutingTable.forPath(routes, request.rawPath());
    }

    @Override
    public Outcome onRequest(Request request) {
        String path = request.rawPath();
        if (climbs(path)) {
            return answer(request, 400, "Bad Request", "the path has a segment '.' or '..'", "");
        }
        String host = request.host();
        Route[] routes = table.forHost(host);
        if (routes == null) {
            return answer(request, 404, "Not Found", "no application answers the host '" + host + "'", "");
        }
        Route route = RoutingTable.forPath(routes, path);
        if (route == null) {
            return answer(request, 404, "Not Found", "no rule of the host '" + host + "' matches the path", "");
        }
        if (route.size() == 0) {
            String application = route.application();
            return answer(
                    request, 503, "Service Unavailable", "'" + application + "' has no running replica", application);
        }
        Passage passage = new Passage(this, request, route, log);
        return new Forward(passage, passage, passage, options);
    }

    private Outcome answer(Request request, int status, String title, String detail, String application) {
        AccessLog to = log;
        if (to != null) {
            request.onEnd(end -> to.write(request, end, application, ""));
        }
        Response response = Response.problem(status, title, detail);
        return new Answer(status == 503 ? response.withHeader("retry-after", "1") : response);
    }

    /** A path that climbs would reach what no rule exposes: the application resolves it after the prefix was matched. */
    static boolean climbs(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            int at = dot(path, slash + 1);
            if (at > 0) {
                int second = dot(path, at);
                at = second > 0 ? second : at;
                if (at == path.length() || path.charAt(at) == '/') {
                    return true;
                }
            }
        }
        return false;
    }

    /** The index behind a dot, plain or escaped, that stands at the index; 0 if none does. */
    private static int dot(String path, int at) {
        if (at < path.length() && path.charAt(at) == '.') {
            return at + 1;
        }
        return path.regionMatches(true, at, "%2e", 0, 3) ? at + 3 : 0;
    }
}
