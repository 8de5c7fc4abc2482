package dev.hinny.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request on its way to an upstream and its response on its way back, all on the client's event loop. */
final class ForwardExchange implements UpstreamConnection.Listener, ChannelBody.Sink, Connector.Opened {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    private final Exchange exchange;
    private final Request request;
    private final Forward forward;
    private final ForwardPool pool;
    private final boolean idempotent;

    private int attempt;
    private @Nullable Destination destination;
    private @Nullable UpstreamConnection upstream;
    private @Nullable HttpClientException lastFailure;
    private boolean dirty;
    private boolean requestSent;
    private boolean responseBegun;
    private boolean responseDone;
    private boolean headOnly;
    private boolean cancelled;
    private boolean retried;

    ForwardExchange(Exchange exchange, Request request, Forward forward) {
        this.exchange = exchange;
        this.request = request;
        this.forward = forward;
        this.idempotent = IDEMPOTENT.contains(request.method());
        EventLoop loop = exchange.stream.channel().eventLoop();
        this.pool = exchange.stream.server.loops.pool(loop);
    }

    // towards the upstream

    void start() {
        HttpRequest head = exchange.head;
        HttpHeaders headers = head.headers();
        HopByHop.strip(headers);
        headers.remove(HttpHeaderNames.EXPECT);
        HopByHop.forwarded(headers, request, forward.options().forwarded());
        if (!head.uri().startsWith("/") && !head.uri().equals("*")) {
            headers.set(HttpHeaderNames.HOST, request.authority());
            head.setUri(
                    request.rawQuery().isEmpty() ? request.rawPath() : request.rawPath() + "?" + request.rawQuery());
        }
        try {
            if (forward.rewrite() != Rewrite.NONE) {
                forward.rewrite().apply(new ForwardHead(head));
            }
            tryNext();
        } catch (RuntimeException e) {
            cancelled = true;
            exchange.failed(e);
        }
    }

    private void tryNext() {
        Optional<Destination> next = forward.upstream().next(attempt++);
        if (next.isEmpty()) {
            giveUp();
            return;
        }
        destination = next.get();
        UpstreamConnection idle = pool.poll(next.get());
        if (idle != null) {
            send(idle);
        } else {
            pool.connect(next.get(), forward.options().connectTimeout(), this);
        }
    }

    private void giveUp() {
        HttpClientException cause = lastFailure;
        if (cause == null) {
            answer(503, "Service Unavailable", "no upstream is available");
        } else if (cause.kind() == HttpClientException.Kind.TIMEOUT) {
            answer(504, "Gateway Timeout", "the upstream did not answer in time");
        } else {
            answer(502, "Bad Gateway", "the upstream could not be reached or broke off");
        }
    }

    @Override
    public void connected(UpstreamConnection connection) {
        if (cancelled) {
            pool.release(connection, forward.options());
            return;
        }
        send(connection);
        flushUpstream();
    }

    private void send(UpstreamConnection connection) {
        upstream = connection;
        connection.use(this, ServerCore.nanos(forward.options().responseTimeout()));
        HttpRequest head = exchange.head;
        ChannelHandlerContext to = connection.ctx();
        ChannelBody body = exchange.incoming();
        dirty = true;
        if (body == null) {
            requestSent = true;
            to.write(new DefaultFullHttpRequest(
                    HttpVersion.HTTP_1_1,
                    head.method(),
                    head.uri(),
                    Unpooled.EMPTY_BUFFER,
                    head.headers(),
                    EmptyHttpHeaders.INSTANCE));
        } else {
            to.write(new DefaultHttpRequest(HttpVersion.HTTP_1_1, head.method(), head.uri(), head.headers()));
            body.pipe(this);
        }
    }

    @Override
    public void data(ByteBuf data) {
        UpstreamConnection to = upstream;
        if (to == null || responseDone || cancelled) {
            data.release();
            return;
        }
        dirty = true;
        to.touch();
        to.ctx().write(new DefaultHttpContent(data));
        if (!to.channel().isWritable()) {
            flushUpstream();
            if (!to.channel().isWritable()) {
                exchange.stream.channel().config().setAutoRead(false);
            }
        }
    }

    @Override
    public void end() {
        UpstreamConnection to = upstream;
        requestSent = true;
        if (to != null && !responseDone && !cancelled) {
            dirty = true;
            to.touch();
            to.ctx().write(LastHttpContent.EMPTY_LAST_CONTENT);
        }
    }

    /** The client's body broke off. */
    @Override
    public void failed(IOException cause) {
        cancel();
        if (cause instanceof BodyTooLargeException) {
            exchange.failed(cause);
        } else if (exchange.alive() && !exchange.responseStarted()) {
            exchange.refuse(400, "Bad Request", String.valueOf(cause.getMessage()));
        } else if (exchange.alive()) {
            exchange.breakOff(cause);
        }
    }

