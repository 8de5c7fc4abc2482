package dev.hinny.gateway.api;

import dev.hinny.http.Response;

/** Goes around everything further in, on a virtual thread where it may block, read bodies and call others. */
@FunctionalInterface
public non-sealed interface Around extends Policy {
    /**
     * Answers, either by itself or with what {@link Next#proceed} gave. An exception of its own becomes a 500 answer that
     * names the policy; one that {@code proceed} threw passes through.
     */
    Response handle(Exchange exchange, Next next) throws Exception;
}
