package dev.hinny.runtime.api;

/**
 * Goes around every processor call of an application, and around every run of a flow or sub-flow (components {@code flow}
 * and {@code sub-flow}, with their {@code name}): mocks, spies, coverage, tracing, metrics, recording and debugging all
 * plug in here. With none present a call costs nothing more.
 */
public interface Interceptor {
    /** Calls {@code next} once, or answers in its place. */
    Event around(Component component, Event event, Processor next) throws FlowError;
}
