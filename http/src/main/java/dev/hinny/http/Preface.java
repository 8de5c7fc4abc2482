package dev.hinny.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Looks at the first bytes of a plain connection: HTTP/2 begins with {@code PRI *}, and nothing else does. */
final class Preface extends ByteToMessageDecoder {
    private static final byte[] START = {'P', 'R', 'I', ' ', '*'};

    private final ServerCore server;

    Preface(ServerCore server) {
        this.server = server;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        long nanos = Math.min(server.idleNanos, TimeUnit.DAYS.toNanos(1));
        ctx.executor().schedule(() -> closeIfStillHere(ctx), nanos, TimeUnit.NANOSECONDS);
    }

    private static void closeIfStillHere(ChannelHandlerContext ctx) {
        if (!ctx.isRemoved()) {
            ctx.close();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ServerCore.DRAIN) {
            ctx.close();
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        int count = Math.min(START.length, in.readableBytes());
        for (int i = 0; i < count; i++) {
            if (in.getByte(in.readerIndex() + i) != START[i]) {
                server.http1(ctx.pipeline(), false);
                ctx.pipeline().remove(this);
                return;
            }
        }
        if (count == START.length) {
            server.http2(ctx.pipeline(), false);
            ctx.pipeline().remove(this);
        }
    }
}
