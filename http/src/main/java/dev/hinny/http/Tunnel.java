package dev.hinny.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks an HTTP proxy for a tunnel (RFC 9110, 9.3.6) and steps aside once it is open. */
final class Tunnel extends ByteToMessageDecoder {
    private static final int MAX_ANSWER = 16 * 1024;

    private final Destination destination;
    private final ProxyConfig proxy;
    private @Nullable ChannelHandlerContext ctx;
    private @Nullable Promise<Void> opened;

    Tunnel(Destination destination, ProxyConfig proxy) {
        this.destination = destination;
        this.proxy = proxy;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ctx = context;
    }

    Future<Void> open(Duration timeout) {
        ChannelHandlerContext context = ctx;
        if (context == null) {
            throw new IllegalStateException("not in a pipeline");
        }
        Promise<Void> promise = context.executor().newPromise();
        opened = promise;
        String host = destination.host().indexOf(':') < 0 ? destination.host() : "[" + destination.host() + "]";
        String authority = host + ":" + destination.port();
        String request = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n"
                + proxy.authorization()
                        .map(a -> "Proxy-Authorization: " + a + "\r\n")
                        .orElse("") + "\r\n";
        context.writeAndFlush(Unpooled.copiedBuffer(request, StandardCharsets.UTF_8));
        context.executor()
                .schedule(
                        () -> promise.tryFailure(new HttpClientException(
                                HttpClientException.Kind.TIMEOUT, proxy + " did not open a tunnel in time", null)),
                        Connector.millis(timeout),
                        TimeUnit.MILLISECONDS);
        return promise;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        String text = in.toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            if (text.length() > MAX_ANSWER) {
                refuse("its answer is too long");
            }
            return;
        }
        in.skipBytes(end + 4);
        String line = text.substring(0, text.indexOf("\r\n"));
        if (line.matches("HTTP/1\\.[01] 2\\d\\d.*")) {
            Promise<Void> promise = opened;
            context.pipeline().remove(this);
            if (promise != null) {
                promise.trySuccess(null);
            }
        } else {
            in.skipBytes(in.readableBytes());
            refuse("it answered '" + line + "'");
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        refuse("it closed the connection");
        super.channelInactive(context);
    }

    private void refuse(String reason) {
        if (opened != null) {
            opened.tryFailure(new HttpClientException(
                    HttpClientException.Kind.CONNECTIVITY,
                    proxy + " opened no tunnel to " + destination + ": " + reason,
                    null));
        }
    }
}
