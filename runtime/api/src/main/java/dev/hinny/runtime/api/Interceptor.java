package dev.hinny.runtime.api;

/**
 * Goes around every processor call of an application: mocks, spies, coverage, tracing, metrics, recording and debugging all
 * plug in here. With none present a call costs nothing more.
 */
public interface Interceptor {
    /** Calls {@code next} once, or answers in its place. */
    Event around(Component component, Event event, Processor next) throws FlowError;
}
