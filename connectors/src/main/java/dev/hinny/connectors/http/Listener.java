package dev.hinny.connectors.http;

import dev.hinny.connectors.http.ListenerParameters.ErrorResponseParameters;
import dev.hinny.connectors.http.ListenerParameters.ResponseParameters;
import dev.hinny.http.Request;
import dev.hinny.http.RequestHandler;
import dev.hinny.http.Response;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowEntry;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.Source;
import dev.hinny.runtime.api.element.Build;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a flow for each request at its path, and answers with what the flow made of it. */
final class Listener implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    /** It travels in every log line and on to other systems; a longer one is replaced. */
    private static final int LONGEST_CORRELATION_ID = 256;

    private final Application application;
    private final @Nullable ListenerConfig config;
    private final @Nullable Route route;
    private final ListenerParameters parameters;
    private final ResponseBuilder success;
    private final ResponseBuilder failure;

    private Listener(
            Application application,
            @Nullable ListenerConfig config,
            @Nullable Route route,
            ListenerParameters parameters) {
        this.application = application;
        this.config = config;
        this.route = route;
        this.parameters = parameters;
        ResponseParameters ok = parameters.response();
        this.success = ok == null
                ? ResponseBuilder.standard(200, false, parameters.responseStreamingMode())
                : new ResponseBuilder(
                        200,
                        false,
                        ok.statusCode(),
                        ok.reasonPhrase(),
                        ok.body(),
                        ok.headers(),
                        parameters.responseStreamingMode());
        ErrorResponseParameters error = parameters.errorResponse();
        this.failure = error == null
                ? ResponseBuilder.standard(500, true, parameters.responseStreamingMode())
                : new ResponseBuilder(
                        500,
                        true,
                        error.statusCode(),
                        error.reasonPhrase(),
                        error.body(),
                        error.headers(),
                        parameters.responseStreamingMode());
    }

    static Listener of(ListenerParameters parameters, Build build) {
        Set<String> methods = parameters.allowedMethods() == null
                ? Set.of()
                : Arrays.stream(parameters.allowedMethods().split(","))
                        .map(m -> m.strip().toUpperCase(Locale.ROOT))
                        .filter(m -> !m.isEmpty() && !m.equals("*"))
                        .collect(Collectors.toUnmodifiableSet());
        Optional<ListenerConfig> config = build.configuration(parameters.config(), ListenerConfig.class);
        Route route =
                config.map(c -> c.route(parameters.path(), methods, build)).orElse(null);
        return new Listener(build.application(), config.orElse(null), route, parameters);
    }

    @Override
    public void start(FlowEntry flow) {
        if (config == null || route == null) {
            throw new IllegalStateException("the listener was built with errors");
        }
        RequestHandler handler = RequestHandler.blocking(request -> handle(request, flow, config));
        RequestHandler gated = application
                .service(RequestGate.class)
                .map(gate -> gate.gate(flow.flowName(), handler))
                .orElse(handler);
        config.open(route, gated);
    }

    @Override
    public void stop(Duration drain) {
        if (config != null && route != null) {
            config.close(route, drain);
        }
    }

    private Response handle(Request request, FlowEntry flow, ListenerConfig server) throws IOException {
        Match match = request.attribute(Match.KEY).orElseThrow();
        Function<Response, Response> interceptor = server.interceptor(request);
        match.route().enter();
        try {
            TypedValue payload = Payloads.read(
                    request.body(),
                    request.headers(),
                    parameters.outputMimeType(),
                    parameters.outputEncoding(),
                    application);
            Message message = new Message(payload, RequestAttributes.of(request, match, server.basePath()));
            return interceptor.apply(answer(flow, flow.event(message, correlationId(request))));
        } finally {
            match.route().leave();
        }
    }

    private Response answer(FlowEntry flow, Event event) {
        Event done;
        try {
            done = flow.run(event);
        } catch (FlowError e) {
            return failed(e, event);
        }
        try {
            return success.build(done);
        } catch (FlowError e) {
            return failed(generation(e), done);
        } catch (RuntimeException e) {
            return failed(
                    new FlowError(
                            ErrorType.SOURCE_RESPONSE_GENERATE, "the response cannot be made: " + e.getMessage(), e),
                    done);
        }
    }

    private static FlowError generation(FlowError e) {
        return new FlowError(ErrorType.SOURCE_RESPONSE_GENERATE, e.info().description(), e);
    }

    private Response failed(FlowError error, Event before) {
        Event event = error.event() == null ? before : error.event();
        if (event.error().isEmpty()) {
            event = event.withError(error.info());
        }
        try {
            return failure.build(event);
        } catch (FlowError | RuntimeException e) {
            LOG.atError()
                    .addKeyValue("correlationId", event.correlationId())
                    .setCause(e)
                    .log(
                            "the error response of flow '{}' cannot be made; 500 is sent",
                            event.context().flow());
            return Response.text(500, error.info().description());
        }
    }

    private static String correlationId(Request request) {
        return request.headers()
                .first("x-correlation-id")
                .or(() -> request.headers().first("mule_correlation_id"))
                .map(String::strip)
                .filter(id -> id.length() <= LONGEST_CORRELATION_ID)
                .orElse("");
    }
}
