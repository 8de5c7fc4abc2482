package dev.hinny.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client's connections to one destination. */
final class ClientPool {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    /** An idle connection turned out to be closed, and the request may be sent again. */
    static final class StaleException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    final ClientConfig config;
    final Destination destination;
    private final ClientConnector connector;
    private final Semaphore permits;
    private final ArrayDeque<UpstreamConnection> idle = new ArrayDeque<>();
    private final Set<Channel> channels = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Channel http2;

    ClientPool(EventLoops loops, ClientConfig config, Destination destination) {
        this.config = config;
        this.destination = destination;
        this.connector = new ClientConnector(loops, config, destination, this::forget);
        this.permits = new Semaphore(config.maxConnections() > 0 ? config.maxConnections() : Integer.MAX_VALUE, true);
    }

    /** Once more on a new connection where an idle one turned out to be closed and nothing can have been done yet. */
    Response send(ClientRequest request) throws HttpClientException {
        try {
            return send(request, false);
        } catch (StaleException stale) {
            try {
                return send(request, true);
            } catch (StaleException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private Response send(ClientRequest request, boolean fresh) throws HttpClientException, StaleException {
        acquire();
        ClientCall call;
        try {
            UpstreamConnection connection = connection(fresh);
            call = new ClientCall(this, connection, request, connector.throughProxy());
        } catch (HttpClientException | RuntimeException | Error e) {
            permits.release();
            throw e;
        }
        try {
            return call.send();
        } catch (HttpClientException e) {
            boolean harmless = IDEMPOTENT.contains(request.method()) || !call.begun();
            if (!fresh && harmless && request.body() instanceof BytesBody && call.stale(e)) {
                throw new StaleException();
            }
            throw e;
        }
    }

    private void acquire() throws HttpClientException {
        if (permits.tryAcquire()) {
            return;
        }
        if (config.maxWaiting() > 0 && permits.getQueueLength() >= config.maxWaiting()) {
            throw new HttpClientException(
                    HttpClientException.Kind.CONNECTIVITY,
                    "all " + config.maxConnections() + " connections to " + destination + " are busy and "
                            + config.maxWaiting() + " requests wait already",
                    null);
        }
        try {
            if (!permits.tryAcquire(ServerCore.nanos(config.waitTimeout()), TimeUnit.NANOSECONDS)) {
                throw new HttpClientException(
                        HttpClientException.Kind.TIMEOUT,
                        "none of the " + config.maxConnections() + " connections to " + destination
                                + " became free within " + config.waitTimeout().toMillis() + " ms",
                        null);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static HttpClientException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new HttpClientException(HttpClientException.Kind.CLOSED, "interrupted while waiting", e);
    }

    private UpstreamConnection connection(boolean fresh) throws HttpClientException {
        Channel shared = http2;
        if (shared != null && shared.isActive() && !fresh) {
            return stream(shared);
        }
        while (!fresh) {
            UpstreamConnection last;
            synchronized (idle) {
                last = idle.pollLast();
            }
            if (last == null) {
                break;
            }
            if (last.channel().isActive()) {
                return last;
            }
        }
        ClientConnector.Opened opened = await(connector.connect());
        channels.add(opened.channel());
        opened.channel().closeFuture().addListener(closed -> channels.remove(opened.channel()));
        if (opened.http1() != null) {
            return opened.http1();
        }
        Channel parent = opened.channel();
        http2 = parent;
        parent.closeFuture().addListener(closed -> forget(parent));
        return stream(parent);
    }

    /** No new streams on a connection that is closed or going away. */
    private void forget(Channel parent) {
        if (http2 == parent) {
            http2 = null;
        }
    }

    private UpstreamConnection stream(Channel parent) throws HttpClientException {
        UpstreamConnection connection = new UpstreamConnection(destination);
        CompletableFuture<UpstreamConnection> ready = new CompletableFuture<>();
        new Http2StreamChannelBootstrap(parent)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new Http2StreamFrameToHttpObjectCodec(false), connection);
                    }
                })
                .open()
                .addListener(opened -> {
                    if (opened.isSuccess()) {
                        ready.complete(connection);
                    } else {
                        ready.completeExceptionally(new HttpClientException(
                                HttpClientException.Kind.CLOSED,
                                destination + " takes no more requests on its connection",
                                opened.cause()));
                    }
                });
        return await(ready);
    }

    static <T> T await(CompletableFuture<T> future) throws HttpClientException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpClientException failure) {
                // a new one, so that its trace shows the caller
                throw new HttpClientException(failure.kind(), String.valueOf(failure.getMessage()), failure);
            }
            throw new HttpClientException(HttpClientException.Kind.PROTOCOL, String.valueOf(e.getMessage()), e);
        }
    }

    /** After a call: the connection goes back, or is closed; on its event loop. */
    void release(UpstreamConnection connection, boolean reusable) {
        boolean stream = connection.channel().parent() instanceof io.netty.channel.socket.SocketChannel;
        if (reusable && !stream) {
            synchronized (idle) {
                idle.addLast(connection);
            }
        } else {
            connection.close();
        }
        permits.release();
    }

    void sweep() {
        long oldest = System.nanoTime() - ServerCore.nanos(config.idleTimeout());
        List<UpstreamConnection> old;
        synchronized (idle) {
            old = idle.stream()
                    .filter(c -> c.lastActivity() - oldest < 0 || !c.channel().isActive())
                    .toList();
            idle.removeAll(old);
        }
        old.forEach(c -> c.channel().close());
    }

    void close() {
        channels.forEach(Channel::close);
    }
}
