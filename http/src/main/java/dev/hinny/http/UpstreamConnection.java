package dev.hinny.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The client's end of one HTTP/1.1 connection, or of one HTTP/2 stream: passes the parts of a response to whoever uses
 * it now, and watches its time. Event loop only.
 */
final class UpstreamConnection extends ChannelInboundHandlerAdapter {
    /** Who waits for the response. At most one of end and failed is called, and nothing after it. */
    interface Listener {
        /** Without hop-by-hop changes; interim answers are left out. */
        void head(HttpResponse head);

        /** Owns the content; the last one is followed by end. */
        void content(HttpContent content);

        /** Whether the connection can carry another request. */
        void end(boolean reusable);

        void readComplete();

        void writabilityChanged();

        void failed(HttpClientException cause);
    }

    final Destination destination;
    private @Nullable ChannelHandlerContext ctx;
    private @Nullable Listener listener;
    private boolean keepAlive;
    private boolean begun;
    private boolean interim;
    private boolean reused;
    private boolean timerOn;
    private @Nullable ScheduledFuture<?> timer;
    private long timeoutNanos;
    private long timerAt;
    private long lastActivity;
    private @Nullable Throwable cause;

    UpstreamConnection(Destination destination) {
        this.destination = destination;
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

    boolean usable() {
        return listener == null && channel().isActive();
    }

    /** Whether it carried a request before the present one. */
    boolean reused() {
        return reused;
    }

    /** When it was last used, by {@link System#nanoTime}. */
    long lastActivity() {
        return lastActivity;
    }

    /** Whether a byte of the present response has arrived. */
    boolean begun() {
        return begun;
    }

    void use(Listener by, long timeout) {
        listener = by;
        begun = false;
        interim = false;
        keepAlive = true;
        timeoutNanos = timeout;
        touch();
        if (!timerOn || timerAt - (lastActivity + timeout) > 0) {
            schedule(timeout);
        }
    }

    /** From now on nobody waits; the connection must not be used again unless its response had ended. */
    void close() {
        listener = null;
        ctx().close();
    }

    void touch() {
        lastActivity = System.nanoTime();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ctx = context;
        touch();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Listener to = listener;
        if (to == null || !(message instanceof HttpObject part)) {
            ReferenceCountUtil.release(message);
            if (message instanceof HttpObject && message != LastHttpContent.EMPTY_LAST_CONTENT) {
                context.close();
            }
            return;
        }
        if (part.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            Throwable why = part.decoderResult().cause();
            fail(HttpClientException.Kind.PROTOCOL, "the response is malformed: " + why.getMessage(), why);
            return;
        }
        if (part instanceof HttpResponse head) {
            int status = head.status().code();
            interim = head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (status == 101 || status < 100) {
                ReferenceCountUtil.release(message);
                fail(HttpClientException.Kind.PROTOCOL, "found the unexpected status " + status, null);
                return;
            }
            if (!interim) {
                begun = true;
                keepAlive = HttpUtil.isKeepAlive(head);
                to.head(head);
            }
        }
        if (part instanceof HttpContent content) {
            content(content);
        }
    }

    private void content(HttpContent content) {
        boolean last = content instanceof LastHttpContent;
        Listener to = listener;
        if (interim || to == null) {
            content.release();
            interim &= !last;
            return;
        }
        to.content(content);
        if (last && listener == to) {
            listener = null;
            reused = true;
            touch();
            to.end(keepAlive && channel().isActive());
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        Listener to = listener;
        if (to != null) {
            touch();
            to.readComplete();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        Listener to = listener;
        if (to != null) {
            touch();
            to.writabilityChanged();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Throwable why = cause;
        fail(
                HttpClientException.Kind.CLOSED,
                why == null
                        ? destination + " closed the connection " + (begun ? "in the middle of" : "before")
                                + " the response"
                        : "the connection to " + destination + " broke: " + why.getMessage(),
                why);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable why) {
        cause = why;
        if (!(why instanceof IOException)) {
            fail(
                    HttpClientException.Kind.PROTOCOL,
                    "the exchange with " + destination + " failed: " + why.getMessage(),
                    why);
        }
        context.close();
    }

    private void fail(HttpClientException.Kind kind, String message, @Nullable Throwable why) {
        Listener to = listener;
        listener = null;
        ctx().close();
        if (to != null) {
            to.failed(new HttpClientException(kind, message, why));
        }
    }

    // One timer outlives many exchanges: it is only looked at when it fires, so an exchange costs no timer of its own.

    private void schedule(long nanos) {
        timerOn = true;
        timerAt = System.nanoTime() + nanos;
        if (timer != null) {
            timer.cancel(false);
        }
        timer = ctx().executor().schedule(this::check, nanos, TimeUnit.NANOSECONDS);
    }

    private void check() {
        timerOn = false;
        if (listener == null || !channel().isActive()) {
            return;
        }
        long left = lastActivity + timeoutNanos - System.nanoTime();
        if (!channel().config().isAutoRead()) {
            // the reader holds it back: that is no fault of the other side
            schedule(timeoutNanos);
        } else if (left > 0) {
            schedule(left);
        } else {
            fail(
                    HttpClientException.Kind.TIMEOUT,
                    "no answer from " + destination + " within " + TimeUnit.NANOSECONDS.toMillis(timeoutNanos) + " ms",
                    null);
        }
    }
}
