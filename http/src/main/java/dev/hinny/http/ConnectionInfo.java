package dev.hinny.http;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The connection that a request came in on, the same for all its requests. Immutable. */
public final class ConnectionInfo {
    static final ConnectionInfo NONE = new ConnectionInfo(
            "http",
            InetSocketAddress.createUnresolved("localhost", 0),
            InetSocketAddress.createUnresolved("localhost", 0),
            Optional.empty());

    private final String scheme;
    private final InetSocketAddress remote;
    private final InetSocketAddress local;
    private final Optional<TlsInfo> tls;
    private @Nullable String remoteHost;
    private @Nullable String localPort;

    ConnectionInfo(String scheme, InetSocketAddress remote, InetSocketAddress local, Optional<TlsInfo> tls) {
        this.scheme = scheme;
        this.remote = remote;
        this.local = local;
        this.tls = tls;
    }

    /** {@code http} or {@code https}. */
    public String scheme() {
        return scheme;
    }

    /** The client's address. */
    public InetSocketAddress remote() {
        return remote;
    }

    /** The address that the client connected to. */
    public InetSocketAddress local() {
        return local;
    }

    /** What the handshake settled; empty without TLS. */
    public Optional<TlsInfo> tls() {
        return tls;
    }

    /** The client's address as text, without port. */
    public String remoteHost() {
        String text = remoteHost;
        if (text == null) {
            text = remote.getAddress() == null
                    ? remote.getHostString()
                    : remote.getAddress().getHostAddress();
            remoteHost = text;
        }
        return text;
    }

    String localPort() {
        String text = localPort;
        if (text == null) {
            text = Integer.toString(local.getPort());
            localPort = text;
        }
        return text;
    }
}
