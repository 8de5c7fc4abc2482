package dev.hinny.connectors.http;

import dev.hinny.connectors.http.RequestConfigParameters.SendBody;
import dev.hinny.connectors.http.RequestConfigParameters.SendCorrelationId;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.element.KeyValues;
import dev.hinny.runtime.api.element.Param;
import org.jspecify.annotations.Nullable;

/** A request to send. */
public record RequestParameters(
        @Param(value = "The server; needed unless 'url' is given.", name = "config-ref", reference = true) @Nullable
        String config,
        @Param("Method; GET when absent.") @Nullable Expression method,
        @Param("Path below the base path; may hold {parameters}.") @Nullable Expression path,
        @Param("Whole address in place of the server's; may hold {parameters}.") @Nullable Expression url,
        @Param("Milliseconds until the response must have begun; the configuration's when absent.") @Nullable
        Expression responseTimeout,
        @Param("Whether redirects are followed; the configuration says when absent.") @Nullable
        Expression followRedirects,
        @Param("When a body is sent; the configuration says when absent.") @Nullable SendBody sendBodyMode,
        @Param("When a body is sent in chunks: AUTO, ALWAYS or NEVER.") @Nullable Expression requestStreamingMode,
        @Param("Whether the correlation id is sent; the configuration says when absent.") @Nullable
        SendCorrelationId sendCorrelationId,
        @Param("Correlation id to send in place of the event's.") @Nullable Expression correlationId,
        @Param("Media type of the payload in place of the response's.") @Nullable String outputMimeType,
        @Param("Encoding of the payload in place of the response's.") @Nullable String outputEncoding,
        @Param("Body; the payload when absent.") @Nullable Expression body,
        @Param("Headers.") @Nullable KeyValues headers,
        @Param("Values of the path's {parameters}.") @Nullable KeyValues uriParams,
        @Param("Query parameters.") @Nullable KeyValues queryParams,
        @Param("Which responses are good; all below 400 when absent.") @Nullable ResponseValidator responseValidator) {

    /** Which responses are good. */
    public record ResponseValidator(@Param("The rule.") @Nullable Validator validator) {}

    /** A rule for responses. */
    public sealed interface Validator permits SuccessStatusCodeValidator, FailureStatusCodeValidator {}

    /** The statuses that are good. */
    public record SuccessStatusCodeValidator(
            @Param(value = "Statuses and ranges: 200,201 or 200..299.", defaultValue = "0..399") String values)
            implements Validator {}

    /** The statuses that are not good. */
    public record FailureStatusCodeValidator(
            @Param(value = "Statuses and ranges: 404,410 or 400..599.", defaultValue = "400..599") String values)
            implements Validator {}
}
