package dev.hinny.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What all connections of one server share, and how their pipelines are made. */
final class ServerCore {
    /** Sent to a connection's handlers when the server drains. */
    static final Object DRAIN = new Object();

    final EventLoops loops;
    final ServerConfig config;
    final RequestHandler handler;
    final long headerNanos;
    final long idleNanos;
    final long requestNanos;
    /** The shortest of the timeouts: looking that often finds each deadline before it has passed. */
    final long tickNanos;

    volatile boolean draining;
    private final Set<Channel> channels = ConcurrentHashMap.newKeySet();

    ServerCore(EventLoops loops, ServerConfig config, RequestHandler handler) {
        this.loops = loops;
        this.config = config;
        this.handler = handler;
        this.headerNanos = nanos(config.headerTimeout());
        this.idleNanos = nanos(config.idleTimeout());
        this.requestNanos = nanos(config.requestTimeout());
        this.tickNanos = Math.min(
                Math.min(headerNanos, idleNanos),
                Math.min(requestNanos, Duration.ofSeconds(30).toNanos()));
    }

    static long nanos(Duration limit) {
        return limit.isZero() ? Long.MAX_VALUE / 4 : Math.max(1, limit.toNanos());
    }

    int connections() {
        return channels.size();
    }

    void accept(Channel channel, Endpoint endpoint) {
        if (draining || config.maxConnections() > 0 && channels.size() >= config.maxConnections()) {
            channel.close();
            return;
        }
        channels.add(channel);
        channel.closeFuture().addListener(closed -> channels.remove(channel));
        ChannelPipeline pipeline = channel.pipeline();
        if (endpoint.tls().isPresent()) {
            pipeline.addLast(new SniTls(endpoint.tls().get(), config));
            if (config.http2()) {
                pipeline.addLast(new Negotiation());
                return;
            }
        } else if (config.http2()) {
            pipeline.addLast(new Preface(this));
            return;
        }
        http1(pipeline, endpoint.tls().isPresent());
    }

    void http1(ChannelPipeline pipeline, boolean tls) {
        HttpDecoderConfig decoding = new HttpDecoderConfig()
                .setMaxInitialLineLength(config.maxInitialLine())
                .setMaxHeaderSize(config.maxHeaderSize())
                .setMaxChunkSize(65536);
        pipeline.addLast(new RequestDecoder(decoding), new ResponseEncoder(), new ServerStream(this, false, tls));
    }

    void http2(ChannelPipeline pipeline, boolean tls) {
        Http2Server.configure(this, pipeline, tls);
    }

    boolean drain(Duration atMost) {
        draining = true;
        long end = System.nanoTime() + atMost.toNanos();
        for (Channel channel : channels) {
            channel.eventLoop().execute(() -> channel.pipeline().fireUserEventTriggered(DRAIN));
        }
        for (Channel channel : channels) {
            if (!channel.closeFuture()
                    .awaitUninterruptibly(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }

    void closeAll() {
        draining = true;
        channels.forEach(Channel::close);
    }

    /** Picks the protocol that the TLS handshake agreed on. */
    private final class Negotiation extends ApplicationProtocolNegotiationHandler {
        Negotiation() {
            super(ApplicationProtocolNames.HTTP_1_1);
        }

        @Override
        protected void configurePipeline(ChannelHandlerContext ctx, String protocol) {
            if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
                http2(ctx.pipeline(), true);
            } else {
                http1(ctx.pipeline(), true);
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
            if (event == DRAIN) {
                ctx.close();
            } else {
                super.userEventTriggered(ctx, event);
            }
        }

        @Override
        protected void handshakeFailure(ChannelHandlerContext ctx, Throwable cause) {
            // SniTls has told the listener
            ctx.close();
        }
    }
}
