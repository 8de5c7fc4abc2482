package dev.hinny.runtime.api;

import dev.hinny.lang.engine.format.TypedValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What passes from processor to processor: the message, the variables, the correlation id, and inside an error handler the
 * error. Immutable: each change gives a new event. Safe to share between threads.
 *
 * @see <a href="https://docs.mulesoft.com/mule-runtime/latest/about-mule-event">Events</a>
 */
public final class Event {
    private final Message message;
    private final Map<String, TypedValue> variables;
    private final String correlationId;
    private final @Nullable ErrorInfo error;
    private final Context context;

    private Event(
            Message message,
            Map<String, TypedValue> variables,
            String correlationId,
            @Nullable ErrorInfo error,
            Context context) {
        this.message = message;
        this.variables = variables;
        this.correlationId = correlationId;
        this.error = error;
        this.context = context;
    }

    /** The event that a source starts a flow with. */
    public static Event start(Message message, String correlationId, Context context) {
        return new Event(message, Map.of(), correlationId, null, context);
    }

    public Message message() {
        return message;
    }

    public TypedValue payload() {
        return message.payload();
    }

    public TypedValue attributes() {
        return message.attributes();
    }

    /** Unmodifiable, in the order in which the variables were first set. */
    public Map<String, TypedValue> variables() {
        return variables;
    }

    public Optional<TypedValue> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    public String correlationId() {
        return correlationId;
    }

    /** The error that is being handled; empty outside error handlers. */
    public Optional<ErrorInfo> error() {
        return Optional.ofNullable(error);
    }

    /** What belongs to the whole of this execution rather than to one step of it. */
    public Context context() {
        return context;
    }

    public Event withMessage(Message other) {
        return new Event(other, variables, correlationId, error, context);
    }

    public Event withPayload(TypedValue payload) {
        return withMessage(message.withPayload(payload));
    }

    public Event withVariable(String name, TypedValue value) {
        Map<String, TypedValue> changed = new LinkedHashMap<>(variables);
        changed.put(name, value);
        return withVariables(changed);
    }

    public Event withoutVariable(String name) {
        if (!variables.containsKey(name)) {
            return this;
        }
        Map<String, TypedValue> changed = new LinkedHashMap<>(variables);
        changed.remove(name);
        return withVariables(changed);
    }

    /** All variables replaced. The map is taken over and must not change afterwards. */
    public Event withVariables(Map<String, TypedValue> all) {
        return new Event(message, Collections.unmodifiableMap(all), correlationId, error, context);
    }

    public Event withError(@Nullable ErrorInfo other) {
        return new Event(message, variables, correlationId, other, context);
    }

    public Event withCorrelationId(String other) {
        return new Event(message, variables, other, error, context);
    }

    public Event withContext(Context other) {
        return new Event(message, variables, correlationId, error, other);
    }

    /**
     * The execution that an event belongs to.
     *
     * @param flow name of the flow that runs now; {@code flow.name} of the language
     * @param depth how many flow references are open, to bound recursion
     * @param source name of the flow whose source made the event
     * @param caller the context of the flow that called this one; null for the one that the source started
     */
    public record Context(
            String flow, int depth, String source, @Nullable Context caller) {
        /** The context that a source starts with. */
        public Context(String flow, int depth, String source) {
            this(flow, depth, source, null);
        }

        /** Inside a flow that this one calls. */
        public Context enter(String name) {
            return new Context(name, depth + 1, source, this);
        }

        /** Names of the open flows, the innermost first. */
        public List<String> stack() {
            List<String> names = new ArrayList<>();
            for (Context context = this; context != null; context = context.caller) {
                names.add(context.flow);
            }
            return names;
        }
    }
}
