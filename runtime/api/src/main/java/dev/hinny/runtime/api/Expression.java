package dev.hinny.runtime.api;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.Value;
import java.util.Map;

/**
 * An attribute or text that may hold {@code #[…]}: a compiled script, or a literal. Thread-safe.
 *
 * <p>Names it sees: payload, attributes, message, vars, correlationId, error, flow, app, mule, server, p, and what the
 * caller adds.
 */
public interface Expression {
    /** @throws FlowError of type {@code MULE:EXPRESSION} with the script's own message and place */
    Value evaluate(Event event) throws FlowError;

    /** Evaluates with more names than the event has. */
    Value evaluate(Event event, Map<String, TypedValue> more) throws FlowError;

    /** Evaluates and writes as the script's {@code output} directive says; without one, in the fallback's format. */
    TypedValue transform(Event event, MediaType fallback) throws FlowError;

    /** The value as text: what {@code as String} gives; empty text for null. */
    String text(Event event) throws FlowError;

    boolean bool(Event event) throws FlowError;

    long number(Event event) throws FlowError;

    /** True when it is plain text without a script. */
    boolean isLiteral();

    /** As written. */
    String source();
}
