package dev.hinny.connectors.apikit;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.specs.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Answers requests below its listener's path with a page about the API, and with the files of its specification. */
final class Console implements Processor {
    private static final Map<String, String> TYPES = Map.of(
            "raml", "application/raml+yaml",
            "yaml", "application/yaml",
            "yml", "application/yaml",
            "json", "application/json",
            "xsd", "application/xml",
            "xml", "application/xml");

    private final Optional<ApiConfig> config;

    private Console(Optional<ApiConfig> config) {
        this.config = config;
    }

    static Console of(ApiParameters.Use parameters, Build build) {
        return new Console(build.configuration(parameters.config(), ApiConfig.class));
    }

    @Override
    public Event process(Event event) throws FlowError {
        ApiConfig used = config.orElseThrow(() -> new FlowError(ErrorType.UNKNOWN, "the console has no configuration"));
        Api api = used.api()
                .orElseThrow(() -> new FlowError(ApiErrors.NOT_FOUND, "the specification is not there"));
        ApiRequest request = ApiRequest.of(event)
                .orElseThrow(() -> new FlowError(ApiErrors.BAD_REQUEST, "the event has no attributes of an HTTP request"));
        if (!request.method().equalsIgnoreCase("GET") && !request.method().equalsIgnoreCase("HEAD")) {
            throw new FlowError(ApiErrors.METHOD_NOT_ALLOWED, "the console answers GET only");
        }
        String path = request.path();
        if (path.equals("/") || path.equals("/index.html")) {
            boolean raw = request.query().containsKey("raml") || request.query().containsKey("api");
            return raw && used.root().isPresent() ? file(used, api, used.root().get(), event) : page(used, api, event);
        }
        if (path.startsWith("/api/")) {
            return file(used, api, path.substring("/api/".length()), event);
        }
        throw new FlowError(ApiErrors.NOT_FOUND, path);
    }

    private static Event page(ApiConfig used, Api api, Event event) {
        MediaType html = MediaType.parse("text/html; charset=UTF-8").orElseThrow();
        String page = ConsolePage.of(api, used.basePath());
        return event.withPayload(TypedValue.of(ByteSource.of(page), html));
    }

    private static Event file(ApiConfig used, Api api, String name, Event event) throws FlowError {
        String decoded = java.net.URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        try {
            Optional<byte[]> bytes = api.files().contains(decoded) ? used.file(decoded) : Optional.empty();
            String extension = decoded.substring(decoded.lastIndexOf('.') + 1);
            MediaType type = MediaType.parse(TYPES.getOrDefault(extension, "text/plain")).orElseThrow();
            return event.withPayload(TypedValue.of(
                    ByteSource.of(bytes.orElseThrow(() -> new FlowError(ApiErrors.NOT_FOUND, "/api/" + decoded))), type));
        } catch (IOException e) {
            throw new FlowError(ApiErrors.NOT_FOUND, "'" + decoded + "' cannot be read: " + e.getMessage(), e);
        }
    }
}
