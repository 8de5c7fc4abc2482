package dev.hinny.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The last handler of an HTTP/1.1 connection or of one HTTP/2 stream: one exchange after the other, later requests of a
 * pipeline waiting their turn. Event loop only.
 */
final class ServerStream extends ChannelInboundHandlerAdapter {
    private static final int MAX_PIPELINED = 32;

    final ServerCore server;
    final boolean http2;
    private final boolean tls;
    private final ArrayDeque<Object> pipelined = new ArrayDeque<>(2);

    private @Nullable ChannelHandlerContext ctx;
    private @Nullable ConnectionInfo connection;
    private @Nullable Exchange exchange;
    private @Nullable ScheduledFuture<?> timer;
    private int requests;
    private boolean reading;
    private boolean messageInRead;
    private boolean flushWanted;
    private boolean closing;
    private boolean pipelinePaused;
    private boolean advancing;
    private long partialSince;
    private long idleSince;
    private long lastRead;
    private long lastWrite;

    ServerStream(ServerCore server, boolean http2, boolean tls) {
        this.server = server;
        this.http2 = http2;
        this.tls = tls;
    }

    ChannelHandlerContext ctx() {
        ChannelHandlerContext c = ctx;
        if (c == null) {
            throw new IllegalStateException("not in a pipeline");
        }
        return c;
    }

    Channel channel() {
        return ctx().channel();
    }

    ConnectionInfo connection() {
        ConnectionInfo c = connection;
        if (c == null) {
            Channel socket = http2 ? channel().parent() : channel();
            Optional<TlsInfo> info = tls ? SniTls.info(socket) : Optional.empty();
            c = new ConnectionInfo(
                    tls ? "https" : "http",
                    (InetSocketAddress) socket.remoteAddress(),
                    (InetSocketAddress) socket.localAddress(),
                    info);
            connection = c;
        }
        return c;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ctx = context;
        idleSince = System.nanoTime();
        lastRead = idleSince;
        lastWrite = idleSince;
        schedule(server.tickNanos);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        reading = true;
        messageInRead = true;
        if (closing) {
            ReferenceCountUtil.release(message);
        } else if (exchange != null && exchange.requestEnded()) {
            pipelined.add(message);
            if (pipelined.size() > MAX_PIPELINED && !pipelinePaused) {
                pipelinePaused = true;
                channel().config().setAutoRead(false);
            }
        } else {
            accept(message);
        }
    }

    private void accept(Object message) {
        if (message instanceof HttpRequest request) {
            partialSince = 0;
            requests++;
            Exchange e = new Exchange(this, request);
            exchange = e;
            e.begin();
        }
        if (message instanceof HttpContent content) {
            Exchange e = exchange;
            if (e == null || closing) {
                content.release();
            } else {
                e.content(content);
            }
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        reading = false;
        lastRead = System.nanoTime();
        Exchange e = exchange;
        if (e != null) {
            e.readComplete();
        } else if (!messageInRead && partialSince == 0) {
            partialSince = lastRead;
        }
        messageInRead = false;
        if (flushWanted) {
            flushWanted = false;
            context.flush();
        }
    }

    /** At the end of this read, or now. */
    void flush() {
        lastWrite = System.nanoTime();
        if (reading) {
            flushWanted = true;
        } else {
            ctx().flush();
        }
    }

    /** Whether this request is the last one of its connection. */
    boolean last() {
        return server.draining
                || server.config.maxRequestsPerConnection() > 0 && requests >= server.config.maxRequestsPerConnection();
    }

    /** Request and response are complete: on to the next one. */
    void next() {
        exchange = null;
        idleSince = System.nanoTime();
        if (advancing) {
            return;
        }
        advancing = true;
        while (!pipelined.isEmpty() && !closing && (exchange == null || !exchange.requestEnded())) {
            accept(pipelined.poll());
        }
        advancing = false;
        Exchange e = exchange;
        if (e != null) {
            e.readComplete();
        }
        if (pipelinePaused && pipelined.size() < MAX_PIPELINED / 2) {
            pipelinePaused = false;
            channel().config().setAutoRead(true);
        }
    }

    /** After what was written: close, without a reset that would swallow it where the client is still sending. */
    void finish(boolean requestEnded) {
        if (closing) {
            return;
        }
        closing = true;
        dropPipelined();
        if (http2) {
            if (!requestEnded) {
                ctx().writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.NO_ERROR));
            }
            return;
        }
        flushWanted = false;
        ctx().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((ChannelFutureListener) written -> {
            Channel channel = written.channel();
            if (requestEnded || !written.isSuccess()) {
                channel.close();
            } else {
                linger(channel);
            }
        });
    }

    private static void linger(Channel channel) {
        SslHandler ssl = channel.pipeline().get(SslHandler.class);
        if (ssl != null) {
            ssl.closeOutbound();
        } else if (channel instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
        }
        channel.config().setAutoRead(true);
        channel.eventLoop().schedule(() -> channel.close(), 1, TimeUnit.SECONDS);
    }

    /** Breaks off in the middle of a response. */
    void abort() {
        closing = true;
        dropPipelined();
        if (http2) {
            ctx().writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR));
        } else {
            ctx().close();
        }
    }

    private void dropPipelined() {
        pipelined.forEach(ReferenceCountUtil::release);
        pipelined.clear();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        lastWrite = System.nanoTime();
        if (exchange != null) {
            exchange.writabilityChanged();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ServerCore.DRAIN && exchange == null && !http2) {
            closing = true;
            context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        closing = true;
        dropPipelined();
        Exchange e = exchange;
        exchange = null;
        if (e != null) {
            e.connectionLost(new IOException("the client closed the connection"));
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // a failed handshake was told by SniTls
        if (!(cause instanceof IOException) && !(cause.getCause() instanceof SSLException)) {
            server.config.errors().onError(Optional.ofNullable(exchange).map(Exchange::request), cause);
        }
        context.close();
    }

    private void schedule(long nanos) {
        timer = ctx().executor().schedule(this::check, nanos, TimeUnit.NANOSECONDS);
    }

    private void check() {
        if (!channel().isActive()) {
            return;
        }
        long now = System.nanoTime();
        long deadline = deadline(now);
        if (deadline - now > 0) {
            schedule(Math.min(server.tickNanos, deadline - now));
        } else if (!closing) {
            expire();
        }
    }

    private long deadline(long now) {
        Exchange e = exchange;
        if (e == null) {
            return partialSince != 0 ? partialSince + server.headerNanos : idleSince + server.idleNanos;
        }
        long deadline = now + Long.MAX_VALUE / 8;
        if (!e.requestEnded() && channel().config().isAutoRead()) {
            deadline = lastRead + server.idleNanos;
        }
        if (e.responseStarted() && !channel().isWritable()) {
            deadline = Math.min(deadline, lastWrite + server.idleNanos);
        }
        if (e.handled() && !e.responseStarted()) {
            deadline = Math.min(deadline, e.startNanos() + server.requestNanos);
        }
        return deadline;
    }

    private void expire() {
        Exchange e = exchange;
        if (e != null) {
            e.expire();
            schedule(server.tickNanos);
        } else if (partialSince != 0) {
            Exchange late = Exchange.withoutRequest(this);
            exchange = late;
            late.refuse(408, "Request Timeout", "the request's headers did not arrive in time");
        } else {
            closing = true;
            ctx().close();
        }
    }
}
