package dev.hinny.runtime.engine.expression;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.runtime.api.Event;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which parts of the event a script without an {@code output} directive reads: when all of them are JSON, so is the result.
 *
 * @see <a href="https://docs.mulesoft.com/dataweave/latest/dataweave-formats">DataWeave formats, default output</a>
 */
final class Inputs {
    private static final Pattern TEXTS =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern NAMES = Pattern.compile(
            "(?<![.\\w])(?:(?:message\\.)?(payload)|vars\\.(\\w+)|(message\\.attributes|attributes|message|vars|error|server|app|mule))\\b");

    private final Set<String> variables;
    private final boolean payload;
    private final boolean others;

    private Inputs(Set<String> variables, boolean payload, boolean others) {
        this.variables = variables;
        this.payload = payload;
        this.others = others;
    }

    static Inputs of(String script) {
        Matcher names = NAMES.matcher(TEXTS.matcher(script).replaceAll("''"));
        Set<String> variables = new LinkedHashSet<>();
        boolean payload = false;
        boolean others = false;
        while (names.find()) {
            payload |= names.group(1) != null;
            others |= names.group(3) != null;
            if (names.group(2) != null) {
                variables.add(names.group(2));
            }
        }
        return new Inputs(Set.copyOf(variables), payload, others);
    }

    /** The result under the media type that its inputs ask for. */
    TypedValue typed(TypedValue result, Event event) {
        if (others || (!payload && variables.isEmpty()) || (payload && !isJson(event.payload()))) {
            return result;
        }
        for (String name : variables) {
            TypedValue variable = event.variables().get(name);
            if (variable == null || !isJson(variable)) {
                return result;
            }
        }
        return result.withMediaType(MediaType.JSON);
    }

    private static boolean isJson(TypedValue value) {
        return value.mediaType().subtype().equals("json")
                || value.mediaType().subtype().endsWith("+json");
    }
}
