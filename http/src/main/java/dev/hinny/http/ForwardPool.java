package dev.hinny.http;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The idle upstream connections of one event loop, which alone touches them. */
final class ForwardPool {
    private static final long SWEEP_MILLIS = 1000;

    private final EventLoop loop;
    private final Class<? extends Channel> channelType;
    private final Map<Destination, ArrayDeque<Idle>> idle = new HashMap<>();
    private boolean sweeping;

    private record Idle(UpstreamConnection connection, long until) {}

    ForwardPool(EventLoop loop, Class<? extends Channel> channelType) {
        this.loop = loop;
        this.channelType = channelType;
    }

    /** The connection that was used last, since it is the least likely to have been closed by the other side. */
    @Nullable
    UpstreamConnection poll(Destination destination) {
        ArrayDeque<Idle> waiting = idle.get(destination);
        while (waiting != null) {
            Idle last = waiting.pollLast();
            if (last == null) {
                return null;
            }
            if (last.connection.usable()) {
                return last.connection;
            }
        }
        return null;
    }

    void connect(Destination destination, Duration timeout, Connector.Opened opened) {
        Connector.connect(loop, channelType, destination, timeout, opened);
    }

    void release(UpstreamConnection connection, ForwardOptions options) {
        ArrayDeque<Idle> waiting = idle.computeIfAbsent(connection.destination, d -> new ArrayDeque<>());
        if (options.maxIdle() <= waiting.size()) {
            connection.close();
            return;
        }
        waiting.addLast(new Idle(
                connection, connection.lastActivity() + options.idleTimeout().toNanos()));
        if (!sweeping) {
            sweeping = true;
            loop.schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void sweep() {
        long now = System.nanoTime();
        idle.values().removeIf(waiting -> {
            waiting.removeIf(entry -> {
                boolean old = now - entry.until >= 0 || !entry.connection.usable();
                if (old) {
                    entry.connection.close();
                }
                return old;
            });
            return waiting.isEmpty();
        });
        sweeping = !idle.isEmpty();
        if (sweeping) {
            loop.schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
