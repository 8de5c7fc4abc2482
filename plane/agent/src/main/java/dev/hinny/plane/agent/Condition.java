package dev.hinny.plane.agent;

import dev.hinny.plane.contract.agent.StatusReport;
import java.util.List;

/**
 * How a replica is, in its own words; the agent adds who it is and which snapshot is in force.
 *
 * @param startedMillis how long the start took, 0 while it has not ended
 * @param problems lines of the form of {@code Problem.line()}
 */
public record Condition(
        StatusReport.State state,
        long startedMillis,
        List<StatusReport.ListenerAddress> listeners,
        List<String> problems,
        List<StatusReport.ApiStatus> apis) {
    public Condition {
        listeners = List.copyOf(listeners);
        problems = List.copyOf(problems);
        apis = List.copyOf(apis);
    }

    /** Nothing but a state. */
    public static Condition of(StatusReport.State state) {
        return new Condition(state, 0, List.of(), List.of(), List.of());
    }
}
