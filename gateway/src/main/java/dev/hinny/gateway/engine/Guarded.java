package dev.hinny.gateway.engine;

import dev.hinny.base.Problem;
import dev.hinny.http.Answer;
import dev.hinny.http.Outcome;
import dev.hinny.http.Request;
import dev.hinny.http.RequestHandler;
import dev.hinny.http.Response;
import java.util.List;
import java.util.Optional;

/**
 * An API instance as a snapshot left it.
 *
 * @param chain empty when a policy could not be applied: then every request is refused
 * @param steps the policies that could, whose state the next snapshot may take over
 */
record Guarded(Optional<Chain> chain, List<Step> steps, Outcome refusal, List<Problem> problems) {
    static Guarded open(Chain chain, List<Step> steps, List<Problem> problems) {
        return new Guarded(Optional.of(chain), steps, unavailable(""), problems);
    }

    /** What is wrong is told to the platform, not to the caller. */
    static Guarded closed(long api, List<Step> steps, List<Problem> problems) {
        return new Guarded(
                Optional.empty(),
                steps,
                unavailable("a policy of API " + api + " could not be applied; its status says why"),
                problems);
    }

    static Outcome unavailable(String detail) {
        return new Answer(Response.problem(503, "Service Unavailable", detail));
    }

    Outcome onRequest(Request request, RequestHandler next) {
        return chain.isPresent() ? chain.get().onRequest(request, next) : refusal;
    }
}
