package dev.hinny.connectors.http;

import dev.hinny.connectors.http.ListenerConfigParameters.ProtocolSupport;
import dev.hinny.connectors.tls.TlsParameters;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.element.Element;
import dev.hinny.runtime.api.element.KeyValues;
import dev.hinny.runtime.api.element.Param;
import org.jspecify.annotations.Nullable;

/** A server that requests are sent to, and what they have in common. */
public record RequestConfigParameters(
        @Param("Path before the path of every request.") @Nullable
        Expression basePath,

        @Param("Milliseconds until the response must have begun; 10000 when absent.") @Nullable
        Expression responseTimeout,

        @Param("Whether redirects are followed; true when absent.") @Nullable
        Expression followRedirects,

        @Param(value = "When a body is sent.", defaultValue = "AUTO")
        SendBody sendBodyMode,

        @Param("When a body is sent in chunks: AUTO, ALWAYS or NEVER.") @Nullable
        Expression requestStreamingMode,

        @Param(value = "Whether cookies are kept between requests.", defaultValue = "true")
        boolean enableCookies,

        @Param("Whether header names keep their case; they always do.")
        boolean preserveHeadersCase,

        @Param(value = "Whether the correlation id is sent.", defaultValue = "AUTO")
        SendCorrelationId sendCorrelationId,

        @Param("Headers of every request.") @Nullable KeyValues defaultHeaders,

        @Param("Query parameters of every request.") @Nullable
        KeyValues defaultQueryParams,

        @Param("The server and how it is reached.") @Nullable
        RequestConnection requestConnection) {

    /** When a body is sent. */
    public enum SendBody {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** Whether the correlation id is sent. */
    public enum SendCorrelationId {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** The server and how it is reached. */
    public record RequestConnection(
            @Param(value = "HTTP or HTTPS.", defaultValue = "HTTP")
            ListenerConfigParameters.Protocol protocol,

            @Param("Name or address of the server.") @Nullable
            Expression host,

            @Param("Port; 80 or 443 when absent.") @Nullable Expression port,

            @Param(value = "TLS context for HTTPS.", reference = true) @Nullable
            String tlsContext,

            @Param(value = "Whether connections stay open between requests.", defaultValue = "true")
            boolean usePersistentConnections,

            @Param(value = "How many connections may be open; -1: any number.", defaultValue = "-1")
            int maxConnections,

            @Param(value = "Milliseconds that an unused connection stays open.", defaultValue = "30000")
            int connectionIdleTimeout,

            @Param(value = "Whether responses are streamed; they always are.", defaultValue = "false")
            boolean streamResponse,

            @Param(value = "Bytes of the response buffer.", defaultValue = "-1")
            int responseBufferSize,

            @Param("Name or configuration of a proxy.") @Nullable
            String proxyConfig,

            @Param("The proxy to go through.") @Nullable ProxyChoice proxy,

            @Param("How requests prove who sends them.") @Nullable
            AuthenticationChoice authentication,

            @Param("TCP settings.") @Nullable ClientSocketProperties clientSocketProperties,

            @Param("Which versions of HTTP are spoken; HTTP/1.1 here.") @Nullable
            ProtocolSupport protocolSupport,

            @Param("TLS context of this connection.") @Nullable
            TlsParameters tls) {}

    /** TCP settings. */
    public record ClientSocketProperties(
            @Param("Milliseconds to connect.") @Nullable Integer connectionTimeout,
            @Param("Settings of sockets.") @Nullable TcpClientSocketProperties tcp) {}

    /** Settings of sockets. */
    @Element(value = "tcp-client-socket-properties", prefix = "sockets")
    public record TcpClientSocketProperties(
            @Param("Milliseconds to connect.") @Nullable Integer connectionTimeout,
            @Param("Bytes of the send buffer.") @Nullable Integer sendBufferSize,
            @Param("Bytes of the receive buffer.") @Nullable Integer receiveBufferSize,
            @Param("Milliseconds without data.") @Nullable Integer clientTimeout,

            @Param("Whether small packets are sent at once.") @Nullable
            Boolean sendTcpNoDelay,

            @Param("Milliseconds that a close waits.") @Nullable
            Integer linger,

            @Param("Whether TCP probes idle connections.") @Nullable
            Boolean keepAlive,

            @Param("Whether an unknown host fails.") @Nullable
            Boolean failOnUnresolvedHost) {}

    /** A proxy, inside {@code proxy-config}. */
    @Element("proxy-config")
    public record ProxyChoice(@Param("The proxy.") @Nullable AnyProxy proxy) {}

    /** A kind of proxy. */
    public sealed interface AnyProxy permits Proxy, NtlmProxy {}

    /** An HTTP proxy. */
    public record Proxy(
            @Param("Name or address.") String host,
            @Param("Port.") int port,
            @Param("User.") @Nullable String username,

            @Param(value = "Password.", secret = true) @Nullable
            String password,

            @Param("Comma-separated hosts that are reached directly.") @Nullable
            String nonProxyHosts)
            implements AnyProxy {}

    /** An HTTP proxy with NTLM. */
    public record NtlmProxy(
            @Param("Name or address.") String host,
            @Param("Port.") int port,
            @Param("User.") @Nullable String username,

            @Param(value = "Password.", secret = true) @Nullable
            String password,

            @Param("Comma-separated hosts that are reached directly.") @Nullable
            String nonProxyHosts,

            @Param("Domain of the user.") @Nullable String ntlmDomain)
            implements AnyProxy {}

    /** How requests prove who sends them. */
    @Element("authentication")
    public record AuthenticationChoice(
            @Param("The way.") @Nullable Authentication authentication) {}

    /** A way to prove who sends a request. */
    public sealed interface Authentication permits BasicAuthentication, DigestAuthentication, NtlmAuthentication {}

    /** User and password in a header (RFC 7617). */
    public record BasicAuthentication(
            @Param("User.") @Nullable Expression username,

            @Param(value = "Password.", secret = true) @Nullable
            Expression password,

            @Param(value = "Sends them without being asked.", defaultValue = "true")
            boolean preemptive)
            implements Authentication {}

    /** Digest (RFC 7616). */
    public record DigestAuthentication(
            @Param("User.") @Nullable Expression username,

            @Param(value = "Password.", secret = true) @Nullable
            Expression password)
            implements Authentication {}

    /** NTLM. */
    public record NtlmAuthentication(
            @Param("User.") @Nullable Expression username,

            @Param(value = "Password.", secret = true) @Nullable
            Expression password,

            @Param("Domain of the user.") @Nullable String domain,
            @Param("Name of this machine.") @Nullable String workstation,
            @Param("Sends them without being asked.") boolean preemptive)
            implements Authentication {}
}
