package dev.hinny.gateway.engine;

import dev.hinny.base.Problem;
import java.util.List;

/**
 * An API instance that a flow of this process is bound to.
 *
 * @param flow whose requests it guards
 * @param problems why it refuses all requests (errors) or may not do what is wanted (warnings)
 */
public record BoundApi(long id, String flow, List<Problem> problems) {
    public BoundApi {
        problems = List.copyOf(problems);
    }
}
