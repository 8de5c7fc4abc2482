package dev.hinny.connectors.http;

import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.element.Element;
import dev.hinny.runtime.api.element.KeyValues;
import dev.hinny.runtime.api.element.Param;
import org.jspecify.annotations.Nullable;

/** A path at which a flow takes requests, and how it answers. */
public record ListenerParameters(
        @Param(value = "The address to listen at.", name = "config-ref", reference = true) String config,
        @Param("Path below the base path; may hold {parameters}, and end in /*.") String path,
        @Param("Comma-separated methods; all when absent.") @Nullable String allowedMethods,
        @Param(value = "Whether responses are sent in chunks.", defaultValue = "AUTO") Streaming responseStreamingMode,
        @Param("Only the primary node of a cluster listens.") boolean primaryNodeOnly,
        @Param("Media type of the payload in place of the request's.") @Nullable String outputMimeType,
        @Param("Encoding of the payload in place of the request's.") @Nullable String outputEncoding,
        @Param("The answer when the flow succeeds.") @Nullable ResponseParameters response,
        @Param("The answer when an error leaves the flow.") @Nullable ErrorResponseParameters errorResponse) {

    /** When a body is sent in chunks rather than with its length. */
    public enum Streaming {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** The answer when the flow succeeds. */
    @Element("response")
    public record ResponseParameters(
            @Param("Status, 200 when absent.") @Nullable Expression statusCode,
            @Param("Reason phrase of HTTP/1.1.") @Nullable Expression reasonPhrase,
            @Param("Body, the payload when absent.") @Nullable Expression body,
            @Param("Headers.") @Nullable KeyValues headers) {}

    /** The answer when an error leaves the flow. */
    @Element("error-response")
    public record ErrorResponseParameters(
            @Param("Status, 500 when absent.") @Nullable Expression statusCode,
            @Param("Reason phrase of HTTP/1.1.") @Nullable Expression reasonPhrase,
            @Param("Body, the error's description when absent.") @Nullable Expression body,
            @Param("Headers.") @Nullable KeyValues headers) {}
}
