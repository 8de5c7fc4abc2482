package dev.hinny.connectors.apikit;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.specs.Api;
import dev.hinny.specs.ApiRouter.Match;
import dev.hinny.specs.Payload;
import dev.hinny.specs.Response;
import dev.hinny.specs.validate.BodyValidator;
import dev.hinny.specs.validate.OperationValidator;
import dev.hinny.specs.validate.ParameterValidator;
import dev.hinny.specs.validate.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks a request against its operation. */
record RequestChecks(ApiConfig config, Api api, Match.Found found, ApiRequest request) {
    /** Parameters and headers of the request with the defaults of those that are not there. */
    record Values(Map<String, List<String>> query, Map<String, List<String>> headers) {}

    Values check(Event event, String contentType) throws FlowError {
        OperationValidator validator = config.validator(api, found.resource(), found.operation());
        refuse(validator.uriParameters(found.uriParameters()).violations());
        ParameterValidator.Checked query =
                validator.query(request.query(), config.parameters().queryParamsStrictValidation());
        refuse(query.violations());
        ParameterValidator.Checked headers =
                validator.headers(request.headers(), config.parameters().headersStrictValidation());
        refuse(headers.violations());
        accept();
        body(event, contentType, validator);
        return new Values(query.values(), headers.values());
    }

    private static void refuse(List<Violation> violations) throws FlowError {
        if (!violations.isEmpty()) {
            throw new FlowError(
                    ApiErrors.BAD_REQUEST,
                    violations.stream().map(Violation::message).collect(Collectors.joining("\n")));
        }
    }

    /** The content type that the request declares; for an undeclared body the only one that the operation takes. */
    String contentType(Event event) {
        Optional<String> declared = request.header("content-type");
        if (declared.isPresent()) {
            return declared.get();
        }
        List<Payload> bodies = found.operation().bodies();
        MediaType known = event.payload().mediaType();
        boolean telling = !known.isAny()
                && !known.essence().equals(MediaType.JAVA.essence())
                && !known.essence().equals(MediaType.BINARY.essence())
                && bodies.stream().anyMatch(b -> b.mediaType().equals(known.essence()));
        if (telling) {
            return known.toString();
        }
        return bodies.isEmpty() ? "" : bodies.getFirst().mediaType();
    }

    private void accept() throws FlowError {
        Optional<String> accept = request.header("accept");
        if (accept.isEmpty() || accept.get().isBlank()) {
            return;
        }
        List<MediaType> offered = new ArrayList<>();
        for (Map.Entry<String, Response> response : found.operation().responses().entrySet()) {
            if (response.getKey().startsWith("2")) {
                response.getValue().bodies().forEach(b -> MediaType.parse(b.mediaType()).ifPresent(offered::add));
            }
        }
        if (offered.isEmpty()) {
            return;
        }
        for (String part : accept.get().split(",")) {
            Optional<MediaType> range = MediaType.parse(part.strip());
            boolean wanted = range.isPresent()
                    && !range.get().parameters().getOrDefault("q", "1").matches("0(\\.0*)?")
                    && offered.stream().anyMatch(range.get()::includes);
            if (wanted) {
                return;
            }
        }
        throw new FlowError(
                ApiErrors.NOT_ACCEPTABLE,
                "the client accepts '" + accept.get() + "', the operation answers with "
                        + offered.stream().map(MediaType::essence).distinct().collect(Collectors.joining(", ")));
    }

    private void body(Event event, String contentType, OperationValidator validator) throws FlowError {
        if (!validator.hasBodies()) {
            return;
        }
        boolean empty = isEmpty(event.payload());
        if (empty && !found.operation().bodyRequired()) {
            return;
        }
        BodyValidator body = validator.body(contentType)
                .orElseThrow(() -> new FlowError(
                        ApiErrors.UNSUPPORTED_MEDIA_TYPE,
                        "the request's content type is '" + contentType + "', the operation takes "
                                + found.operation().bodies().stream()
                                        .map(Payload::mediaType)
                                        .collect(Collectors.joining(", "))));
        if (empty) {
            throw new FlowError(ApiErrors.BAD_REQUEST, "the request needs a body of type " + body.payload().mediaType());
        }
        List<Violation> violations;
        MediaType type = MediaType.parse(contentType).orElse(MediaType.BINARY);
        try (InputStream in = bytes(event.payload()).open()) {
            violations = body.validate(in, type.charset().orElse(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new FlowError(ApiErrors.BAD_REQUEST, "the body cannot be read: " + e.getMessage(), e);
        }
        if (!violations.isEmpty()) {
            throw new FlowError(
                    ApiErrors.BAD_REQUEST, violations.stream().map(Violation::line).collect(Collectors.joining("\n")));
        }
    }

    private static ByteSource bytes(TypedValue payload) {
        return !payload.isDocument() && payload.value() instanceof StringValue s
                ? ByteSource.of(s.text())
                : payload.mediaType().essence().equals(MediaType.JAVA.essence()) && !payload.isDocument()
                        ? payload.withMediaType(MediaType.JSON).bytes()
                        : payload.bytes();
    }

    private static boolean isEmpty(TypedValue payload) {
        if (payload.isDocument()) {
            return payload.bytes().size() == 0;
        }
        Value value = payload.value();
        return value instanceof NullValue || value instanceof StringValue s && s.text().isEmpty();
    }
}
