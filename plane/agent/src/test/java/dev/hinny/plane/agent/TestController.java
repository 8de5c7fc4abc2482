package dev.hinny.plane.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.agent.AgentIdentity;
import dev.hinny.plane.contract.agent.AgentPaths;
import dev.hinny.plane.contract.agent.LogLine;
import dev.hinny.plane.contract.agent.StatusReport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A controller's agent address over HTTPS, which refuses who shows no certificate of its authority. */
final class TestController implements AutoCloseable {
    final List<StatusReport> reports = new CopyOnWriteArrayList<>();
    final List<LogLine> lines = new CopyOnWriteArrayList<>();
    final List<String> callers = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final Map<String, byte[]> artifacts = new ConcurrentHashMap<>();
    volatile Supplier<AgentIdentity> identities = () -> {
        throw new IllegalStateException("no identity is expected to be asked for");
    };

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition published = lock.newCondition();
    private byte[] snapshot = new byte[0];
    private String hash = "";

    TestController(TestAuthority authority) throws IOException, GeneralSecurityException {
        this(authority, 0);
    }

    TestController(TestAuthority authority, int port) throws IOException, GeneralSecurityException {
        SSLContext context = Tls.context(authority.issue("controller"));
        server = HttpsServer.create(new InetSocketAddress("127.0.0.1", port), 50);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = context.getDefaultSSLParameters();
                tls.setNeedClientAuth(true);
                parameters.setSSLParameters(tls);
            }
        });
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "https://localhost:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What agents get whose hash is another one than the one given. */
    void publish(String snapshotHash, byte[] json) {
        lock.lock();
        try {
            hash = snapshotHash;
            snapshot = json;
            published.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            callers.add(((HttpsExchange) exchange)
                    .getSSLSession()
                    .getPeerPrincipal()
                    .getName());
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (path) {
                case AgentPaths.SNAPSHOT -> snapshot(exchange);
                case AgentPaths.STATUS -> {
                    reports.add(Json.read(body, StatusReport.class));
                    exchange.sendResponseHeaders(204, -1);
                }
                case AgentPaths.LOGS -> {
                    lines.addAll(List.of(Json.read(body, LogLine[].class)));
                    exchange.sendResponseHeaders(204, -1);
                }
                case AgentPaths.IDENTITY -> send(exchange, Json.bytes(identities.get()));
                default -> {
                    byte[] artifact = artifacts.get(path.substring(path.lastIndexOf('/') + 1));
                    if (artifact == null) {
                        exchange.sendResponseHeaders(404, -1);
                    } else {
                        send(exchange, artifact);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void snapshot(HttpExchange exchange) throws IOException, InterruptedException {
        String query = exchange.getRequestURI().getQuery();
        asked.add(query);
        String have = query.replaceAll("have=([^&]*).*", "$1");
        long wait = TimeUnit.SECONDS.toNanos(Long.parseLong(query.replaceAll(".*wait=", "")));
        byte[] json;
        lock.lockInterruptibly();
        try {
            while (hash.equals(have) && wait > 0) {
                wait = published.awaitNanos(wait);
            }
            json = hash.equals(have) ? new byte[0] : snapshot;
        } finally {
            lock.unlock();
        }
        if (json.length == 0) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            send(exchange, json);
        }
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
