package dev.hinny.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens a client's connections: straight or through a proxy, plain or TLS, HTTP/1.1 or HTTP/2. */
final class ClientConnector {
    /** The channel, and its handler where it speaks HTTP/1.1. */
    record Opened(Channel channel, @Nullable UpstreamConnection http1) {}

    private final EventLoops loops;
    private final ClientConfig config;
    private final Destination destination;
    private final @Nullable ProxyConfig proxy;
    private final Consumer<Channel> goingAway;

    ClientConnector(EventLoops loops, ClientConfig config, Destination destination, Consumer<Channel> goingAway) {
        this.goingAway = goingAway;
        this.loops = loops;
        this.config = config;
        this.destination = destination;
        this.proxy = config.proxy().filter(p -> p.applies(destination.host())).orElse(null);
    }

    /** The proxy that plain requests are addressed to; a tunnel's proxy sees none of them. */
    @Nullable
    ProxyConfig throughProxy() {
        return destination.tls().isPresent() ? null : proxy;
    }

    CompletableFuture<Opened> connect() {
        CompletableFuture<Opened> result = new CompletableFuture<>();
        String host = proxy == null ? destination.host() : proxy.host();
        int port = proxy == null ? destination.port() : proxy.port();
        new Bootstrap()
                .group(loops.group())
                .channel(loops.channel())
                .resolver(LocalNames.GROUP)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Connector.millis(config.connectTimeout()))
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new Silent());
                    }
                })
                .connect(host, port)
                .addListener((io.netty.channel.ChannelFutureListener) connected -> {
                    if (!connected.isSuccess()) {
                        result.completeExceptionally(Connector.failure(destination, connected.cause()));
                    } else if (proxy != null && destination.tls().isPresent()) {
                        tunnel(connected.channel(), proxy, result);
                    } else {
                        secure(connected.channel(), result);
                    }
                });
        return result;
    }

    private void tunnel(Channel channel, ProxyConfig through, CompletableFuture<Opened> result) {
        Tunnel tunnel = new Tunnel(destination, through);
        channel.pipeline().addFirst(tunnel);
        tunnel.open(config.connectTimeout()).addListener(open -> {
            if (open.isSuccess()) {
                secure(channel, result);
            } else {
                channel.close();
                result.completeExceptionally(open.cause());
            }
        });
    }

    private void secure(Channel channel, CompletableFuture<Opened> result) {
        if (destination.tls().isEmpty()) {
            ready(channel, config.http2() == ClientConfig.Http2Use.ALWAYS && proxy == null, result);
            return;
        }
        boolean offer = config.http2() != ClientConfig.Http2Use.NEVER;
        SslHandler ssl;
        try {
            ssl = Connector.tls(channel, destination, destination.tls().get(), offer, config.connectTimeout());
        } catch (RuntimeException e) {
            channel.close();
            result.completeExceptionally(Connector.tlsFailure(destination, e));
            return;
        }
        channel.pipeline().addFirst(ssl);
        ssl.handshakeFuture().addListener(done -> {
            if (done.isSuccess()) {
                ready(channel, ApplicationProtocolNames.HTTP_2.equals(ssl.applicationProtocol()), result);
            } else {
                channel.close();
                result.completeExceptionally(Connector.tlsFailure(destination, done.cause()));
            }
        });
    }

    private void ready(Channel channel, boolean http2, CompletableFuture<Opened> result) {
        channel.pipeline().remove(Silent.class);
        if (!http2) {
            UpstreamConnection connection = new UpstreamConnection(destination);
            Connector.http1(channel.pipeline(), connection);
            result.complete(new Opened(channel, connection));
            return;
        }
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(
                Http2FrameCodecBuilder.forClient()
                        .initialSettings(Http2Settings.defaultSettings().pushEnabled(false))
                        .encoderEnforceMaxConcurrentStreams(true)
                        .build(),
                new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()),
                new GoingAway());
        result.complete(new Opened(channel, null));
    }

    /** Holds the pipeline's end until the protocol is settled: failures until then are told by the futures. */
    private static final class Silent extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close();
        }
    }

    /** Takes a connection out of use when the server accepts no more requests on it. */
    private final class GoingAway extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            boolean away = message instanceof Http2GoAwayFrame;
            ReferenceCountUtil.release(message);
            if (away) {
                goingAway.accept(ctx.channel());
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close();
        }
    }
}
