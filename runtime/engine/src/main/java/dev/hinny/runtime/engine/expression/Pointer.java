package dev.hinny.runtime.engine.expression;

import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.runtime.api.Event;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script that only names the payload, the attributes or a variable: the event's part is then handed on as it is, with its
 * media type and without being read.
 */
sealed interface Pointer {
    Pattern SIMPLE = Pattern.compile("\\s*(?:message\\.)?(payload|attributes)\\s*|\\s*vars\\.(\\w+)\\s*");

    Optional<TypedValue> find(Event event);

    static Pointer of(String script) {
        Matcher simple = SIMPLE.matcher(script);
        if (!simple.matches()) {
            return new None();
        }
        if (simple.group(2) != null) {
            return new Variable(simple.group(2));
        }
        return simple.group(1).equals("payload") ? new Payload() : new Attributes();
    }

    /** Any other script. */
    record None() implements Pointer {
        @Override
        public Optional<TypedValue> find(Event event) {
            return Optional.empty();
        }
    }

    /** {@code payload}. */
    record Payload() implements Pointer {
        @Override
        public Optional<TypedValue> find(Event event) {
            return Optional.of(event.payload());
        }
    }

    /** {@code attributes}. */
    record Attributes() implements Pointer {
        @Override
        public Optional<TypedValue> find(Event event) {
            return Optional.of(event.attributes());
        }
    }

    /** {@code vars.name}. */
    record Variable(String name) implements Pointer {
        @Override
        public Optional<TypedValue> find(Event event) {
            return Optional.of(event.variable(name).orElse(TypedValue.NULL));
        }
    }
}
