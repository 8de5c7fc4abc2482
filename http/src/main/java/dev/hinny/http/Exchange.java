package dev.hinny.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request and its response on a stream. Event loop only, but for {@link #run} and what it calls. */
final class Exchange implements Runnable, ChannelBody.Source {
    private static final Body NO_BODY = Body.empty();

    final ServerStream stream;
    final HttpRequest head;
    private final Request.Shared shared = new Request.Shared(System.nanoTime());
    private final Object writable = new Object();

    private @Nullable Request request;
    private @Nullable ChannelBody incoming;
    private @Nullable BlockingHandler blocking;
    private @Nullable ForwardExchange forward;
    private volatile @Nullable Thread worker;
    private final boolean isHead;
    private final boolean http10;
    private boolean workerStarted;
    private boolean keepAlive = true;
    private boolean continueExpected;
    private boolean requestEnded;
    private boolean responseStarted;
    private boolean responseEnded;
    private volatile boolean over;
    private int status;
    private long requestBytes;
    private long responseBytes;

    Exchange(ServerStream stream, HttpRequest head) {
        this.stream = stream;
        this.head = head;
        this.isHead = head.method().equals(HttpMethod.HEAD);
        this.http10 = !stream.http2 && head.protocolVersion().equals(HttpVersion.HTTP_1_0);
        this.requestEnded = head instanceof LastHttpContent;
    }

    /** For an answer to something that is no request. */
    static Exchange withoutRequest(ServerStream stream) {
        return new Exchange(stream, new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
    }

    // request

    void begin() {
        RequestCheck.Verdict verdict = RequestCheck.of(head, stream.http2, stream.server.config);
        keepAlive = verdict.keepAlive();
        if (verdict.status() != 0) {
            refuse(verdict.status(), verdict.title(), verdict.detail());
            return;
        }
        continueExpected = verdict.continueExpected();
        Body body = NO_BODY;
        if (verdict.length() != 0) {
            ChannelBody arriving = new ChannelBody(stream.channel(), this, verdict.length());
            incoming = arriving;
            body = arriving;
        }
        Request r = new Request(
                head.method().name(),
                head.uri(),
                verdict.version(),
                new Headers(head.headers()),
                body,
                stream.connection(),
                shared);
        request = r;
        Outcome outcome;
        try {
            outcome = stream.server.handler.onRequest(r);
        } catch (Throwable t) {
            failed(t);
            return;
        }
        switch (outcome) {
            case Answer(Response response) -> answer(response);
            case Handle(BlockingHandler handler) -> blocking = handler;
            case Forward f -> {
                ForwardExchange relay = new ForwardExchange(this, r, f);
                forward = relay;
                relay.start();
            }
        }
    }

    Request request() {
        Request r = request;
        if (r == null) {
            r = Request.of(head.method().name(), head.uri(), new Headers(head.headers()), NO_BODY);
            request = r;
        }
        return r;
    }

    void content(HttpContent content) {
        boolean last = content instanceof LastHttpContent;
        ByteBuf data = content.content();
        int size = data.readableBytes();
        if (size == 0) {
            content.release();
        } else {
            requestBytes += size;
            offer(content, data);
        }
        if (last && !requestEnded) {
            requestEnded = true;
            if (incoming != null && content.decoderResult().isFailure()) {
                incoming.fail(new IOException("the body is malformed: "
                        + content.decoderResult().cause().getMessage()));
                keepAlive = false;
            } else if (incoming != null) {
                incoming.end();
            }
            startWorker();
            if (responseEnded) {
                complete();
            }
        }
    }

    private void offer(HttpContent content, ByteBuf data) {
        long limit = stream.server.config.maxBodySize();
        if (incoming == null || responseEnded) {
            content.release();
            if (requestBytes > 1 << 20 && responseEnded) {
                stream.finish(false);
            }
        } else if (limit > 0 && requestBytes > limit) {
            content.release();
            keepAlive = false;
            incoming.fail(new BodyTooLargeException(limit));
        } else {
            incoming.offer(data);
        }
    }

    /** Nothing more to read for now: a body that came along with its head is complete, and the worker need not wait. */
    void readComplete() {
        startWorker();
        if (forward != null) {
            forward.downstreamReadComplete();
        }
    }

    boolean requestEnded() {
        return requestEnded;
    }

    boolean responseStarted() {
        return responseStarted;
    }

    boolean handled() {
        return workerStarted;
    }

    long startNanos() {
        return shared.startNanos;
    }

    @Nullable
    ChannelBody incoming() {
        return incoming;
    }

    boolean keepAlive() {
        return keepAlive;
    }

    // worker

    private void startWorker() {
        if (blocking != null && !workerStarted && !over) {
            workerStarted = true;
            Thread.ofVirtual().inheritInheritableThreadLocals(false).start(this);
        }
    }

    @Override
    public void run() {
        worker = Thread.currentThread();
        BlockingHandler handler = blocking;
        if (handler == null) {
            return;
        }
        try {
            send(handler.handle(request()));
        } catch (Throwable t) {
            failLater(t);
        } finally {
            worker = null;
            if (incoming != null) {
                incoming.handled();
            }
        }
    }

    private void failLater(Throwable t) {
        try {
            stream.channel().eventLoop().execute(() -> failed(t));
        } catch (RejectedExecutionException e) {
            // The loops have ended, and the connection with them: nobody is there to be told.
            t.addSuppressed(e);
        }
    }

    /** On a virtual thread: bytes go to the loop in one piece, anything else is written from here. */
    private void send(Response response) throws IOException {
        if (response.body() instanceof BytesBody || noBody(response.status())) {
            stream.channel().eventLoop().execute(() -> whole(response));
            return;
        }
        ResponseStream out = new ResponseStream(this, response);
        try (Body body = response.body()) {
            body.writeTo(out);
            out.finish();
        } finally {
            out.discard();
        }
    }

    private boolean noBody(int code) {
        return isHead() || code == 204 || code == 304;
    }

    boolean isHead() {
        return isHead;
    }

    @Override
    public void wanted() {
        if (continueExpected) {
            Channel channel = stream.channel();
            if (channel.eventLoop().inEventLoop()) {
                sendContinue();
            } else {
                channel.eventLoop().execute(this::sendContinue);
            }
        }
    }

    private void sendContinue() {
        if (continueExpected && !responseStarted && !over) {
            continueExpected = false;
            stream.ctx()
                    .write(new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
            stream.flush();
        }
    }

    // response

    private void answer(Response response) {
        if (response.body() instanceof BytesBody || noBody(response.status())) {
            whole(response);
        } else {
            blocking = r -> response;
            startWorker();
        }
    }

    /** A refusal after which the connection closes. */
    void refuse(int code, String title, String detail) {
        keepAlive = false;
        whole(Response.problem(code, title, detail));
    }

    /** Head and body in one message and one flush. */
    void whole(Response response) {
        if (responseStarted || over) {
            response.body().close();
            return;
        }
        HttpResponseStatus line = line(response);
        HttpHeaders headers = headers(response.headers());
        boolean empty = noBody(response.status());
        byte[] bytes = response.body() instanceof BytesBody whole && !empty ? whole.array() : BytesBody.EMPTY.array();
        if (empty) {
            long length = response.body().length();
            String declared = response.headers().netty().get(HttpHeaderNames.CONTENT_LENGTH);
            if (isHead() && declared != null && length == 0) {
                headers.set(HttpHeaderNames.CONTENT_LENGTH, declared);
            } else if (isHead() && length >= 0) {
                headers.set(HttpHeaderNames.CONTENT_LENGTH, Long.toString(length));
            }
            response.body().close();
        } else {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(bytes.length));
        }
        begun(line.code(), headers);
        responseBytes += bytes.length;
        stream.ctx()
                .write(
                        empty
                                ? new HeadOnly(line, headers)
                                : new DefaultFullHttpResponse(
                                        HttpVersion.HTTP_1_1,
                                        line,
                                        bytes.length == 0 ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(bytes),
                                        headers,
                                        EmptyHttpHeaders.INSTANCE));
        stream.flush();
        responseEnded();
    }

    static HttpResponseStatus line(Response response) {
        return response.reason().isEmpty()
                ? HttpResponseStatus.valueOf(response.status())
                : new HttpResponseStatus(response.status(), response.reason());
    }

    /** A copy that is ours to complete; framing is not the handler's business. */
    HttpHeaders headers(Headers from) {
        HttpHeaders headers =
                DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
        if (!from.isEmpty()) {
            headers.add(from.netty());
            headers.remove(HttpHeaderNames.CONTENT_LENGTH);
            headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
            if (headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true)) {
                keepAlive = false;
            }
            headers.remove(HttpHeaderNames.CONNECTION);
        }
        return headers;
    }

    /** The head is about to be written: date and fate of the connection. */
    void begun(int code, HttpHeaders headers) {
        responseStarted = true;
        status = code;
        if (!headers.contains(HttpHeaderNames.DATE)) {
            headers.set(HttpHeaderNames.DATE, Dates.now());
        }
        if (stream.last() || continueExpected) {
            keepAlive = false;
        }
        if (!stream.http2) {
            if (!keepAlive) {
                headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            } else if (http10) {
                headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
            }
        }
    }

    /** Chunks where the protocol has them; else the end of the connection marks the end of the body. */
    void frameUnknownLength(HttpHeaders headers) {
        if (http10) {
            headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
            keepAlive = false;
        } else {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
    }

    void write(Object message, int bytes) {
        responseBytes += bytes;
        stream.ctx().write(message);
    }

    void responseEnded() {
        responseEnded = true;
        if (requestEnded) {
            complete();
        } else if (!keepAlive && !stream.http2) {
            over();
            stream.finish(false);
        } else if (incoming != null) {
            // what is still on its way is read and thrown away: some clients lose the answer to a reset
            incoming.discard();
        }
    }

    private void complete() {
        over();
        if (keepAlive) {
            stream.next();
        } else {
            stream.finish(true);
        }
    }

    private void over() {
        end(Optional.empty());
    }

    // called by a worker's ResponseStream

    /** Runs on the loop, unless the exchange is over by then. */
    void onLoop(Runnable action) {
        stream.channel().eventLoop().execute(() -> {
            if (!over) {
                action.run();
            }
        });
    }

    /** The worker's head of a streamed response. False where a time-out has answered already. */
    boolean beginStreamed(HttpResponse response) {
        if (responseStarted || over) {
            return false;
        }
        begun(response.status().code(), response.headers());
        stream.ctx().write(response);
        return true;
    }

    void awaitWritable() throws IOException {
        Channel channel = stream.channel();
        if (channel.isWritable()) {
            return;
        }
        synchronized (writable) {
            while (!channel.isWritable() && channel.isActive() && !over) {
                try {
                    writable.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new java.io.InterruptedIOException("interrupted while writing the response");
                }
            }
        }
    }

    boolean alive() {
        return stream.channel().isActive() && !over;
    }

    void writabilityChanged() {
        if (forward != null) {
            forward.downstreamWritabilityChanged();
        } else if (workerStarted) {
            synchronized (writable) {
                writable.notifyAll();
            }
        }
    }

    // ends that nobody wished for

    /** A handler's or writer's exception. */
    void failed(Throwable cause) {
        if (over) {
            return;
        }
        if (cause instanceof BodyTooLargeException && !responseStarted) {
            refuse(413, "Content Too Large", String.valueOf(cause.getMessage()));
            return;
        }
        stream.server.config.errors().onError(Optional.of(request()), cause);
        if (responseStarted) {
            breakOff(cause);
        } else {
            whole(Response.problem(500, "Internal Server Error", "the request could not be handled"));
        }
    }

    void breakOff(Throwable cause) {
        end(Optional.of(cause));
        stream.abort();
    }

    void connectionLost(IOException cause) {
        if (incoming != null) {
            incoming.fail(cause);
        }
        end(Optional.of(cause));
    }

    /** A deadline of the stream has passed. */
    void expire() {
        if (!requestEnded && incoming != null && stream.channel().config().isAutoRead()) {
            keepAlive = false;
            IOException stalled = new IOException("the request's body did not arrive in time");
            incoming.fail(stalled);
            if (!responseStarted && forward == null) {
                refuse(408, "Request Timeout", String.valueOf(stalled.getMessage()));
                interrupt();
                return;
            }
        }
        if (responseStarted) {
            breakOff(new IOException("the client did not keep up"));
            interrupt();
        } else if (workerStarted) {
            whole(Response.problem(503, "Service Unavailable", "the request was not handled in time"));
            interrupt();
        }
    }

    private void interrupt() {
        Thread thread = worker;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void end(Optional<Throwable> failure) {
        if (over) {
            return;
        }
        over = true;
        if (workerStarted) {
            synchronized (writable) {
                writable.notifyAll();
            }
        }
        ForwardExchange relay = forward;
        List<Consumer<ExchangeEnd>> listeners = shared.onEnd;
        if (relay == null && listeners == null) {
            return;
        }
        ExchangeEnd end = new ExchangeEnd(
                status,
                requestBytes,
                responseBytes,
                Duration.ofNanos(System.nanoTime() - shared.startNanos),
                relay == null ? Optional.empty() : relay.answeredBy(),
                failure);
        if (relay != null) {
            tell(relay::ended, end);
        }
        if (listeners != null) {
            listeners.forEach(listener -> tell(listener, end));
        }
    }

    private void tell(Consumer<ExchangeEnd> listener, ExchangeEnd end) {
        try {
            listener.accept(end);
        } catch (RuntimeException e) {
            stream.server.config.errors().onError(Optional.of(request()), e);
        }
    }

    ChannelHandlerContext ctx() {
        return stream.ctx();
    }
}
