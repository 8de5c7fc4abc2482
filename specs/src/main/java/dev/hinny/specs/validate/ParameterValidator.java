package dev.hinny.specs.validate;

import dev.hinny.specs.Api;
import dev.hinny.specs.Node;
import dev.hinny.specs.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Validates the query parameters, headers or URI parameters of one operation. Immutable and safe for use by several threads. */
public final class ParameterValidator {
    private static final Set<String> STANDARD_HEADERS = Set.of(
            "accept",
            "accept-charset",
            "accept-encoding",
            "accept-language",
            "authorization",
            "cache-control",
            "connection",
            "content-length",
            "content-type",
            "cookie",
            "date",
            "expect",
            "forwarded",
            "from",
            "host",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "max-forwards",
            "origin",
            "pragma",
            "proxy-authorization",
            "range",
            "referer",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "via",
            "warning",
            "traceparent",
            "tracestate",
            "x-correlation-id",
            "mule_correlation_id");

    private final Violation.Where where;
    private final Map<String, Compiled> byName;
    private final Coercion coercion;

    private record Compiled(Parameter parameter, ShapeValidator validator, boolean repeats) {}

    /**
     * @param values what was given, with the defaults of what was not
     */
    public record Checked(Map<String, List<String>> values, List<Violation> violations) {}

    private ParameterValidator(Violation.Where where, Map<String, Compiled> byName, Coercion coercion) {
        this.where = where;
        this.byName = byName;
        this.coercion = coercion;
    }

    /** Compiles parameters of one kind. */
    public static ParameterValidator compile(List<Parameter> parameters, Violation.Where where, Api api) {
        Coercion coercion = new Coercion(api.types()::get);
        Map<String, Compiled> byName =
                where == Violation.Where.HEADER ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new LinkedHashMap<>();
        for (Parameter p : parameters) {
            byName.put(p.name(), new Compiled(p, ShapeValidator.compile(p.shape(), api), coercion.array(p.shape())));
        }
        return new ParameterValidator(where, byName, coercion);
    }

    /**
     * Validates.
     *
     * @param values each name with its values in order, percent-decoded; names of headers in any case
     * @param strict whether parameters that the specification does not name are violations too
     */
    public Checked validate(Map<String, List<String>> values, boolean strict) {
        Map<String, List<String>> given =
                where == Violation.Where.HEADER ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new LinkedHashMap<>();
        given.putAll(values);
        Map<String, List<String>> complete = new LinkedHashMap<>(values);
        List<Violation> found = new ArrayList<>();
        byName.values().forEach(c -> one(c, given, complete, found));
        if (strict) {
            given.keySet().stream()
                    .filter(n -> !known(n))
                    .forEach(n -> found.add(
                            new Violation(where, n, word() + " '" + n + "' is not defined in the API specification")));
        }
        return new Checked(complete, List.copyOf(found));
    }

    private boolean known(String name) {
        if (byName.containsKey(name)
                || where == Violation.Where.HEADER && STANDARD_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            return true;
        }
        if (byName.values().stream()
                .anyMatch(c -> coercion.spread(c.parameter()).contains(name))) {
            return true;
        }
        int bracket = name.indexOf('[');
        return bracket > 0 && byName.containsKey(name.substring(0, bracket));
    }

    private void one(
            Compiled c, Map<String, List<String>> given, Map<String, List<String>> complete, List<Violation> found) {
        Parameter p = c.parameter();
        List<String> texts = given.getOrDefault(p.name(), List.of());
        Optional<Node> deep = !texts.isEmpty()
                ? Optional.empty()
                : p.style() == Parameter.Style.DEEP_OBJECT ? coercion.deep(p, given) : coercion.spread(p, given);
        if (texts.isEmpty() && deep.isEmpty()) {
            Optional<Node> value = p.shape()
                    .about()
                    .defaultValue()
                    .or(() -> coercion.real(p.shape()).about().defaultValue());
            if (value.isPresent()) {
                complete.put(p.name(), texts(value.get()));
            } else if (p.required()) {
                found.add(new Violation(where, p.name(), "Required " + lower() + " '" + p.name() + "' not specified"));
            }
            return;
        }
        if (texts.size() > 1 && !c.repeats()) {
            found.add(new Violation(where, p.name(), word() + " '" + p.name() + "' is not repeatable"));
            return;
        }
        Node value = deep.orElseGet(() -> coercion.value(p, texts));
        for (Violation v : c.validator().value(value, where)) {
            String at = v.pointer().isEmpty() ? "" : v.pointer() + " ";
            String text = texts.isEmpty() ? value.json() : String.join(",", texts);
            found.add(new Violation(
                    where,
                    p.name(),
                    "Invalid value '" + Scalars.clip(text) + "' for " + lower() + " '" + p.name() + "': " + at
                            + v.message()));
        }
    }

    private static List<String> texts(Node value) {
        if (value instanceof Node.Seq s) {
            return s.items().stream().map(i -> i.scalar().orElseGet(i::json)).toList();
        }
        return List.of(value.scalar().orElseGet(value::json));
    }

    private String word() {
        return Character.toUpperCase(lower().charAt(0)) + lower().substring(1);
    }

    private String lower() {
        return switch (where) {
            case QUERY -> "query parameter";
            case HEADER -> "header";
            case URI -> "URI parameter";
            case COOKIE -> "cookie";
            case BODY -> "form parameter";
        };
    }
}
