package dev.hinny.runtime.api;

/**
 * Starts a flow: waits for something to happen and hands it over. Built once with its application, started and stopped with
 * the flow.
 */
public interface Source {
    /**
     * Begins to hand events to the flow; returns once it does.
     *
     * @throws dev.hinny.base.ProblemException when it cannot start, with the reason (a port in use)
     */
    void start(FlowEntry flow);

    /** Takes nothing new, then waits until what is in flight is done, at most as long as the drain time. */
    void stop(java.time.Duration drain);
}
