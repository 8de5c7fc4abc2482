package dev.hinny.runtime.engine.graph;

import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;

/** What a flow reference calls. */
public interface FlowTarget {
    /** Runs it within the caller's execution; the event comes back in the caller's context. */
    Event call(Event event) throws FlowError;
}
