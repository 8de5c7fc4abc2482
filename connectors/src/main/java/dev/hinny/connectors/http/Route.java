package dev.hinny.connectors.http;

import dev.hinny.base.SourceSpan;
import dev.hinny.http.RequestHandler;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A listener's place in its server: the path and methods that it answers, and what is in flight. Safe for several threads. */
final class Route {
    final PathPattern path;
    final Set<String> methods;
    final String flow;
    final SourceSpan place;
    private volatile @Nullable RequestHandler handler;
    private int inFlight;

    Route(PathPattern path, Set<String> methods, String flow, SourceSpan place) {
        this.path = path;
        this.methods = methods;
        this.flow = flow;
        this.place = place;
    }

    boolean allows(String method) {
        return methods.isEmpty() || methods.contains(method);
    }

    /** Whether some request would fit both. */
    boolean conflictsWith(Route other) {
        return path.sameAs(other.path)
                && (methods.isEmpty() || other.methods.isEmpty() || methods.stream().anyMatch(other.methods::contains));
    }

    /** What handles requests; null while the listener does not run. */
    @Nullable RequestHandler handler() {
        return handler;
    }

    void open(RequestHandler opened) {
        handler = opened;
    }

    void close() {
        handler = null;
    }

    synchronized void enter() {
        inFlight++;
    }

    synchronized void leave() {
        inFlight--;
        notifyAll();
    }

    /** Waits until nothing is in flight, at most as long. */
    synchronized void awaitIdle(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (long left = atMost.toNanos(); inFlight > 0 && left > 0; left = end - System.nanoTime()) {
                wait(Math.max(1, left / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
