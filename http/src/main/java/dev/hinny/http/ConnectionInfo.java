package dev.hinny.http;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The connection that a request came in on, the same for all its requests.
 *
 * @param scheme {@code http} or {@code https}
 * @param remote the client's address
 * @param local the address that it connected to
 * @param tls what the handshake settled; empty without TLS
 */
public record ConnectionInfo(
        String scheme, InetSocketAddress remote, InetSocketAddress local, Optional<TlsInfo> tls) {
    static final ConnectionInfo NONE = new ConnectionInfo(
            "http",
            InetSocketAddress.createUnresolved("localhost", 0),
            InetSocketAddress.createUnresolved("localhost", 0),
            Optional.empty());

    String remoteHost() {
        return remote.getAddress() == null ? remote.getHostString() : remote.getAddress().getHostAddress();
    }
}
