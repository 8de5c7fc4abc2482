package dev.hinny.http;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A running HTTP/1.1 and HTTP/2 server on one or more endpoints. Safe for several threads.
 */
public final class HttpServer implements AutoCloseable {
    private final ServerCore core;
    private final List<Channel> listening = new ArrayList<>();

    private HttpServer(ServerCore core) {
        this.core = core;
    }

    /**
     * Binds all endpoints of the configuration and serves them.
     *
     * @throws ProblemException PORT-IN-USE or ADDRESS-NOT-USABLE; then nothing stays bound
     */
    public static HttpServer start(EventLoops loops, ServerConfig config, RequestHandler handler) {
        HttpServer server = new HttpServer(new ServerCore(loops, config, handler));
        try {
            for (Endpoint endpoint : config.endpoints()) {
                server.listening.add(server.bind(loops, endpoint));
            }
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private Channel bind(EventLoops loops, Endpoint endpoint) {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops.group())
                .channel(loops.serverChannel())
                .option(ChannelOption.SO_BACKLOG, 1024)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        core.accept(channel, endpoint);
                    }
                });
        ChannelFuture bound = bootstrap.bind(endpoint.host(), endpoint.port()).awaitUninterruptibly();
        if (bound.isSuccess()) {
            return bound.channel();
        }
        throw new ProblemException(problem(endpoint, bound.cause()), bound.cause());
    }

    private static Problem problem(Endpoint endpoint, Throwable cause) {
        String address = endpoint.host() + ":" + endpoint.port();
        String reason = String.valueOf(cause.getMessage());
        if (cause instanceof IOException && reason.contains("in use")) {
            return new Problem(
                    "PORT-IN-USE",
                    Severity.ERROR,
                    Blame.CAPACITY,
                    null,
                    "port " + endpoint.port() + " of '" + endpoint.host() + "' is in use by another process or server",
                    "stop what listens there, or choose another port (0 takes a free one)");
        }
        boolean unknown = cause instanceof UnresolvedAddressException;
        return new Problem(
                "ADDRESS-NOT-USABLE",
                Severity.ERROR,
                Blame.USER,
                null,
                "cannot listen on '" + address + "': " + (unknown ? "the host name is not known" : reason),
                "use an address of this machine, such as 127.0.0.1 or 0.0.0.0");
    }

    /** The real port of the first endpoint. */
    public int port() {
        return address(0).getPort();
    }

    /** The real address of an endpoint, in the configuration's order. */
    public InetSocketAddress address(int endpoint) {
        return (InetSocketAddress) listening.get(endpoint).localAddress();
    }

    /** How many connections are open now. */
    public int connections() {
        return core.connections();
    }

    /**
     * Stops accepting, closes idle connections, lets requests in flight finish with {@code Connection: close} or
     * GOAWAY, and closes what is left when the time is up.
     *
     * @return whether everything had finished in time
     */
    public boolean drain(Duration atMost) {
        stopListening();
        boolean finished = core.drain(atMost);
        close();
        return finished;
    }

    /** Closes everything at once. */
    @Override
    public void close() {
        stopListening();
        core.closeAll();
    }

    private void stopListening() {
        listening.forEach(channel -> channel.close().awaitUninterruptibly());
    }
}
