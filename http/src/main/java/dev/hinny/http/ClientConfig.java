package dev.hinny.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How a client connects. A duration or count of zero means no limit.
 *
 * @param tls for {@code https} destinations
 * @param maxConnections per destination; further requests wait (over HTTP/2: so many requests at once)
 * @param maxWaiting how many requests may wait per destination for a connection
 * @param waitTimeout how long a request waits for a connection
 * @param connectTimeout for TCP and for the TLS handshake, each
 * @param responseTimeout from the last byte of the request, and from each piece of the response, to the next byte
 * @param idleTimeout how long an unused connection is kept
 * @param proxy an HTTP proxy to go through
 * @param maxRedirects how many redirects are followed
 */
public record ClientConfig(
        TlsConfig tls,
        int maxConnections,
        int maxWaiting,
        Duration waitTimeout,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration idleTimeout,
        Http2Use http2,
        Optional<ProxyConfig> proxy,
        int maxRedirects) {
    /** When HTTP/2 is spoken. */
    public enum Http2Use {
        NEVER,
        /** Where the TLS handshake (ALPN) agrees on it. */
        NEGOTIATED,
        /** Also without TLS, by prior knowledge. */
        ALWAYS
    }

    /** The defaults that {@link Builder} names. */
    public static ClientConfig standard() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts; each has the default that its method names. */
    public static final class Builder {
        private TlsConfig tls = TlsConfig.client();
        private int maxConnections;
        private int maxWaiting;
        private Duration waitTimeout = Duration.ofSeconds(30);
        private Duration connectTimeout = Duration.ofSeconds(30);
        private Duration responseTimeout = Duration.ofSeconds(60);
        private Duration idleTimeout = Duration.ofSeconds(30);
        private Http2Use http2 = Http2Use.NEVER;
        private Optional<ProxyConfig> proxy = Optional.empty();
        private int maxRedirects;

        private Builder() {}

        /** Default: the JDK's authorities, host name verified. */
        public Builder tls(TlsConfig config) {
            tls = config;
            return this;
        }

        /** Default no limit. */
        public Builder maxConnections(int count) {
            maxConnections = count;
            return this;
        }

        /** Default no limit. */
        public Builder maxWaiting(int count) {
            maxWaiting = count;
            return this;
        }

        /** Default 30 s. */
        public Builder waitTimeout(Duration timeout) {
            waitTimeout = timeout;
            return this;
        }

        /** Default 30 s. */
        public Builder connectTimeout(Duration timeout) {
            connectTimeout = timeout;
            return this;
        }

        /** Default 60 s. */
        public Builder responseTimeout(Duration timeout) {
            responseTimeout = timeout;
            return this;
        }

        /** Default 30 s. */
        public Builder idleTimeout(Duration timeout) {
            idleTimeout = timeout;
            return this;
        }

        /** Default NEVER. */
        public Builder http2(Http2Use use) {
            http2 = use;
            return this;
        }

        /** Default none. */
        public Builder proxy(ProxyConfig config) {
            proxy = Optional.of(config);
            return this;
        }

        /** Default 0: a redirect is an answer as any other. */
        public Builder maxRedirects(int count) {
            maxRedirects = count;
            return this;
        }

        public ClientConfig build() {
            return new ClientConfig(
                    tls,
                    maxConnections,
                    maxWaiting,
                    waitTimeout,
                    connectTimeout,
                    responseTimeout,
                    idleTimeout,
                    http2,
                    proxy,
                    maxRedirects);
        }
    }
}
