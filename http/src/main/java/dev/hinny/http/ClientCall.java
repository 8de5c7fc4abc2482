package dev.hinny.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One request of a client and its response. */
final class ClientCall implements UpstreamConnection.Listener, ChannelBody.Source {
    final UpstreamConnection connection;
    private final ClientPool pool;
    private final ClientRequest request;
    private final @Nullable ProxyConfig proxy;
    private final CompletableFuture<Response> response = new CompletableFuture<>();
    private final AtomicBoolean released = new AtomicBoolean();
    private final Object writable = new Object();
    private final boolean wasUsed;
    private @Nullable ChannelBody body;
    private volatile boolean over;
    private volatile boolean begun;
    private boolean requestSent;

    ClientCall(ClientPool pool, UpstreamConnection connection, ClientRequest request, @Nullable ProxyConfig proxy) {
        this.pool = pool;
        this.connection = connection;
        this.request = request;
        this.proxy = proxy;
        this.wasUsed = connection.reused();
    }

    /** Whether the request met an idle connection that was closed before any byte of the response. */
    boolean stale(HttpClientException e) {
        return wasUsed && (!begun || !connection.begun()) && e.kind() == HttpClientException.Kind.CLOSED;
    }

    /** Whether a byte of the request can have been sent. */
    boolean begun() {
        return begun;
    }

    Response send() throws HttpClientException {
        HttpHeaders headers = headers();
        Body out = request.body();
        connection.channel().eventLoop().execute(() -> start(headers, out));
        if (!(out instanceof BytesBody)) {
            Thread.ofVirtual().inheritInheritableThreadLocals(false).start(() -> stream(out));
        }
        try {
            return ClientPool.await(response);
        } catch (HttpClientException e) {
            if (!response.isDone()) {
                // interrupted: nobody waits any more
                abandoned();
                response.thenAccept(Response::close);
            }
            throw e;
        }
    }

    private HttpHeaders headers() {
        HttpHeaders headers =
                DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
        headers.add(request.headers().netty());
        headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
        headers.remove(HttpHeaderNames.CONTENT_LENGTH);
        if (!headers.contains(HttpHeaderNames.HOST)) {
            headers.set(HttpHeaderNames.HOST, request.authority());
        }
        long length = request.body().length();
        if (length < 0) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        } else if (length > 0
                || !request.method().equals("GET") && !request.method().equals("HEAD")) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, Long.toString(length));
        }
        if (proxy != null) {
            proxy.authorization().ifPresent(a -> headers.set(HttpHeaderNames.PROXY_AUTHORIZATION, a));
        }
        return headers;
    }

    private void start(HttpHeaders headers, Body out) {
        if (!connection.channel().isActive()) {
            failed(new HttpClientException(
                    HttpClientException.Kind.CLOSED,
                    pool.destination + " closed the connection before the request",
                    null));
            return;
        }
        begun = true;
        connection.use(
                this,
                ServerCore.nanos(
                        request.responseTimeout().isZero()
                                ? pool.config.responseTimeout()
                                : request.responseTimeout()));
        HttpMethod method = HttpMethod.valueOf(request.method());
        String target = proxy == null ? request.target() : "http://" + request.authority() + request.target();
        if (out instanceof BytesBody whole) {
            requestSent = true;
            connection
                    .ctx()
                    .writeAndFlush(new DefaultFullHttpRequest(
                            HttpVersion.HTTP_1_1,
                            method,
                            target,
                            Unpooled.wrappedBuffer(whole.array()),
                            headers,
                            EmptyHttpHeaders.INSTANCE));
        } else {
            connection.ctx().writeAndFlush(new DefaultHttpRequest(HttpVersion.HTTP_1_1, method, target, headers));
        }
    }

    // the request's body, on a virtual thread of its own: the response may begin before its end

    private void stream(Body out) {
        try (out;
                RequestStream to = new RequestStream(this, out.length())) {
            out.writeTo(to);
            to.finish();
        } catch (Exception e) {
            onLoop(() -> {
                if (!requestSent) {
                    connection.close();
                    failed(new HttpClientException(
                            HttpClientException.Kind.CLOSED,
                            "the request's body could not be sent: " + e.getMessage(),
                            e));
                }
            });
        }
    }

    void onLoop(Runnable action) {
        connection.channel().eventLoop().execute(() -> {
            if (!over) {
                action.run();
            }
        });
    }

    void requestSent() {
        requestSent = true;
    }

    boolean alive() {
        return !over && connection.channel().isActive();
    }

    void awaitWritable() throws java.io.InterruptedIOException {
        Channel channel = connection.channel();
        if (channel.isWritable()) {
            return;
        }
        synchronized (writable) {
            while (!channel.isWritable() && alive()) {
                try {
                    writable.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new java.io.InterruptedIOException("interrupted while sending the request");
                }
            }
        }
    }

    private void wakeWriter() {
        synchronized (writable) {
            writable.notifyAll();
        }
    }

    // the response, on the event loop

    @Override
    public void head(HttpResponse head) {
        int status = head.status().code();
        HttpHeaders headers = head.headers();
        headers.remove("x-http2-stream-id");
        Body arriving = Body.empty();
        String declared = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        boolean none = request.method().equals("HEAD") || status == 204 || status == 304 || "0".equals(declared);
        if (!none) {
            ChannelBody b = new ChannelBody(connection.channel(), this, length(declared, headers));
            body = b;
            arriving = b;
        }
        response.complete(new Response(status, head.status().reasonPhrase(), new Headers(headers), arriving));
    }

    private static long length(@Nullable String declared, HttpHeaders headers) {
        if (declared == null || headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return -1;
        }
        try {
            return Long.parseLong(declared.trim());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    @Override
    public void content(HttpContent content) {
        if (body == null || content == LastHttpContent.EMPTY_LAST_CONTENT) {
            content.release();
        } else {
            body.offer(content.content());
        }
    }

    @Override
    public void end(boolean reusable) {
        over = true;
        connection.channel().config().setAutoRead(true);
        // first, so that who has read the last byte finds the connection free
        release(reusable && requestSent);
        if (body != null) {
            body.end();
        }
    }

    @Override
    public void readComplete() {}

    @Override
    public void writabilityChanged() {
        wakeWriter();
    }

    @Override
    public void failed(HttpClientException cause) {
        over = true;
        response.completeExceptionally(cause);
        if (body != null) {
            body.fail(cause);
        }
        release(false);
    }

    @Override
    public void abandoned() {
        onLoop(() -> {
            over = true;
            release(false);
        });
    }

    private void release(boolean reusable) {
        wakeWriter();
        if (released.compareAndSet(false, true)) {
            pool.release(connection, reusable);
        }
    }
}
