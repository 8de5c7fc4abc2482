package dev.hinny.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request that got no, or no complete, response. */
public final class HttpClientException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** No connection: unknown host, refused, unreachable, or a proxy that refused. */
        CONNECTIVITY,
        /** Connecting, waiting for a free connection, or the response took too long. */
        TIMEOUT,
        /** The handshake failed or the certificate is not trusted. */
        TLS,
        /** The other side does not keep to HTTP. */
        PROTOCOL,
        /** The connection was closed before the response was complete. */
        CLOSED
    }

    private final Kind kind;

    HttpClientException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
