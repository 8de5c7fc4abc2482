package dev.hinny.http;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;

/** The head of a request on its way upstream, open for changes. Hop-by-hop headers are gone already. */
public final class ForwardHead {
    private final HttpRequest netty;
    private final HeadersBuilder headers;

    ForwardHead(HttpRequest netty) {
        this.netty = netty;
        this.headers = new HeadersBuilder(netty.headers());
    }

    public String method() {
        return netty.method().name();
    }

    public ForwardHead method(String method) {
        netty.setMethod(HttpMethod.valueOf(method));
        return this;
    }

    /** Path and query, not decoded. */
    public String target() {
        return netty.uri();
    }

    /** Replaces path and query; must begin with a slash and have no space or control character. */
    public ForwardHead target(String target) {
        if (!Targets.isOriginForm(target)) {
            throw new IllegalArgumentException(
                    "found the target '" + target + "', expected an escaped path that begins with '/'");
        }
        netty.setUri(target);
        return this;
    }

    /** Replaces the Host header. */
    public ForwardHead host(String host) {
        headers.set("host", host);
        return this;
    }

    /** The headers; Content-Length and Transfer-Encoding must be left alone. */
    public HeadersBuilder headers() {
        return headers;
    }
}
