package dev.hinny.runtime.api;

import dev.hinny.lang.engine.format.TypedValue;

/**
 * What a flow works on: a payload, and attributes that describe where it came from. Immutable.
 *
 * @see <a href="https://docs.mulesoft.com/mule-runtime/latest/about-mule-message">Message structure</a>
 */
public record Message(TypedValue payload, TypedValue attributes) {
    public static final Message EMPTY = new Message(TypedValue.NULL, TypedValue.NULL);

    public static Message of(TypedValue payload) {
        return new Message(payload, TypedValue.NULL);
    }

    public Message withPayload(TypedValue other) {
        return new Message(other, attributes);
    }

    public Message withAttributes(TypedValue other) {
        return new Message(payload, other);
    }
}
