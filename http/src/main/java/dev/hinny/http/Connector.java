package dev.hinny.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Opens HTTP/1.1 connections, through TLS where the destination wants it. */
final class Connector {
    /** Exactly one of the two is called, on the connection's event loop. */
    interface Opened {
        void connected(UpstreamConnection connection);

        void failed(HttpClientException cause);
    }

    private Connector() {}

    static void connect(
            EventLoopGroup group,
            Class<? extends Channel> type,
            Destination destination,
            Duration timeout,
            Opened opened) {
        UpstreamConnection connection = new UpstreamConnection(destination);
        new Bootstrap()
                .group(group)
                .channel(type)
                .resolver(LocalNames.GROUP)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, millis(timeout))
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (destination.tls().isPresent()) {
                            channel.pipeline()
                                    .addLast(tls(
                                            channel,
                                            destination,
                                            destination.tls().get(),
                                            false,
                                            timeout));
                        }
                        http1(channel.pipeline(), connection);
                    }
                })
                .connect(destination.host(), destination.port())
                .addListener((io.netty.channel.ChannelFutureListener) connected -> {
                    if (!connected.isSuccess()) {
                        opened.failed(failure(destination, connected.cause()));
                        return;
                    }
                    SslHandler ssl = connected.channel().pipeline().get(SslHandler.class);
                    if (ssl == null) {
                        opened.connected(connection);
                    } else {
                        ssl.handshakeFuture().addListener(done -> {
                            if (done.isSuccess()) {
                                opened.connected(connection);
                            } else {
                                connected.channel().close();
                                opened.failed(tlsFailure(destination, done.cause()));
                            }
                        });
                    }
                });
    }

    static void http1(ChannelPipeline pipeline, UpstreamConnection connection) {
        HttpDecoderConfig decoding = new HttpDecoderConfig()
                .setMaxInitialLineLength(8192)
                .setMaxHeaderSize(65536)
                .setMaxChunkSize(65536);
        pipeline.addLast(new HttpClientCodec(decoding, false, false), connection);
    }

    static int millis(Duration timeout) {
        return timeout.isZero() ? Integer.MAX_VALUE : Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE);
    }

    static SslHandler tls(Channel channel, Destination destination, TlsConfig config, boolean http2, Duration timeout) {
        String name = config.sniHost().orElse(destination.host());
        SslHandler handler = config.clientContext(http2).newHandler(channel.alloc(), name, destination.port());
        handler.setHandshakeTimeout(millis(timeout), TimeUnit.MILLISECONDS);
        return handler;
    }

    static HttpClientException failure(Destination destination, @Nullable Throwable cause) {
        String reason = cause == null ? "cancelled" : String.valueOf(cause.getMessage());
        if (cause instanceof ConnectTimeoutException) {
            return new HttpClientException(
                    HttpClientException.Kind.TIMEOUT, "connecting to " + destination + " took too long", cause);
        }
        if (cause instanceof java.net.UnknownHostException) {
            reason = "the host name is not known";
        }
        return new HttpClientException(
                HttpClientException.Kind.CONNECTIVITY, "cannot connect to " + destination + ": " + reason, cause);
    }

    static HttpClientException tlsFailure(Destination destination, @Nullable Throwable cause) {
        if (cause instanceof SSLException && String.valueOf(cause.getMessage()).contains("timed out")) {
            return new HttpClientException(
                    HttpClientException.Kind.TIMEOUT,
                    "the TLS handshake with " + destination + " took too long",
                    cause);
        }
        String reason = cause == null ? "cancelled" : String.valueOf(cause.getMessage());
        return new HttpClientException(
                HttpClientException.Kind.TLS, "the TLS handshake with " + destination + " failed: " + reason, cause);
    }
}
