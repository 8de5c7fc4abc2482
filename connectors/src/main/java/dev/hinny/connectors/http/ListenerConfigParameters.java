package dev.hinny.connectors.http;

import dev.hinny.connectors.tls.TlsParameters;
import dev.hinny.runtime.api.element.Param;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address that listeners share. */
public record ListenerConfigParameters(
        @Param(value = "Path before the path of every listener.", defaultValue = "/") String basePath,
        @Param("Refuses requests whose Transfer-Encoding is not valid; such requests are always refused.")
        boolean rejectInvalidTransferEncoding,
        @Param("Where the server listens.") ListenerConnection listenerConnection,
        @Param("What is done with every request and response.") @Nullable
        ListenerInterceptors listenerInterceptors) {

    /** HTTP or HTTPS. */
    public enum Protocol {
        HTTP,
        HTTPS
    }

    /** Where the server listens. */
    public record ListenerConnection(
            @Param(value = "HTTP or HTTPS.", defaultValue = "HTTP") Protocol protocol,
            @Param(value = "Address of the interface; 0.0.0.0 for all.", defaultValue = "0.0.0.0") String host,
            @Param("Port.") int port,
            @Param(value = "TLS context for HTTPS.", reference = true) @Nullable String tlsContext,
            @Param(value = "Whether connections stay open between requests.", defaultValue = "true")
            boolean usePersistentConnections,
            @Param(value = "Milliseconds that an unused connection stays open; -1: for ever.", defaultValue = "30000")
            int connectionIdleTimeout,
            @Param(value = "Milliseconds for reading the head of a request.", defaultValue = "30000") int readTimeout,
            @Param("TLS context of this connection.") @Nullable TlsParameters tls) {}

    /** What is done with every request and response. */
    public record ListenerInterceptors(@Param("Cross-origin requests.") @Nullable CorsInterceptor cors) {}

    /** Answers cross-origin requests of browsers. */
    public record CorsInterceptor(
            @Param("Whether browsers may send cookies and credentials.") boolean allowCredentials,
            @Param("Who may call.") @Nullable Origins origins) {}

    /** Who may call. */
    public record Origins(@Param("Rules, of which the first that fits counts.") List<Rule> rules) {}

    /** A rule for origins. */
    public sealed interface Rule permits PublicResource, Origin {}

    /** Everybody may read. */
    public record PublicResource() implements Rule {}

    /** One origin and what it may do. */
    public record Origin(
            @Param("Scheme, host and port of the pages that may call.") String url,
            @Param(value = "Seconds that a browser remembers the answer.", defaultValue = "30")
            int accessControlMaxAge,
            @Param("Methods that may be used.") @Nullable AllowedMethods allowedMethods,
            @Param("Headers that may be sent.") @Nullable AllowedHeaders allowedHeaders,
            @Param("Headers that pages may read.") @Nullable ExposeHeaders exposeHeaders)
            implements Rule {}

    /** Methods that may be used. */
    public record AllowedMethods(@Param("Methods.") List<Method> methods) {}

    /** A method. */
    public record Method(@Param("Name, such as GET.") String methodName) {}

    /** Headers that may be sent. */
    public record AllowedHeaders(@Param("Headers.") List<Header> headers) {}

    /** Headers that pages may read. */
    public record ExposeHeaders(@Param("Headers.") List<Header> headers) {}

    /** A header. */
    public record Header(@Param("Name.") String headerName) {}
}
