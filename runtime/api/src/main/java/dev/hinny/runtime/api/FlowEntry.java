package dev.hinny.runtime.api;

/** The way into a flow, as its source sees it. Safe for use by several threads; every call blocks until the flow is done. */
public interface FlowEntry {
    String flowName();

    /** A new event for this flow; an empty correlation id makes a fresh one. */
    Event event(Message message, String correlationId);

    /**
     * Runs the flow and its error handler.
     *
     * @throws FlowError when an error left the flow: not handled, or propagated. {@link FlowError#event} is then the event
     *     as the error handler left it, from which a source builds its error response
     */
    Event run(Event event) throws FlowError;
}
