package dev.hinny.runtime.engine.graph;

import dev.hinny.base.MediaType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import org.jspecify.annotations.Nullable;

/**
 * Where a result goes: the message, or a variable that takes {@code targetValue} of it.
 *
 * @param variable null: the message is replaced
 */
public record Target(@Nullable Expression variable, Expression value) {
    public Event put(Event event, Message result) throws FlowError {
        return variable == null
                ? event.withMessage(result)
                : event.withVariable(variable.text(event), value.transform(event.withMessage(result), MediaType.JAVA));
    }
}
