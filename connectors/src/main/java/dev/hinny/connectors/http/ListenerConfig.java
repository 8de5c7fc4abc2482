package dev.hinny.connectors.http;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import dev.hinny.connectors.http.ListenerConfigParameters.ListenerConnection;
import dev.hinny.connectors.http.ListenerConfigParameters.Protocol;
import dev.hinny.connectors.tls.TlsContext;
import dev.hinny.http.Answer;
import dev.hinny.http.Endpoint;
import dev.hinny.http.HttpServer;
import dev.hinny.http.Outcome;
import dev.hinny.http.Request;
import dev.hinny.http.RequestHandler;
import dev.hinny.http.Response;
import dev.hinny.http.ServerConfig;
import dev.hinny.http.TlsContexts;
import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.Lifecycle;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The server that the listeners of one configuration share. It binds when the first of them starts, and is given up after
 * the last stopped: an application whose listeners stay off takes no port.
 */
final class ListenerConfig implements Lifecycle {
    private final Application application;
    private final String name;
    private final ListenerConfigParameters parameters;
    private final SourceSpan place;
    private final @Nullable TlsContext tls;
    private final Optional<Cors> cors;
    private volatile List<Route> routes = List.of();
    private int open;
    private @Nullable HttpServer server;
    private @Nullable Loops loops;

    private ListenerConfig(
            Application application,
            String name,
            ListenerConfigParameters parameters,
            SourceSpan place,
            @Nullable TlsContext tls) {
        this.application = application;
        this.name = name;
        this.parameters = parameters;
        this.place = place;
        this.tls = tls;
        this.cors = Cors.of(parameters.listenerInterceptors());
    }

    static ListenerConfig of(ListenerConfigParameters parameters, Build build) {
        ListenerConnection connection = parameters.listenerConnection();
        String name = build.component().attribute("name").orElse("");
        TlsContext tls = tls(connection, build);
        if (connection.protocol() == Protocol.HTTPS && tls == null) {
            build.problems()
                    .error(
                            "TLS-CONTEXT-NEEDED",
                            build.component().place(),
                            "the listener configuration '" + name + "' is HTTPS and has no TLS context",
                            "add tlsContext=\"…\" or a <tls:context> with a key store");
        } else if (connection.protocol() == Protocol.HTTPS && tls != null && !tls.hasIdentity()) {
            build.problems()
                    .error(
                            "TLS-IDENTITY-NEEDED",
                            build.component().place(),
                            "the TLS context of the listener configuration '" + name + "' has no key store",
                            "a server needs a certificate and its key: add <tls:key-store path=\"…\"/>");
        }
        ListenerPorts.of(build.application()).claim(name, connection.host(), connection.port(), build);
        return new ListenerConfig(
                build.application(), name, parameters, build.component().place(), tls);
    }

    private static @Nullable TlsContext tls(ListenerConnection connection, Build build) {
        if (connection.tls() != null) {
            return TlsContext.of(connection.tls(), build);
        }
        String reference = connection.tlsContext();
        return reference == null
                ? null
                : build.configuration(reference, TlsContext.class).orElse(null);
    }

    String basePath() {
        return parameters.basePath();
    }

    /** Adds a listener's route while the application is put together. */
    Route route(String path, Set<String> methods, Build build) {
        SourceSpan at = build.place("path");
        Route route = new Route(
                PathPattern.of(parameters.basePath(), path),
                methods,
                build.component().flow(),
                at);
        for (Route other : routes) {
            if (route.conflictsWith(other)) {
                build.problems()
                        .error(
                                "PATH-CONFLICT",
                                at,
                                "the path '" + route.path + "' is already taken by the listener of flow '" + other.flow
                                        + "' at " + other.place,
                                "give one of them another path or other allowedMethods");
            }
        }
        List<Route> all = new ArrayList<>(routes);
        all.add(route);
        all.sort((a, b) -> a.path.compareTo(b.path));
        routes = List.copyOf(all);
        return route;
    }

