package dev.hinny.http;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.Errors;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The threads that read and write sockets, to be shared by all servers and clients of a process. Uses Linux's epoll
 * where it is there, else the JDK's selector. Safe for several threads; close it after everything that uses it.
 */
public final class EventLoops implements AutoCloseable {
    private final boolean epoll;
    private final EventLoopGroup group;
    private final Map<EventLoop, ForwardPool> pools = new ConcurrentHashMap<>();

    private EventLoops(int threads) {
        epoll = nativeUsable();
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        group = new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory("hinny-io", true), io);
    }

    /**
     * A native file of another release than its classes loads, but fails at the first error that a socket reports: so
     * the class that asks for all error numbers is initialised here.
     */
    private static boolean nativeUsable() {
        if (!Epoll.isAvailable()) {
            return false;
        }
        try {
            Class.forName(Errors.class.getName());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** One thread per processor. */
    public static EventLoops create() {
        return create(Math.max(1, Runtime.getRuntime().availableProcessors()));
    }

    public static EventLoops create(int threads) {
        return new EventLoops(threads);
    }

    /** Whether the sockets use Linux's epoll. */
    public boolean epoll() {
        return epoll;
    }

    EventLoopGroup group() {
        return group;
    }

    Class<? extends ServerChannel> serverChannel() {
        return epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    Class<? extends SocketChannel> channel() {
        return epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    ForwardPool pool(EventLoop loop) {
        return pools.computeIfAbsent(loop, l -> new ForwardPool(l, channel()));
    }

    /** Closes all connections and ends the threads; waits up to five seconds for that. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }
}
