package dev.hinny.specs.validate;

import dev.hinny.base.MediaType;
import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Api;
import dev.hinny.specs.Node;
import dev.hinny.specs.Operation;
import dev.hinny.specs.Parameter;
import dev.hinny.specs.Payload;
import dev.hinny.specs.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Everything that a request of one operation is checked against. Immutable and safe for use by several threads. */
public final class OperationValidator {
    private final ParameterValidator uri;
    private final ParameterValidator query;
    private final ParameterValidator headers;
    private final ParameterValidator cookies;
    private final Optional<ShapeValidator> queryString;
    private final Optional<dev.hinny.specs.Shape> queryShape;
    private final Coercion coercion;
    private final Map<String, BodyValidator> bodies = new LinkedHashMap<>();

    private OperationValidator(Api api, Resource resource, Operation operation) {
        uri = ParameterValidator.compile(resource.uriParameters(), Violation.Where.URI, api);
        query = ParameterValidator.compile(
                withSecurity(api, operation, operation.queryParameters(), Parameter.In.QUERY),
                Violation.Where.QUERY,
                api);
        headers = ParameterValidator.compile(
                withSecurity(api, operation, operation.headers(), Parameter.In.HEADER), Violation.Where.HEADER, api);
        cookies = ParameterValidator.compile(operation.cookies(), Violation.Where.COOKIE, api);
        queryShape = operation.queryString();
        queryString = queryShape.map(s -> ShapeValidator.compile(s, api));
        coercion = new Coercion(api.types()::get);
        for (Payload payload : operation.bodies()) {
            bodies.put(payload.mediaType(), BodyValidator.compile(payload, api));
        }
    }

    /** The declared parameters, and as optional ones those that the operation's security schemes bring along. */
    private static List<Parameter> withSecurity(
            Api api, Operation operation, List<Parameter> declared, Parameter.In in) {
        List<Parameter> all = new ArrayList<>(declared);
        operation.securedBy().stream()
                .flatMap(r -> r.schemes().keySet().stream())
                .distinct()
                .map(api.securitySchemes()::get)
                .filter(Objects::nonNull)
                .flatMap(s -> (in == Parameter.In.QUERY ? s.queryParameters() : s.headers()).stream())
                .filter(p -> declared.stream().noneMatch(d -> d.name().equalsIgnoreCase(p.name())))
                .forEach(p -> all.add(new Parameter(
                        p.name(),
                        p.in(),
                        false,
                        p.displayName(),
                        p.description(),
                        p.shape(),
                        p.style(),
                        p.explode(),
                        p.span())));
        return all;
    }

    public static OperationValidator compile(Api api, Resource resource, Operation operation) {
        return new OperationValidator(api, resource, operation);
    }

    public ParameterValidator.Checked uriParameters(Map<String, String> values) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        values.forEach((k, v) -> lists.put(k, List.of(v)));
        return uri.validate(lists, false);
    }

    /** Validates the query: by its parameters, or as one object where the operation describes a query string. */
    public ParameterValidator.Checked query(Map<String, List<String>> values, boolean strict) {
        if (queryString.isEmpty() || queryShape.isEmpty()) {
            return query.validate(values, strict);
        }
        Node whole = values.isEmpty()
                ? new Node.Obj(List.of(), SourceSpan.file(""))
                : coercion.form(queryShape.get(), values);
        List<Violation> found = new ArrayList<>();
        for (Violation v : queryString.get().value(whole, Violation.Where.QUERY)) {
            found.add(new Violation(v.where(), v.pointer(), "Invalid query string: " + v.line()));
        }
        return new ParameterValidator.Checked(values, List.copyOf(found));
    }

    public ParameterValidator.Checked headers(Map<String, List<String>> values, boolean strict) {
        return headers.validate(values, strict);
    }

    public ParameterValidator.Checked cookies(Map<String, List<String>> values) {
        return cookies.validate(values, false);
    }

    /** Whether the operation describes any body; where it does not, every media type is welcome. */
    public boolean hasBodies() {
        return !bodies.isEmpty();
    }

    /** The validator for a content type: the exact media type first, then ranges such as {@code image/*}. */
    public Optional<BodyValidator> body(String contentType) {
        Optional<MediaType> asked = MediaType.parse(contentType);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        String essence = asked.get().essence();
        BodyValidator range = null;
        for (Map.Entry<String, BodyValidator> e : bodies.entrySet()) {
            Optional<MediaType> known = MediaType.parse(e.getKey());
            if (known.isEmpty()) {
                continue;
            }
            if (known.get().essence().equals(essence)) {
                return Optional.of(e.getValue());
            }
            boolean all = known.get().type().equals("*");
            boolean family = known.get().type().equals(asked.get().type())
                    && known.get().subtype().equals("*");
            if (range == null && (all || family)) {
                range = e.getValue();
            }
        }
        return Optional.ofNullable(range);
    }
}
