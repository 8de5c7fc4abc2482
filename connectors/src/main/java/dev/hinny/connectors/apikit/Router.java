package dev.hinny.connectors.apikit;

import dev.hinny.base.MediaType;
import dev.hinny.connectors.http.Fields;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowEntry;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.specs.Api;
import dev.hinny.specs.ApiRouter;
import dev.hinny.specs.ApiRouter.Match;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the operation that a request means, checks the request, and runs the operation's flow. */
final class Router implements Processor {
    private final Optional<ApiConfig> config;

    private Router(Optional<ApiConfig> config) {
        this.config = config;
    }

    static Router of(ApiParameters.Use parameters, Build build) {
        return new Router(build.configuration(parameters.config(), ApiConfig.class));
    }

    @Override
    public Event process(Event event) throws FlowError {
        ApiConfig used = config.orElseThrow(() -> new FlowError(ErrorType.UNKNOWN, "the router has no configuration"));
        Optional<Api> api = used.api();
        Optional<ApiRouter> router = used.router();
        if (api.isEmpty() || router.isEmpty()) {
            throw new FlowError(
                    ErrorType.UNKNOWN,
                    "the specification '" + (used.parameters().api() != null ? used.parameters().api() : used.parameters().raml())
                            + "' is not there, so no request can be routed");
        }
        ApiRequest request = ApiRequest.of(event)
                .orElseThrow(() -> new FlowError(
                        ApiErrors.BAD_REQUEST, "the event has no attributes of an HTTP request ('method' and 'requestPath')"));
        used.calledAt(request.base());
        return switch (router.get().match(request.method(), request.path())) {
            case Match.NoResource() -> throw new FlowError(ApiErrors.NOT_FOUND, request.path());
            case Match.MethodNotAllowed _ ->
                throw new FlowError(
                        ApiErrors.METHOD_NOT_ALLOWED,
                        "HTTP Method " + request.method().toLowerCase(java.util.Locale.ROOT) + " not allowed for : "
                                + request.path());
            case Match.Found found -> route(used, api.get(), found, request, event);
        };
    }

    private static Event route(ApiConfig used, Api api, Match.Found found, ApiRequest request, Event event)
            throws FlowError {
        RequestChecks checks = new RequestChecks(used, api, found, request);
        String contentType = checks.contentType(event);
        RequestChecks.Values values = used.parameters().disableValidations()
                ? new RequestChecks.Values(request.query(), request.headers())
                : checks.check(event, contentType);
        String method = found.operation().method();
        String path = found.resource().path();
        FlowEntry flow = used.flows()
                .find(method, path, contentType)
                .flatMap(used.application()::flow)
                .orElseThrow(() -> new FlowError(
                        ApiErrors.NOT_IMPLEMENTED,
                        "no flow implements " + method.toUpperCase(java.util.Locale.ROOT) + " " + path));
        Event routed = prepared(used, found, request, values, event);
        return flow.run(routed).withContext(event.context());
    }

    private static Event prepared(
            ApiConfig used, Match.Found found, ApiRequest request, RequestChecks.Values values, Event event) {
        Event routed = event.withMessage(event.message()
                .withAttributes(TypedValue.of(
                        attributes(request, found.uriParameters(), values), event.attributes().mediaType())));
        for (Map.Entry<String, String> parameter : found.uriParameters().entrySet()) {
            routed = routed.withVariable(
                    parameter.getKey(), TypedValue.of(StringValue.of(parameter.getValue()), MediaType.JAVA));
        }
        String headers = used.parameters().outboundHeadersMapName();
        if (routed.variable(headers).isEmpty()) {
            routed = routed.withVariable(headers, TypedValue.of(ObjectValue.EMPTY, MediaType.JAVA));
        }
        return routed;
    }

    /** The attributes with the path's parameters, and with defaults for what the request left out. */
    private static ObjectValue attributes(
            ApiRequest request, Map<String, String> uriParameters, RequestChecks.Values values) {
        Map<String, Value> changed = new LinkedHashMap<>();
        Map<String, String> uri = new LinkedHashMap<>();
        if (request.attributes().get("uriParams") instanceof ObjectValue before) {
            before.forEach(e -> {
                if (e.value() instanceof StringValue s) {
                    uri.put(e.key().name(), s.text());
                }
            });
        }
        uri.putAll(uriParameters);
        changed.put("uriParams", Fields.of(uri));
        if (!values.query().equals(request.query())) {
            changed.put("queryParams", Fields.parameters(values.query()));
            changed.put("queryString", StringValue.of(queryString(values.query())));
        }
        if (!values.headers().equals(request.headers())) {
            changed.put("headers", Fields.headers(values.headers()));
        }
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : request.attributes()) {
            Value value = changed.remove(entry.key().name());
            entries.add(value == null ? entry : Entry.of(entry.key(), value));
        }
        changed.forEach((name, value) -> entries.add(Entry.of(name, value)));
        return ObjectValue.of(entries);
    }

    private static String queryString(Map<String, List<String>> query) {
        StringBuilder out = new StringBuilder();
        query.forEach((name, values) -> values.forEach(value -> out.append(out.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return out.toString();
    }
}
