package dev.hinny.gateway.engine;

import dev.hinny.base.Problem;
import dev.hinny.http.Request;

/** Told when a policy failed while it handled a request, whose client only sees a 500. Must not block. */
@FunctionalInterface
public interface FailureListener {
    FailureListener NONE = (request, problem, cause) -> {};

    /** @param problem names the policy and the API */
    void onFailure(Request request, Problem problem, Throwable cause);
}
