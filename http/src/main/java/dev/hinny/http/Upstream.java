package dev.hinny.http;

import java.util.List;
import java.util.Optional;

/** Chooses where a request is forwarded to. Called on the event loop; must not block. */
@FunctionalInterface
public interface Upstream {
    /**
     * The destination for an attempt, counted from 0. A further attempt is only made while no byte of the request was
     * sent, or where an idempotent request without body met only idle connections that the other side closed. Empty ends the attempts: a 503 answer for attempt 0, else a 502 or 504 for the last failure.
     */
    Optional<Destination> next(int attempt);

    /** One destination, one attempt. */
    static Upstream of(Destination destination) {
        Optional<Destination> only = Optional.of(destination);
        return attempt -> attempt == 0 ? only : Optional.empty();
    }

    /** Each destination once, in order. */
    static Upstream inOrder(List<Destination> destinations) {
        List<Destination> all = List.copyOf(destinations);
        return attempt -> attempt < all.size() ? Optional.of(all.get(attempt)) : Optional.empty();
    }
}
