package dev.hinny.http;

import java.time.Duration;

/**
 * Limits and manners of a {@link Forward}.
 *
 * @param connectTimeout for the TCP connection
 * @param responseTimeout from the sent request, and from each later piece of the response, to the next byte
 * @param idleTimeout how long an unused connection is kept
 * @param maxIdle how many unused connections are kept per event loop and destination
 * @param forwarded what becomes of the headers that name the client
 */
public record ForwardOptions(
        Duration connectTimeout,
        Duration responseTimeout,
        Duration idleTimeout,
        int maxIdle,
        ForwardedHeaders forwarded) {
    /** 5 s to connect, 300 s for the response, 30 s idle, 64 idle connections, headers appended. */
    public static final ForwardOptions STANDARD = new ForwardOptions(
            Duration.ofSeconds(5), Duration.ofSeconds(300), Duration.ofSeconds(30), 64, ForwardedHeaders.APPEND);

    public ForwardOptions withConnectTimeout(Duration other) {
        return new ForwardOptions(other, responseTimeout, idleTimeout, maxIdle, forwarded);
    }

    public ForwardOptions withResponseTimeout(Duration other) {
        return new ForwardOptions(connectTimeout, other, idleTimeout, maxIdle, forwarded);
    }

    public ForwardOptions withIdleTimeout(Duration other) {
        return new ForwardOptions(connectTimeout, responseTimeout, other, maxIdle, forwarded);
    }

    public ForwardOptions withForwarded(ForwardedHeaders other) {
        return new ForwardOptions(connectTimeout, responseTimeout, idleTimeout, maxIdle, other);
    }

    /** What becomes of {@code X-Forwarded-*} and {@code Forwarded} (RFC 7239). */
    public enum ForwardedHeaders {
        /** Passed on as they came. */
        KEEP,
        /** The client is appended to X-Forwarded-For; the others are set where they are missing. */
        APPEND,
        /** What came in is not trusted and dropped; all are set anew. */
        REPLACE,
        /** As REPLACE, and {@code Forwarded} as well. */
        REPLACE_WITH_STANDARD
    }
}