    /** Begins to serve a route; binds when it is the first. */
    synchronized void open(Route route, RequestHandler handler) {
        if (server == null) {
            bind();
        }
        open++;
        route.open(handler);
    }

    private void bind() {
        ListenerConnection connection = parameters.listenerConnection();
        InetSocketAddress address = application.listeners().address(name, connection.host(), connection.port());
        boolean secure = connection.protocol() == Protocol.HTTPS;
        Loops acquired = Loops.acquire(application);
        try {
            Endpoint endpoint = new Endpoint(
                    address.getHostString(),
                    address.getPort(),
                    secure && tls != null ? Optional.of(TlsContexts.of(tls.config())) : Optional.empty());
            HttpServer started = HttpServer.start(acquired.loops(), config(endpoint), this::onRequest);
            server = started;
            loops = acquired;
            application
                    .listeners()
                    .bound(
                            name,
                            connection.port(),
                            secure ? "https" : "http",
                            PathPattern.join(parameters.basePath(), ""),
                            started.port());
        } catch (ProblemException e) {
            acquired.release();
            Problem first = e.first();
            throw new ProblemException(
                    new Problem(
                            first.code(),
                            Severity.ERROR,
                            first.blame(),
                            first.place() == null ? place : first.place(),
                            "the listener configuration '" + name + "' cannot start: " + first.message(),
                            first.hint()),
                    e);
        }
    }

    private ServerConfig config(Endpoint endpoint) {
        ListenerConnection connection = parameters.listenerConnection();
        return ServerConfig.builder()
                .endpoint(endpoint)
                .headerTimeout(Duration.ofMillis(Math.max(0, connection.readTimeout())))
                .idleTimeout(Duration.ofMillis(Math.max(0, connection.connectionIdleTimeout())))
                .maxRequestsPerConnection(connection.usePersistentConnections() ? 0 : 1)
                .build();
    }

    /** Stops serving a route; the server goes with the last. */
    void close(Route route, Duration drain) {
        long start = System.nanoTime();
        route.close();
        route.awaitIdle(drain);
        HttpServer last = null;
        Loops used = null;
        synchronized (this) {
            if (--open == 0) {
                last = server;
                used = loops;
                server = null;
                loops = null;
            }
        }
        if (last != null) {
            last.drain(drain.minusNanos(Math.min(drain.toNanos(), System.nanoTime() - start)));
        }
        if (used != null) {
            used.release();
        }
    }

    @Override
    public void start() {}

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
        if (loops != null) {
            loops.release();
            loops = null;
        }
    }

    /** The real port while it serves; 0 otherwise. */
    synchronized int port() {
        return server == null ? 0 : server.port();
    }

    private Outcome onRequest(Request request) {
        if (cors.isPresent()) {
            Optional<Response> preflight = cors.get().preflight(request);
            if (preflight.isPresent()) {
                return new Answer(preflight.get());
            }
        }
        Set<String> methods = null;
        for (Route route : routes) {
            Optional<Map<String, String>> parameters = route.path.match(request.rawPath());
            if (parameters.isEmpty()) {
                continue;
            }
            if (route.allows(request.method())) {
                RequestHandler handler = route.handler();
                if (handler == null) {
                    return refuse(503, "Service not available for request uri: " + request.path());
                }
                request.attribute(Match.KEY, new Match(route, parameters.get()));
                return handler.onRequest(request);
            }
            methods = methods == null ? new TreeSet<>() : methods;
            methods.addAll(route.methods);
        }
        if (methods != null) {
            Response response = Response.text(405, "Method not permitted for endpoint: " + request.path());
            return new Answer(response.withHeader("allow", String.join(", ", methods)));
        }
        return refuse(404, "No listener for endpoint: " + request.path());
    }

    private static Answer refuse(int status, String text) {
        return new Answer(Response.text(status, text));
    }

    /** What the configured interceptors do with a response. */
    Function<Response, Response> interceptor(Request request) {
        return cors.isEmpty() ? Function.identity() : response -> cors.get().apply(request, response);
    }
}
