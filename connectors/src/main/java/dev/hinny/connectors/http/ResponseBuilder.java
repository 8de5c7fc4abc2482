package dev.hinny.connectors.http;

import dev.hinny.base.MediaType;
import dev.hinny.connectors.http.ListenerParameters.Streaming;
import dev.hinny.http.Body;
import dev.hinny.http.Headers;
import dev.hinny.http.HeadersBuilder;
import dev.hinny.http.Response;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.runtime.api.ErrorInfo;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.element.KeyValues;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a response from an event.
 *
 * @param status where the element does not say
 * @param error whether the body, where the element does not say, is the error's description rather than the payload
 */
record ResponseBuilder(
        int status,
        boolean error,
        @Nullable Expression statusCode,
        @Nullable Expression reasonPhrase,
        @Nullable Expression body,
        @Nullable KeyValues headers,
        Streaming streaming) {
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding", "connection");

    static ResponseBuilder standard(int status, boolean error, Streaming streaming) {
        return new ResponseBuilder(status, error, null, null, null, null, streaming);
    }

    Response build(Event event) throws FlowError {
        int code = statusCode == null || statusCode.source().isBlank() ? status : Math.toIntExact(statusCode.number(event));
        if (code < 200 || code > 599) {
            throw new FlowError(
                    ErrorType.SOURCE_RESPONSE_GENERATE, "the status code is " + code + ", expected 200 to 599");
        }
        Payloads.Content content = Payloads.write(content(event));
        HeadersBuilder sent = Headers.builder();
        if (headers != null) {
            for (Map.Entry<String, String> header : headers.pairs(event)) {
                if (!FRAMING.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                    sent.add(header.getKey(), header.getValue());
                }
            }
        }
        boolean empty = content.bytes().size() == 0 || code == 204 || code == 304;
        if (!empty && !sent.contains("content-type")) {
            content.mediaType().ifPresent(type -> sent.set("content-type", type.toString()));
        }
        Body sentBody = empty ? Body.empty() : Payloads.body(content.bytes(), streaming);
        Response response = Response.of(code, sent.build(), sentBody);
        String reason = reasonPhrase == null ? "" : reasonPhrase.text(event);
        return reason.isBlank() ? response : response.withReason(reason.replaceAll("[\\p{Cntrl}]", " "));
    }

    private TypedValue content(Event event) throws FlowError {
        if (body != null) {
            return body.transform(event, event.payload().mediaType());
        }
        if (error) {
            return TypedValue.of(
                    dev.hinny.lang.engine.value.StringValue.of(
                            event.error().map(ErrorInfo::description).orElse("")),
                    MediaType.TEXT);
        }
        return event.payload();
    }
}
