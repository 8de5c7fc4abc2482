package dev.hinny.edge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All routes at one moment. Immutable but for the health of its backends, which it takes over from the table before. */
final class RoutingTable {
    static final RoutingTable EMPTY = new RoutingTable(Map.of(), Map.of(), null, Map.of());

    private final Map<String, Route[]> exact;
    /** By the part of the host from the dot on. */
    private final Map<String, Route[]> below;

    private final Route @Nullable [] everywhere;
    private final Map<EdgeConfig.Target, Backend> backends;

    private RoutingTable(
            Map<String, Route[]> exact,
            Map<String, Route[]> below,
            Route @Nullable [] everywhere,
            Map<EdgeConfig.Target, Backend> backends) {
        this.exact = exact;
        this.below = below;
        this.everywhere = everywhere;
        this.backends = backends;
    }

    /** The table of the rules, with this one's backends where they stay. */
    RoutingTable next(List<EdgeConfig.Rule> rules) {
        Map<EdgeConfig.Target, Backend> all = new HashMap<>();
        Map<String, List<Route>> byHost = new HashMap<>();
        for (EdgeConfig.Rule rule : rules) {
            List<Backend> targets = rule.targets().stream()
                    .map(target -> all.computeIfAbsent(target, this::backend))
                    .toList();
            byHost.computeIfAbsent(rule.host().toLowerCase(Locale.ROOT), host -> new ArrayList<>())
                    .add(new Route(rule, targets));
        }
        Map<String, Route[]> names = new HashMap<>();
        Map<String, Route[]> domains = new HashMap<>();
        byHost.forEach((host, routes) -> {
            routes.sort(Comparator.comparingInt((Route route) -> route.prefix().length())
                    .reversed());
            Route[] sorted = routes.toArray(Route[]::new);
            if (host.startsWith("*.")) {
                domains.put(host.substring(1), sorted);
            } else {
                names.put(host, sorted);
            }
        });
        return new RoutingTable(names, domains, names.remove("*"), all);
    }

    private Backend backend(EdgeConfig.Target target) {
        Backend present = backends.get(target);
        return present == null ? new Backend(target) : present;
    }

    Collection<Backend> backends() {
        return backends.values();
    }

    /** The routes of a host in lower case, longest prefix first; null for one that no rule names. */
    Route @Nullable [] forHost(String host) {
        Route[] routes = exact.get(host);
        if (routes != null) {
            return routes;
        }
        if (!below.isEmpty()) {
            for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
                Route[] domain = below.get(host.substring(dot));
                if (domain != null) {
                    return domain;
                }
            }
        }
        if (host.endsWith(".")) {
            return forHost(host.substring(0, host.length() - 1));
        }
        return everywhere;
    }

    /** The route with the longest prefix of the path, or null. */
    static @Nullable Route forPath(Route[] routes, String path) {
        for (Route route : routes) {
            if (route.matches(path)) {
                return route;
            }
        }
        return null;
    }
}
