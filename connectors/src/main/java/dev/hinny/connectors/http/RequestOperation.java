package dev.hinny.connectors.http;

import dev.hinny.base.MediaType;
import dev.hinny.base.ProblemException;
import dev.hinny.connectors.http.RequestConfigParameters.BasicAuthentication;
import dev.hinny.connectors.http.RequestConfigParameters.RequestConnection;
import dev.hinny.connectors.http.RequestConfigParameters.SendBody;
import dev.hinny.connectors.http.RequestConfigParameters.SendCorrelationId;
import dev.hinny.http.Body;
import dev.hinny.http.ClientRequest;
import dev.hinny.http.Headers;
import dev.hinny.http.HeadersBuilder;
import dev.hinny.http.HttpClientException;
import dev.hinny.http.Response;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.Operation;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.KeyValues;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends a request and gives its response; a status that is not wanted is an error. */
final class RequestOperation implements Operation {
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(10);
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding", "connection");

    private final dev.hinny.runtime.api.Application application;
    private final RequestConfig config;
    private final RequestParameters parameters;
    private final StatusRule rule;

    private RequestOperation(
            dev.hinny.runtime.api.Application application,
            RequestConfig config,
            RequestParameters parameters,
            StatusRule rule) {
        this.application = application;
        this.config = config;
        this.parameters = parameters;
        this.rule = rule;
    }

    static RequestOperation of(RequestParameters parameters, Build build) {
        RequestConfig config = RequestConfig.standard(build.application());
        if (parameters.config() != null) {
            config = build.configuration(parameters.config(), RequestConfig.class).orElse(config);
        } else if (parameters.url() == null) {
            build.problems()
                    .error(
                            "MISSING-ATTRIBUTE",
                            build.component().place(),
                            "'http:request' has neither 'config-ref' nor 'url'",
                            "name a configuration with config-ref, or the whole address with url");
        }
        return new RequestOperation(
                build.application(), config, parameters, StatusRule.of(parameters.responseValidator(), build));
    }

    @Override
    public Message execute(Event event) throws FlowError {
        String method = text(parameters.method(), event, "GET").toUpperCase(Locale.ROOT);
        String address = address(event);
        String prefix = "HTTP " + method + " on resource '" + withoutQuery(address) + "' failed: ";
        ClientRequest request;
        try {
            request = request(method, address, event);
        } catch (IllegalArgumentException e) {
            throw new FlowError(HttpErrors.CONNECTIVITY, prefix + e.getMessage() + ".", e);
        }
        try (Response response = config.client(followsRedirects(event)).send(request)) {
            return message(response, prefix, method);
        } catch (HttpClientException e) {
            throw new FlowError(type(e.kind()), prefix + sentence(e), e);
        } catch (IOException e) {
            throw new FlowError(HttpErrors.CONNECTIVITY, prefix + sentence(e), e);
        } catch (ProblemException e) {
            throw new FlowError(HttpErrors.CONNECTIVITY, prefix + e.first().message() + ".", e);
        }
    }

    private static ErrorType type(HttpClientException.Kind kind) {
        return switch (kind) {
            case CONNECTIVITY, TLS, CLOSED -> HttpErrors.CONNECTIVITY;
            case TIMEOUT -> HttpErrors.TIMEOUT;
            case PROTOCOL -> HttpErrors.PARSING;
        };
    }

    private static String sentence(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }

