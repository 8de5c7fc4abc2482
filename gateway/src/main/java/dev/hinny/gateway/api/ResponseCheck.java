package dev.hinny.gateway.api;

/** A check that also sees the response. */
public interface ResponseCheck extends Check {
    /**
     * Sees, and may change, the head of the response to a request that this check let pass: the API's own, or the refusal of
     * a policy further in. Later policies see it first. Same rules as {@link #onRequest}; may run on another thread, never at
     * the same time.
     */
    void onResponse(Exchange exchange, ResponseView response);
}
