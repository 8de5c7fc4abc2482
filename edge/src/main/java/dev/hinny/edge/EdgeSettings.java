package dev.hinny.edge;

import dev.hinny.http.ErrorListener;
import dev.hinny.http.ForwardOptions;
import dev.hinny.http.ForwardOptions.ForwardedHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How an edge behaves, whatever it serves.
 *
 * @param idleTimeout of a client's connection without data
 * @param forward times and headers towards replicas
 * @param drain how long open requests of a listener that goes away may take
 * @param accessLog gets a JSON object for each request, on an event loop: must not block
 * @param errors told of failures
 */
public record EdgeSettings(
        Duration idleTimeout,
        ForwardOptions forward,
        Duration drain,
        Optional<Consumer<String>> accessLog,
        ErrorListener errors) {
    /**
     * 300 s idle and for a response, 30 s to drain, clients' own forwarded headers not trusted, no access log.
     * Connections to replicas are kept unused for 15 s, well below the 30 s after which a listener closes them: a request
     * that meets a connection at its end cannot be sent again when its method is not idempotent.
     */
    public static EdgeSettings standard() {
        return new EdgeSettings(
                Duration.ofSeconds(300),
                ForwardOptions.STANDARD.withForwarded(ForwardedHeaders.REPLACE).withIdleTimeout(Duration.ofSeconds(15)),
                Duration.ofSeconds(30),
                Optional.empty(),
                ErrorListener.NONE);
    }

    public EdgeSettings withAccessLog(Consumer<String> log) {
        return new EdgeSettings(idleTimeout, forward, drain, Optional.of(log), errors);
    }
}
