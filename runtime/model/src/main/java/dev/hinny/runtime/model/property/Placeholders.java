package dev.hinny.runtime.model.property;

import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.Suggestion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Replaces {@code ${name}} by properties, also inside the values of properties; {@code \${name}} stays as it is without the
 * backslash.
 */
public final class Placeholders {
    private final PropertySources sources;
    private final Problems problems;
    private final Severity unresolved;

    /** @param unresolved how bad a name without a value is */
    public Placeholders(PropertySources sources, Problems problems, Severity unresolved) {
        this.sources = sources;
        this.problems = problems;
        this.unresolved = unresolved;
    }

    /** The text with all placeholders replaced; one that has no value stays as written, with a problem. */
    public String resolve(String text, SourceSpan place) {
        return text.contains("${") ? resolve(text, place, new ArrayDeque<>()) : text;
    }

    private String resolve(String text, SourceSpan place, Deque<String> open) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int start = text.indexOf("${", i);
            if (start < 0) {
                break;
            }
            if (start > 0 && text.charAt(start - 1) == '\\') {
                out.append(text, i, start - 1).append("${");
                i = start + 2;
                continue;
            }
            int end = closing(text, start + 2);
            if (end < 0) {
                break;
            }
            out.append(text, i, start);
            String name = text.substring(start + 2, end);
            out.append(value(name.contains("${") ? resolve(name, place, open) : name, place, open));
            i = end + 1;
        }
        return out.append(text, i, text.length()).toString();
    }

    private static int closing(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private String value(String name, SourceSpan place, Deque<String> open) {
        if (name.equals(open.peek())) {
            return unresolved(name, place);
        }
        if (open.contains(name)) {
            problems.error(
                    "CIRCULAR-PROPERTY",
                    place,
                    "the property '" + name + "' refers to itself: " + String.join(" -> ", open.reversed()) + " -> "
                            + name,
                    "break the circle");
            return "${" + name + "}";
        }
        Optional<String> found = sources.get(name);
        if (found.isEmpty()) {
            int colon = name.indexOf(':');
            if (colon > 0 && !name.startsWith("::", colon)) {
                found = sources.get(name.substring(0, colon));
                if (found.isEmpty()) {
                    return name.substring(colon + 1);
                }
            }
        }
        if (found.isEmpty()) {
            return unresolved(name, place);
        }
        String value = found.get();
        if (!value.contains("${")) {
            return value;
        }
        open.push(name);
        String resolved = resolve(value, place, open);
        open.pop();
        return resolved;
    }

    /** Also for {@code name: ${name}}, which leaves the value to the environment or the deployment. */
    private String unresolved(String name, SourceSpan place) {
        problems.add(Problem.error(
                        "UNRESOLVED-PROPERTY",
                        place,
                        "the property '" + name + "' has no value",
                        Suggestion.didYouMean(
                                name,
                                sources.names().stream()
                                        .filter(n -> !n.equals(name))
                                        .toList(),
                                "set it in a configuration file, with -D" + name + "=… or as a deployment property"))
                .as(unresolved));
        return "${" + name + "}";
    }
}
