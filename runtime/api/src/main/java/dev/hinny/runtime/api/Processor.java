package dev.hinny.runtime.api;

/**
 * A step of a flow. Runs on a virtual thread and may block. One instance serves many events at once, so it keeps no state
 * of an event.
 */
@FunctionalInterface
public interface Processor {
    /** @throws FlowError when the step cannot be done; the flow's error handler decides what follows */
    Event process(Event event) throws FlowError;
}
