package dev.hinny.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The HTTP/2 side of a server connection: frames below, one {@link ServerStream} on each stream above. */
final class Http2Server {
    private static final int MAX_STREAMS = 256;
    private static final int WINDOW = 256 * 1024;

    private Http2Server() {}

    static void configure(ServerCore server, ChannelPipeline pipeline, boolean tls) {
        Http2Settings settings = Http2Settings.defaultSettings()
                .maxConcurrentStreams(MAX_STREAMS)
                .initialWindowSize(WINDOW)
                .maxHeaderListSize(server.config.maxHeaderSize());
        Http2FrameCodec frames =
                Http2FrameCodecBuilder.forServer().initialSettings(settings).build();
        Connection connection = new Connection(server);
        pipeline.addLast(frames, new Http2MultiplexHandler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel stream) {
                connection.opened(stream);
                stream.pipeline()
                        .addLast(new Http2StreamFrameToHttpObjectCodec(true), new ServerStream(server, true, tls));
            }
        }));
        pipeline.addLast(connection);
    }

    /** Takes away what the translation from frames left, and joins what HTTP/2 sends apart (RFC 9113, 8.2.3). */
    static void tidy(HttpHeaders headers) {
        headers.remove("x-http2-scheme");
        headers.remove("x-http2-stream-id");
        headers.remove("x-http2-stream-weight");
        headers.remove("x-http2-stream-dependency-id");
        headers.remove("x-http2-path");
        List<String> cookies = headers.getAll(HttpHeaderNames.COOKIE);
        if (cookies.size() > 1) {
            headers.set(HttpHeaderNames.COOKIE, String.join("; ", cookies));
        }
    }

    /** Counts the streams, closes the connection when it has been idle or the server drains. */
    private static final class Connection extends ChannelInboundHandlerAdapter {
        private final ServerCore server;
        private @Nullable ChannelHandlerContext ctx;
        private int streams;
        private long idleSince = System.nanoTime();
        private boolean draining;

        Connection(ServerCore server) {
            this.server = server;
        }

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            ctx = context;
            check();
        }

        void opened(Channel stream) {
            streams++;
            stream.closeFuture().addListener(closed -> {
                streams--;
                idleSince = System.nanoTime();
                closeIfDrained();
            });
        }

        private void check() {
            ChannelHandlerContext context = ctx;
            if (context == null || !context.channel().isActive()) {
                return;
            }
            long now = System.nanoTime();
            if (streams == 0 && now - idleSince >= server.idleNanos) {
                drain(context);
                return;
            }
            long wait = streams == 0 ? server.idleNanos - (now - idleSince) : server.idleNanos;
            context.executor().schedule(this::check, Math.min(wait, TimeUnit.DAYS.toNanos(1)), TimeUnit.NANOSECONDS);
        }

        private void drain(ChannelHandlerContext context) {
            if (!draining) {
                draining = true;
                context.writeAndFlush(new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR));
                closeIfDrained();
            }
        }

        private void closeIfDrained() {
            ChannelHandlerContext context = ctx;
            if (draining && streams == 0 && context != null) {
                context.executor().execute(context::close);
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == ServerCore.DRAIN) {
                drain(context);
            }
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            // frames of the connection itself (settings, ping, go away): the codec has acted on them
            ReferenceCountUtil.release(message);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (!(cause instanceof IOException)) {
                server.config.errors().onError(java.util.Optional.empty(), cause);
            }
            context.close();
        }
    }
}
