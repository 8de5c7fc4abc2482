package dev.hinny.connectors.http;

import dev.hinny.connectors.http.ListenerConfigParameters.CorsInterceptor;
import dev.hinny.connectors.http.ListenerConfigParameters.Header;
import dev.hinny.connectors.http.ListenerConfigParameters.ListenerInterceptors;
import dev.hinny.connectors.http.ListenerConfigParameters.Method;
import dev.hinny.connectors.http.ListenerConfigParameters.Origin;
import dev.hinny.connectors.http.ListenerConfigParameters.PublicResource;
import dev.hinny.connectors.http.ListenerConfigParameters.Rule;
import dev.hinny.http.Body;
import dev.hinny.http.HeadersBuilder;
import dev.hinny.http.Request;
import dev.hinny.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers of a server to cross-origin requests (Fetch standard, 3.2). */
final class Cors {
    private final CorsInterceptor parameters;
    private final List<Rule> rules;

    private Cors(CorsInterceptor parameters) {
        this.parameters = parameters;
        this.rules = parameters.origins() == null ? List.of() : parameters.origins().rules();
    }

    static Optional<Cors> of(@Nullable ListenerInterceptors interceptors) {
        return interceptors == null || interceptors.cors() == null
                ? Optional.empty()
                : Optional.of(new Cors(interceptors.cors()));
    }

    /** The answer to a browser that asks before it calls; empty for every other request. */
    Optional<Response> preflight(Request request) {
        Optional<String> origin = request.headers().first("origin");
        Optional<String> method = request.headers().first("access-control-request-method");
        if (!request.method().equals("OPTIONS") || origin.isEmpty() || method.isEmpty()) {
            return Optional.empty();
        }
        Response plain = Response.of(200);
        Optional<Rule> rule = rule(origin.get());
        if (rule.isEmpty()) {
            return Optional.of(plain);
        }
        HeadersBuilder headers = plain.headers().toBuilder();
        switch (rule.get()) {
            case PublicResource _ -> headers.set("access-control-allow-origin", "*");
            case Origin o -> {
                List<String> methods = o.allowedMethods() == null
                        ? List.of()
                        : o.allowedMethods().methods().stream().map(Method::methodName).toList();
                if (!methods.contains(method.get())) {
                    return Optional.of(plain);
                }
                headers.set("access-control-allow-origin", origin.get())
                        .set("vary", "Origin")
                        .set("access-control-allow-methods", String.join(", ", methods))
                        .set("access-control-max-age", Integer.toString(o.accessControlMaxAge()));
                if (o.allowedHeaders() != null) {
                    headers.set("access-control-allow-headers", names(o.allowedHeaders().headers()));
                }
                credentials(headers);
            }
        }
        return Optional.of(Response.of(200, headers.build(), Body.empty()));
    }

    /** The response with what the browser needs to show it to the page. */
    Response apply(Request request, Response response) {
        Optional<String> origin = request.headers().first("origin");
        Optional<Rule> rule = origin.flatMap(this::rule);
        if (origin.isEmpty() || rule.isEmpty()) {
            return response;
        }
        HeadersBuilder headers = response.headers().toBuilder();
        switch (rule.get()) {
            case PublicResource _ -> headers.set("access-control-allow-origin", "*");
            case Origin o -> {
                headers.set("access-control-allow-origin", origin.get()).add("vary", "Origin");
                if (o.exposeHeaders() != null) {
                    headers.set("access-control-expose-headers", names(o.exposeHeaders().headers()));
                }
                credentials(headers);
            }
        }
        return response.withHeaders(headers.build());
    }

    private void credentials(HeadersBuilder headers) {
        if (parameters.allowCredentials()) {
            headers.set("access-control-allow-credentials", "true");
        }
    }

    private Optional<Rule> rule(String origin) {
        for (Rule rule : rules) {
            boolean fits =
                    switch (rule) {
                        case PublicResource _ -> true;
                        case Origin o -> o.url().equals("*") || o.url().equalsIgnoreCase(origin);
                    };
            if (fits) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private static String names(List<Header> headers) {
        return headers.stream().map(Header::headerName).collect(Collectors.joining(", "));
    }
}
