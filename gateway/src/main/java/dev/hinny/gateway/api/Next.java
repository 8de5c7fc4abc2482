package dev.hinny.gateway.api;

import dev.hinny.http.Response;

/** What is further in than a policy: the policies after it and the API. */
@FunctionalInterface
public interface Next {
    /**
     * Hands the request on and waits for its answer. Called again it sends the request again, which only a request without a
     * body or with one in memory allows.
     */
    Response proceed(Exchange exchange) throws Exception;
}
