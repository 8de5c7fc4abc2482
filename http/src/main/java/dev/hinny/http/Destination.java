package dev.hinny.http;

import java.util.Optional;

/**
 * A server to connect to, and the key of its connection pool.
 *
 * @param host name or address
 * @param tls how to speak TLS with it; empty for plain TCP
 */
public record Destination(String host, int port, Optional<TlsConfig> tls) {
    public Destination {
        if (host.isEmpty() || port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "found '" + host + ":" + port + "', expected a host and a port of 1 to 65535");
        }
    }

    /** A server without TLS. */
    public static Destination plain(String host, int port) {
        return new Destination(host, port, Optional.empty());
    }

    public static Destination tls(String host, int port, TlsConfig tls) {
        return new Destination(host, port, Optional.of(tls));
    }

    @Override
    public String toString() {
        return (tls.isPresent() ? "https://" : "http://") + host + ":" + port;
    }
}
