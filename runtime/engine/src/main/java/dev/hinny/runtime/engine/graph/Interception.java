package dev.hinny.runtime.engine.graph;

import dev.hinny.runtime.api.Interceptor;
import java.util.List;
import java.util.Optional;

/** Several interceptors as one; the first is the outermost. */
final class Interception {
    private Interception() {}

    static Optional<Interceptor> of(List<Interceptor> interceptors) {
        Optional<Interceptor> combined = Optional.empty();
        for (Interceptor outer : interceptors.reversed()) {
            combined = Optional.of(combined.map(inner -> around(outer, inner)).orElse(outer));
        }
        return combined;
    }

    private static Interceptor around(Interceptor outer, Interceptor inner) {
        return (component, event, next) ->
                outer.around(component, event, e -> inner.around(component, e, next));
    }
}