    void downstreamReadComplete() {
        flushUpstream();
    }

    private void flushUpstream() {
        UpstreamConnection to = upstream;
        if (dirty && to != null) {
            dirty = false;
            to.ctx().flush();
        }
    }

    @Override
    public void writabilityChanged() {
        UpstreamConnection to = upstream;
        if (to != null && to.channel().isWritable() && !requestSent) {
            exchange.stream.channel().config().setAutoRead(true);
        }
    }

    // back to the client

    @Override
    public void head(HttpResponse head) {
        responseBegun = true;
        HttpHeaders headers = head.headers();
        HopByHop.strip(headers);
        hook(head, Optional.ofNullable(destination));
        int status = head.status().code();
        headOnly = exchange.isHead() || status == 204 || status == 304;
        if (headOnly) {
            exchange.begun(status, headers);
            headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
            exchange.write(new HeadOnly(head.status(), headers), 0);
            return;
        }
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING) || !headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
            headers.remove(HttpHeaderNames.CONTENT_LENGTH);
            exchange.frameUnknownLength(headers);
        }
        exchange.begun(status, headers);
        head.setProtocolVersion(HttpVersion.HTTP_1_1);
        exchange.write(
                head instanceof HttpContent
                        ? new DefaultHttpResponse(HttpVersion.HTTP_1_1, head.status(), headers)
                        : head,
                0);
    }

    private void hook(HttpResponse head, Optional<Destination> by) {
        if (forward.hook() != ResponseHook.NONE) {
            try {
                forward.hook().onHead(new ResponseHead(head, by));
            } catch (RuntimeException e) {
                exchange.stream.server.config.errors().onError(Optional.of(request), e);
            }
        }
    }

    @Override
    public void content(HttpContent content) {
        if (headOnly) {
            content.release();
            return;
        }
        int size = content.content().readableBytes();
        if (content instanceof LastHttpContent last && !last.trailingHeaders().isEmpty()) {
            last.trailingHeaders().clear();
        }
        exchange.write(content, size);
        if (!exchange.stream.channel().isWritable() && !(content instanceof LastHttpContent)) {
            exchange.stream.flush();
            UpstreamConnection from = upstream;
            if (from != null && !exchange.stream.channel().isWritable()) {
                from.channel().config().setAutoRead(false);
            }
        }
    }

    void downstreamWritabilityChanged() {
        UpstreamConnection from = upstream;
        if (from != null && exchange.stream.channel().isWritable()) {
            from.touch();
            from.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void readComplete() {
        if (responseBegun) {
            exchange.stream.flush();
        }
    }

    @Override
    public void end(boolean reusable) {
        responseDone = true;
        UpstreamConnection from = upstream;
        upstream = null;
        if (from != null) {
            from.channel().config().setAutoRead(true);
            if (reusable && requestSent) {
                pool.release(from, forward.options());
            } else {
                from.close();
            }
        }
        if (!requestSent) {
            exchange.stream.channel().config().setAutoRead(true);
        }
        exchange.stream.flush();
        exchange.responseEnded();
    }

    // failures

    /** Connecting failed, or the exchange on the connection did. */
    @Override
    public void failed(HttpClientException cause) {
        UpstreamConnection from = upstream;
        upstream = null;
        lastFailure = cause;
        if (cancelled) {
            return;
        }
        if (responseBegun) {
            exchange.breakOff(cause);
        } else if (from == null) {
            tryNext();
            flushUpstream();
        } else if (from.reused()
                && !from.begun()
                && idempotent
                && exchange.incoming() == null
                && cause.kind() == HttpClientException.Kind.CLOSED) {
            // an idle connection that the other side closed at the moment of its use
            if (retried) {
                tryNext();
                flushUpstream();
            } else {
                retried = true;
                pool.connect(from.destination, forward.options().connectTimeout(), this);
            }
        } else {
            giveUp();
        }
    }

    private void answer(int status, String title, String detail) {
        cancelled = true;
        exchange.stream.channel().config().setAutoRead(true);
        Response problem = Response.problem(status, title, detail);
        HttpHeaders headers = exchange.headers(problem.headers());
        DefaultHttpResponse head =
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), headers);
        hook(head, Optional.empty());
        exchange.whole(Response.of(head.status().code(), new Headers(headers), problem.body()));
    }

    private void cancel() {
        cancelled = true;
        UpstreamConnection from = upstream;
        upstream = null;
        if (from != null) {
            from.close();
        }
    }

    Optional<Destination> answeredBy() {
        return responseBegun ? Optional.ofNullable(destination) : Optional.empty();
    }

    /** The exchange is over, well or not. */
    void ended(ExchangeEnd end) {
        if (!responseDone) {
            cancel();
        }
        forward.hook().onEnd(end);
    }
}
