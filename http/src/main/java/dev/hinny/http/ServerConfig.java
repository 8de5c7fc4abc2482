package dev.hinny.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a server listens and what it accepts. A duration of zero means no limit, as does a size or count of zero.
 *
 * @param endpoints where it listens, at least one
 * @param maxInitialLine bytes of the request line; more is answered with 414
 * @param maxHeaderSize bytes of all headers; more is answered with 431
 * @param maxBodySize bytes of a request's body; more is answered with 413
 * @param headerTimeout from the first byte of a request to the end of its headers
 * @param idleTimeout for a kept connection without request, and for a stalled body or reader
 * @param requestTimeout from the request's head to the head of a {@link Handle}'s answer; then 503 and an interrupt
 * @param maxConnections over all endpoints; further ones are closed at once
 * @param maxRequestsPerConnection after which an HTTP/1.1 connection is closed
 * @param http2 whether HTTP/2 is offered, by ALPN and by prior knowledge
 * @param errors told of failures
 */
public record ServerConfig(
        List<Endpoint> endpoints,
        int maxInitialLine,
        int maxHeaderSize,
        long maxBodySize,
        Duration headerTimeout,
        Duration idleTimeout,
        Duration requestTimeout,
        int maxConnections,
        int maxRequestsPerConnection,
        boolean http2,
        ErrorListener errors) {
    public ServerConfig {
        endpoints = List.copyOf(endpoints);
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("a server needs at least one endpoint");
        }
    }

    /** The defaults on one endpoint without TLS. */
    public static ServerConfig of(String host, int port) {
        return builder().endpoint(Endpoint.plain(host, port)).build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a configuration; each has the default that its method names. */
    public static final class Builder {
        private final List<Endpoint> endpoints = new ArrayList<>();
        private int maxInitialLine = 8192;
        private int maxHeaderSize = 32768;
        private long maxBodySize;
        private Duration headerTimeout = Duration.ofSeconds(10);
        private Duration idleTimeout = Duration.ofSeconds(60);
        private Duration requestTimeout = Duration.ZERO;
        private int maxConnections;
        private int maxRequestsPerConnection;
        private boolean http2 = true;
        private ErrorListener errors = ErrorListener.NONE;

        private Builder() {}

        /** One more address to listen on. */
        public Builder endpoint(Endpoint endpoint) {
            endpoints.add(endpoint);
            return this;
        }

        /** Default 8 KiB. */
        public Builder maxInitialLine(int bytes) {
            maxInitialLine = bytes;
            return this;
        }

        /** Default 32 KiB. */
        public Builder maxHeaderSize(int bytes) {
            maxHeaderSize = bytes;
            return this;
        }

        /** Default no limit. */
        public Builder maxBodySize(long bytes) {
            maxBodySize = bytes;
            return this;
        }

        /** Default 10 s. */
        public Builder headerTimeout(Duration timeout) {
            headerTimeout = timeout;
            return this;
        }

        /** Default 60 s. */
        public Builder idleTimeout(Duration timeout) {
            idleTimeout = timeout;
            return this;
        }

        /** Default no limit. */
        public Builder requestTimeout(Duration timeout) {
            requestTimeout = timeout;
            return this;
        }

        /** Default no limit. */
        public Builder maxConnections(int count) {
            maxConnections = count;
            return this;
        }

        /** Default no limit. */
        public Builder maxRequestsPerConnection(int count) {
            maxRequestsPerConnection = count;
            return this;
        }

        /** Default on. */
        public Builder http2(boolean on) {
            http2 = on;
            return this;
        }

        /** Default nobody. */
        public Builder errors(ErrorListener listener) {
            errors = listener;
            return this;
        }

        public ServerConfig build() {
            return new ServerConfig(
                    endpoints,
                    maxInitialLine,
                    maxHeaderSize,
                    maxBodySize,
                    headerTimeout,
                    idleTimeout,
                    requestTimeout,
                    maxConnections,
                    maxRequestsPerConnection,
                    http2,
                    errors);
        }
    }
}
