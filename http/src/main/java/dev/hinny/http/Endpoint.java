package dev.hinny.http;

import java.util.Optional;

/**
 * An address that a server listens on.
 *
 * @param host name or address of the interface; {@code 0.0.0.0} for all
 * @param port 0 for a free one
 * @param tls certificates by host name; empty for plain TCP
 */
public record Endpoint(String host, int port, Optional<TlsContexts> tls) {
    public Endpoint {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("found port " + port + ", expected 0 to 65535");
        }
    }

    public static Endpoint plain(String host, int port) {
        return new Endpoint(host, port, Optional.empty());
    }

    public static Endpoint tls(String host, int port, TlsContexts tls) {
        return new Endpoint(host, port, Optional.of(tls));
    }
}