    private static String withoutQuery(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    private String address(Event event) throws FlowError {
        Map<String, String> uriParams = new LinkedHashMap<>();
        for (Map.Entry<String, String> pair : pairs(parameters.uriParams(), event)) {
            uriParams.put(pair.getKey(), pair.getValue());
        }
        List<Map.Entry<String, String>> query = new ArrayList<>();
        if (config.parameters().isPresent()) {
            query.addAll(pairs(config.parameters().get().defaultQueryParams(), event));
        }
        query.addAll(pairs(parameters.queryParams(), event));
        String url = text(parameters.url(), event, "");
        String template = url.isEmpty() ? base(event) : url;
        return Uris.query(Uris.fill(template, uriParams), query);
    }

    private String base(Event event) throws FlowError {
        RequestConnection connection = config.connection();
        String host = connection == null ? "" : text(connection.host(), event, "");
        if (connection == null || host.isEmpty()) {
            throw new FlowError(
                    HttpErrors.CONNECTIVITY, "the request has no host: neither 'url' nor the configuration names one");
        }
        String port = text(connection.port(), event, "");
        String basePath = config.parameters().get().basePath() == null
                ? ""
                : text(config.parameters().get().basePath(), event, "");
        String path = text(parameters.path(), event, "/");
        return connection.protocol().name().toLowerCase(Locale.ROOT) + "://" + host
                + (port.isEmpty() ? "" : ":" + port) + joined(basePath, path);
    }

    private static String joined(String basePath, String path) {
        String base = ("/" + basePath).replaceAll("/+", "/").replaceAll("/$", "");
        return base + (path.startsWith("/") ? path : path.startsWith("?") && !base.isEmpty() ? path : "/" + path);
    }

    private ClientRequest request(String method, String address, Event event) throws FlowError {
        HeadersBuilder headers = Headers.builder();
        if (config.parameters().isPresent()) {
            add(headers, pairs(config.parameters().get().defaultHeaders(), event));
        }
        add(headers, pairs(parameters.headers(), event));
        correlation(headers, event);
        authorize(headers, event);
        Body body = Body.empty();
        if (sendsBody(method)) {
            Payloads.Content content = Payloads.write(
                    parameters.body() == null
                            ? event.payload()
                            : parameters.body().transform(event, event.payload().mediaType()));
            if (content.bytes().size() != 0) {
                body = Payloads.body(content.bytes(), streaming(event));
                if (!headers.contains("content-type")) {
                    content.mediaType().map(MediaType::toString).ifPresent(t -> headers.set("content-type", t));
                }
            }
        }
        return new ClientRequest(method, URI.create(address), headers.build(), body, timeout(event));
    }

    private static void add(HeadersBuilder headers, List<Map.Entry<String, String>> pairs) {
        for (Map.Entry<String, String> header : pairs) {
            if (!FRAMING.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                headers.add(header.getKey(), header.getValue());
            }
        }
    }

    private void correlation(HeadersBuilder headers, Event event) throws FlowError {
        SendCorrelationId mode = parameters.sendCorrelationId();
        if (mode == null) {
            mode = config.parameters()
                    .map(RequestConfigParameters::sendCorrelationId)
                    .orElse(SendCorrelationId.AUTO);
        }
        if (mode != SendCorrelationId.NEVER && !headers.contains("x-correlation-id")) {
            headers.set("X-Correlation-ID", text(parameters.correlationId(), event, event.correlationId()));
        }
    }

    private void authorize(HeadersBuilder headers, Event event) throws FlowError {
        RequestConnection connection = config.connection();
        if (connection != null
                && connection.authentication() != null
                && connection.authentication().authentication() instanceof BasicAuthentication basic) {
            String pair = text(basic.username(), event, "") + ":" + text(basic.password(), event, "");
            headers.set(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private boolean sendsBody(String method) {
        SendBody mode = parameters.sendBodyMode();
        if (mode == null) {
            mode = config.parameters().map(RequestConfigParameters::sendBodyMode).orElse(SendBody.AUTO);
        }
        return switch (mode) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> !WITHOUT_BODY.contains(method);
        };
    }

    private ListenerParameters.Streaming streaming(Event event) throws FlowError {
        Expression mode = parameters.requestStreamingMode();
        if (mode == null && config.parameters().isPresent()) {
            mode = config.parameters().get().requestStreamingMode();
        }
        return switch (text(mode, event, "AUTO").toUpperCase(Locale.ROOT)) {
            case "ALWAYS" -> ListenerParameters.Streaming.ALWAYS;
            case "NEVER" -> ListenerParameters.Streaming.NEVER;
            default -> ListenerParameters.Streaming.AUTO;
        };
    }

    private Duration timeout(Event event) throws FlowError {
        Expression timeout = parameters.responseTimeout();
        if (timeout == null && config.parameters().isPresent()) {
            timeout = config.parameters().get().responseTimeout();
        }
        return timeout == null ? RESPONSE_TIMEOUT : Duration.ofMillis(timeout.number(event));
    }

    private boolean followsRedirects(Event event) throws FlowError {
        Expression follow = parameters.followRedirects();
        if (follow == null && config.parameters().isPresent()) {
            follow = config.parameters().get().followRedirects();
        }
        return follow == null || follow.bool(event);
    }

    private Message message(Response response, String prefix, String method) throws IOException, FlowError {
        TypedValue payload = Payloads.read(
                method.equals("HEAD") ? Body.empty() : response.body(),
                response.headers(),
                parameters.outputMimeType(),
                parameters.outputEncoding(),
                application);
        String reason = response.reason().isEmpty() ? Reasons.of(response.status()) : response.reason();
        ObjectValue attributes = ObjectValue.of(List.of(
                Entry.of("statusCode", NumberValue.of(response.status())),
                Entry.of("reasonPhrase", StringValue.of(reason)),
                Entry.of("headers", Fields.headers(response.headers()))));
        Message message = new Message(payload, TypedValue.of(attributes, MediaType.JAVA));
        if (!rule.accepts(response.status())) {
            String why = Reasons.of(response.status()).toLowerCase(Locale.ROOT);
            throw new FlowError(
                    HttpErrors.ofStatus(response.status()),
                    prefix + (why.isEmpty() ? "status code" : why) + " (" + response.status() + ").",
                    null,
                    message);
        }
        return message;
    }

    private static List<Map.Entry<String, String>> pairs(@Nullable KeyValues values, Event event) throws FlowError {
        return values == null ? List.of() : values.pairs(event);
    }

    private static String text(@Nullable Expression expression, Event event, String otherwise) throws FlowError {
        if (expression == null) {
            return otherwise;
        }
        String text = expression.text(event).strip();
        return text.isEmpty() ? otherwise : text;
    }
}
