package dev.hinny.runtime.engine.graph;

import dev.hinny.runtime.api.ErrorType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A list of error types as handlers write it: {@code HTTP:TIMEOUT, APP:*, ANY}. A type matches an error of it or of a
 * descendant; {@code ANY} matches every error but critical ones; an empty list matches like {@code ANY}.
 */
public record ErrorMatcher(List<Name> names) {
    /** One type; {@code *} is any namespace or identifier. */
    public record Name(String namespace, String identifier) {}

    public ErrorMatcher {
        names = List.copyOf(names);
    }

    public static ErrorMatcher of(String types) {
        return new ErrorMatcher(Arrays.stream(types.split(","))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .map(ErrorMatcher::name)
                .toList());
    }

    private static Name name(String type) {
        String upper = type.toUpperCase(Locale.ROOT);
        int colon = upper.indexOf(':');
        if (colon >= 0) {
            return new Name(
                    upper.substring(0, colon).strip(),
                    upper.substring(colon + 1).strip());
        }
        return upper.equals("*") ? new Name("*", "*") : new Name("MULE", upper);
    }

    public boolean matches(ErrorType type) {
        return names.isEmpty() ? type.is(ErrorType.ANY) : names.stream().anyMatch(n -> matches(n, type));
    }

    private static boolean matches(Name name, ErrorType type) {
        if (name.namespace.equals("*") && name.identifier.equals("*")) {
            return type.is(ErrorType.ANY);
        }
        for (ErrorType t = type; t != null; t = t.parent()) {
            if ((name.namespace.equals("*") || name.namespace.equals(t.namespace()))
                    && (name.identifier.equals("*") || name.identifier.equals(t.identifier()))) {
                return true;
            }
        }
        return false;
    }
}
