package dev.hinny.http;

/**
 * Streams the request to an upstream and its response back, on the event loop and with back-pressure both ways.
 *
 * <p>Hop-by-hop headers are removed (RFC 9110, 7.6.1), {@code X-Forwarded-For}, {@code -Proto}, {@code -Host} and
 * {@code -Port} are set as the options say, {@code Host} is kept. Connections are kept alive per event loop and
 * destination. A failure to reach an upstream is answered with 502, no answer in time with 504, no upstream with 503,
 * each with a small problem document; once a response has begun, a failure breaks the connection off.
 */
public record Forward(Upstream upstream, Rewrite rewrite, ResponseHook hook, ForwardOptions options)
        implements Outcome {
    /** To one destination, unchanged, with the default options. */
    public static Forward to(Destination destination) {
        return to(Upstream.of(destination));
    }

    public static Forward to(Upstream upstream) {
        return new Forward(upstream, Rewrite.NONE, ResponseHook.NONE, ForwardOptions.STANDARD);
    }

    public Forward withRewrite(Rewrite other) {
        return new Forward(upstream, other, hook, options);
    }

    public Forward withHook(ResponseHook other) {
        return new Forward(upstream, rewrite, other, options);
    }

    public Forward withOptions(ForwardOptions others) {
        return new Forward(upstream, rewrite, hook, others);
    }
}
