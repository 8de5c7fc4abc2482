package dev.hinny.runtime.api;

/**
 * What a connector does in the middle of a flow: takes the event, gives a message. The engine puts the message into the
 * event or, when the element has a {@code target}, its {@code targetValue} into a variable. Same rules as
 * {@link Processor}.
 */
@FunctionalInterface
public interface Operation {
    Message execute(Event event) throws FlowError;
}
