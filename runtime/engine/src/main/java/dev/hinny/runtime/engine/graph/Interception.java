package dev.hinny.runtime.engine.graph;

import dev.hinny.runtime.api.Component;
import dev.hinny.runtime.api.Interceptor;
import dev.hinny.runtime.api.Processor;
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

    /** A processor behind the interceptors; itself when there are none. */
    static Processor around(Processor processor, Component component, Optional<Interceptor> interceptor) {
        return interceptor
                .<Processor>map(i -> event -> i.around(component, event, processor))
                .orElse(processor);
    }

    private static Interceptor around(Interceptor outer, Interceptor inner) {
        return (component, event, next) -> outer.around(component, event, e -> inner.around(component, e, next));
    }
}
