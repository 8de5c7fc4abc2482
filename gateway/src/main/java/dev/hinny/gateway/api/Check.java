package dev.hinny.gateway.api;

/**
 * Decides from the head of a request alone. Runs on the event loop that serves many connections and must not block: no
 * waiting, no file, no network, no reading of the body. An exception refuses the request with 500.
 */
@FunctionalInterface
public non-sealed interface Check extends Policy {
    Decision onRequest(Exchange exchange);
}
