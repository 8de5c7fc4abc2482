package dev.hinny.edge;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.http.Endpoint;
import dev.hinny.http.EventLoops;
import dev.hinny.http.HttpServer;
import dev.hinny.http.ServerConfig;
import dev.hinny.http.TlsContexts;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A load balancer. Its routes change as a whole and between requests, its certificates between handshakes; listeners that
 * stay keep their socket. Safe for several threads.
 */
public final class Edge implements AutoCloseable {
    private final EventLoops loops;
    private final EdgeSettings settings;
    private final Router router;
    private final Map<String, OpenListener> open = new HashMap<>();
    private EdgeConfig config = new EdgeConfig(List.of(), List.of());

    private Edge(EventLoops loops, EdgeSettings settings) {
        this.loops = loops;
        this.settings = settings;
        this.router = new Router(settings);
    }

    /** An edge without listeners and routes; the event loops stay the caller's. */
    public static Edge start(EventLoops loops, EdgeSettings settings) {
        return new Edge(loops, settings);
    }

    /**
     * Puts the configuration in force. Routes always are; what is wrong with a listener is returned, the others serve.
     * The same configuration given again tries the missing listeners again.
     */
    public synchronized List<Problem> apply(EdgeConfig next) {
        Map<String, List<EdgeConfig.Listener>> wanted = new LinkedHashMap<>();
        for (EdgeConfig.Listener listener : next.listeners()) {
            String address = listener.port() == 0 ? listener.name() : listener.host() + ":" + listener.port();
            wanted.computeIfAbsent(address, key -> new ArrayList<>()).add(listener);
        }
        router.swap(next.rules());
        config = next;
        closeUnless(wanted);
        List<Problem> problems = new ArrayList<>();
        wanted.forEach((address, listeners) -> {
            try {
                open(address, listeners);
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        });
        return problems;
    }

    /** What was applied last. */
    public synchronized EdgeConfig config() {
        return config;
    }

    /** The real address of each listener that is open, by its name. */
    public synchronized Map<String, InetSocketAddress> addresses() {
        Map<String, InetSocketAddress> addresses = new HashMap<>();
        open.values()
                .forEach(bound -> bound.listeners()
                        .forEach(listener ->
                                addresses.put(listener.name(), bound.server().address(0))));
        return addresses;
    }

    /** How many requests are at each replica; one that left the table is named until its last request is done. */
    public Map<String, Integer> inFlight() {
        return router.inFlight();
    }

    /** Takes no new connection, lets open requests finish, closes what is left when the time is up. */
    public boolean drain(Duration atMost) {
        List<HttpServer> servers = takeAll();
        List<Thread> threads = new ArrayList<>();
        boolean[] finished = new boolean[servers.size()];
        for (int i = 0; i < servers.size(); i++) {
            int index = i;
            threads.add(Thread.ofVirtual()
                    .start(() -> finished[index] = servers.get(index).drain(atMost)));
        }
        boolean all = true;
        try {
            for (int i = 0; i < finished.length; i++) {
                threads.get(i).join();
                all &= finished[i];
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            servers.forEach(HttpServer::close);
            return false;
        }
        return all;
    }

    /** Closes everything at once. */
    @Override
    public void close() {
        takeAll().forEach(HttpServer::close);
    }

    private synchronized List<HttpServer> takeAll() {
        List<HttpServer> servers =
                open.values().stream().map(OpenListener::server).toList();
        open.clear();
        return servers;
    }

    private void closeUnless(Map<String, List<EdgeConfig.Listener>> wanted) {
        open.entrySet().removeIf(entry -> {
            List<EdgeConfig.Listener> listeners = wanted.get(entry.getKey());
            OpenListener bound = entry.getValue();
            boolean stays = listeners != null
                    && listeners.getFirst().secure() == bound.tls().isPresent();
            if (!stays) {
                drainAside(bound.server());
            }
            return !stays;
        });
    }

    private void open(String address, List<EdgeConfig.Listener> listeners) {
        OpenListener present = open.get(address);
        if (present != null && present.listeners().equals(listeners)) {
            return;
        }
        if (listeners.stream().map(EdgeConfig.Listener::secure).distinct().count() > 1) {
            throw new ProblemException(Problem.error(
                    "LISTENER-MIXED", null, "'" + address + "' is wanted with and without a certificate", ""));
        }
        Optional<OpenListener.Certificates> certificates =
                listeners.getFirst().secure() ? Optional.of(OpenListener.Certificates.of(listeners)) : Optional.empty();
        if (present != null) {
            certificates.ifPresent(fresh -> present.tls().ifPresent(tls -> tls.swap(fresh.standard(), fresh.byHost())));
            open.put(address, new OpenListener(listeners, present.server(), present.tls()));
            return;
        }
        Optional<TlsContexts> tls = certificates.map(OpenListener.Certificates::contexts);
        EdgeConfig.Listener first = listeners.getFirst();
        ServerConfig server = ServerConfig.builder()
                .endpoint(new Endpoint(first.host(), first.port(), tls))
                .idleTimeout(settings.idleTimeout())
                .errors(settings.errors())
                .build();
        open.put(address, new OpenListener(listeners, HttpServer.start(loops, server, router), tls));
    }

    private void drainAside(HttpServer server) {
        Thread draining = Thread.ofVirtual().name("edge-drain").start(() -> server.drain(settings.drain()));
        try {
            // a listener that changes between plain and TLS binds the same port right away
            draining.join(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
