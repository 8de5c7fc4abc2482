package dev.hinny.http;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Optional;

/** The head of a response on its way back to the client, open for changes. Hop-by-hop headers are gone already. */
public final class ResponseHead {
    private final HttpResponse netty;
    private final HeadersBuilder headers;
    private final Optional<Destination> upstream;

    ResponseHead(HttpResponse netty, Optional<Destination> upstream) {
        this.netty = netty;
        this.headers = new HeadersBuilder(netty.headers());
        this.upstream = upstream;
    }

    public int status() {
        return netty.status().code();
    }

    public String reason() {
        return netty.status().reasonPhrase();
    }

    /** Replaces the status and its reason phrase; one that allows a body by one that does too. */
    public ResponseHead status(int status) {
        netty.setStatus(HttpResponseStatus.valueOf(status));
        return this;
    }

    /** The headers; Content-Length and Transfer-Encoding must be left alone. */
    public HeadersBuilder headers() {
        return headers;
    }

    /** Who answered; empty where the proxy did because nobody else could. */
    public Optional<Destination> upstream() {
        return upstream;
    }
}
