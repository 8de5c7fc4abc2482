package dev.hinny.edge;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A rule made ready for requests. */
final class Route {
    private final String prefix;
    private final String targetPath;
    private final String application;
    private final boolean unchanged;
    private final Backend[] backends;
    private final AtomicInteger turn = new AtomicInteger();

    Route(EdgeConfig.Rule rule, List<Backend> backends) {
        this.prefix = rule.pathPrefix();
        this.targetPath = rule.targetPath().isEmpty() ? "/" : rule.targetPath();
        this.application = rule.application();
        this.unchanged = prefix.equals(targetPath);
        this.backends = backends.toArray(Backend[]::new);
    }

    String prefix() {
        return prefix;
    }

    String application() {
        return application;
    }

    int size() {
        return backends.length;
    }

    Backend backend(int index) {
        return backends[index];
    }

    boolean matches(String path) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length()
                        || prefix.charAt(prefix.length() - 1) == '/'
                        || path.charAt(prefix.length()) == '/');
    }

    /** Whether requests keep their path. */
    boolean unchanged() {
        return unchanged;
    }

    /** The path that the application sees: the target path in the prefix's place, with one slash where they meet. */
    String rewrite(String path) {
        String rest = path.substring(prefix.length());
        boolean left = targetPath.endsWith("/");
        boolean right = rest.startsWith("/");
        if (left && right) {
            return targetPath + rest.substring(1);
        }
        return left || right || rest.isEmpty() ? targetPath + rest : targetPath + "/" + rest;
    }

    /** Whether a request that was made ready for the other route may go by this one. */
    boolean replaces(Route other) {
        return this != other && prefix.equals(other.prefix) && targetPath.equals(other.targetPath);
    }

    /** Where the search for a backend begins; each request one further. */
    int nextTurn() {
        return Math.floorMod(turn.getAndIncrement(), Math.max(1, backends.length));
    }

    /** The index of the first that is available and was not tried; if none is, of the first not tried; else -1. */
    int choose(int start, long now, @Nullable BitSet tried) {
        int spare = -1;
        for (int i = 0; i < backends.length; i++) {
            int index = start + i < backends.length ? start + i : start + i - backends.length;
            if (tried != null && tried.get(index)) {
                continue;
            }
            if (backends[index].available(now)) {
                return index;
            }
            spare = spare < 0 ? index : spare;
        }
        return spare;
    }
}
