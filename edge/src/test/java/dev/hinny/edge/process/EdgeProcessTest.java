package dev.hinny.edge.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.edge.EdgeSettings;
import dev.hinny.edge.TestAuthority;
import dev.hinny.http.Answer;
import dev.hinny.http.Body;
import dev.hinny.http.ClientAuth;
import dev.hinny.http.Endpoint;
import dev.hinny.http.EventLoops;
import dev.hinny.http.Headers;
import dev.hinny.http.HttpServer;
import dev.hinny.http.Request;
import dev.hinny.http.RequestHandler;
import dev.hinny.http.Response;
import dev.hinny.http.ServerConfig;
import dev.hinny.http.TlsConfig;
import dev.hinny.http.TlsContexts;
import dev.hinny.plane.agent.AgentOptions;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.PrivateFile;
import dev.hinny.plane.contract.agent.AgentBootstrap;
import dev.hinny.plane.contract.agent.AgentIdentity;
import dev.hinny.plane.contract.agent.AgentPaths;
import dev.hinny.plane.contract.agent.EdgeSnapshot;
import dev.hinny.plane.contract.agent.SnapshotHash;
import dev.hinny.plane.contract.agent.StatusReport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeProcessTest {
    @TempDir
    Path directory;

    private final TestAuthority authority = new TestAuthority();
    private final EventLoops loops = EventLoops.create(1);
    private final List<StatusReport> reports = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile EdgeSnapshot published = snapshot(0, List.of());
    private HttpServer application;
    private HttpServer controller;
    private EdgeProcess process;

    @BeforeEach
    void startServers() {
        application = HttpServer.start(
                loops, ServerConfig.of("127.0.0.1", 0), request -> new Answer(Response.text(200, "orders")));
        AgentIdentity own = authority.issue("localhost");
        TlsConfig tls = TlsConfig.builder()
                .identityPem(own.certificate(), own.privateKey())
                .trustPem(authority.certificate())
                .clientAuth(ClientAuth.NEED)
                .build();
        controller = HttpServer.start(
                loops,
                ServerConfig.builder()
                        .endpoint(Endpoint.tls("127.0.0.1", 0, TlsContexts.of(tls)))
                        .build(),
                RequestHandler.blocking(this::control));
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.close();
        }
        client.shutdownNow();
        controller.close();
        application.close();
        loops.close();
    }

    @Test
    void edgeFollowsItsControllerAndReportsTheRealPorts() throws Exception {
        published = snapshot(1, List.of());
        start();
        await(
                "listens",
                () -> lastReport().listeners().size() == 1
                        && lastReport().snapshotHash().equals(published.hash()));
        StatusReport report = lastReport();
        assertThat(report.state()).isEqualTo(StatusReport.State.RUNNING);
        StatusReport.ListenerAddress listener = report.listeners().get(0);
        assertThat(listener.name()).isEqualTo("public");
        assertThat(get(listener.port()).statusCode()).isEqualTo(404);

        published = snapshot(2, List.of(route()));
        await("routed", () -> lastReport().snapshotHash().equals(published.hash()));
        assertThat(get(listener.port()).body()).isEqualTo("orders");
    }

    @Test
    void edgeServesItsLastGoodSnapshotWithoutAnyController() throws Exception {
        controller.close();
        Files.write(directory.resolve("snapshot.json"), Json.bytes(snapshot(3, List.of(route()))));
        start();
        await("listens", () -> process.edge().addresses().containsKey("public"));
        assertThat(get(process.edge().addresses().get("public").getPort()).body())
                .isEqualTo("orders");
    }

    @Test
    void listenerWhosePortIsTakenIsReportedAndOpenedWhenThePortIsFree() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            published = snapshot(1, List.of(route()), taken.getLocalPort());
            start();
            await(
                    "reported with the rest in force",
                    () -> String.join("", lastReport().problems()).contains("PORT-IN-USE")
                            && lastReport().snapshotHash().equals(published.hash()));
        }
        await(
                "opened",
                () -> lastReport().listeners().size() == 1
                        && lastReport().problems().isEmpty());
        assertThat(get(lastReport().listeners().get(0).port()).body()).isEqualTo("orders");
    }

    private void start() throws IOException {
        AgentBootstrap bootstrap = new AgentBootstrap(
                AgentBootstrap.Role.EDGE,
                "edge-1",
                List.of("https://localhost:" + controller.port()),
                directory.toString(),
                authority.issue("edge-1"));
        Path file = directory.resolve("bootstrap.json");
        PrivateFile.write(file, Json.bytes(bootstrap));
        AgentOptions options = new AgentOptions(
                Duration.ofSeconds(1),
                Duration.ofMillis(50),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofMillis(10),
                Duration.ofMillis(50),
                20_000,
                Duration.ofMillis(5),
                1_000_000,
                Optional.empty());
        process = EdgeProcess.start(file, EdgeSettings.standard(), options);
    }

    private Response control(Request request) throws Exception {
        return switch (request.path()) {
            case AgentPaths.SNAPSHOT -> {
                EdgeSnapshot now = published;
                boolean known = now.hash().equals(request.query().first("have").orElse(""));
                yield known || now.version() == 0 ? quiet() : json(Json.bytes(now));
            }
            case AgentPaths.STATUS -> {
                reports.add(Json.read(request.body().bytes(1 << 20), StatusReport.class));
                yield Response.of(204);
            }
            default -> Response.of(204);
        };
    }

    /** A short wait stands for the long poll. */
    private static Response quiet() {
        LockSupport.parkNanos(5_000_000);
        return Response.of(204);
    }

    private static Response json(byte[] content) {
        return Response.of(200, Headers.of("content-type", "application/json"), Body.of(content));
    }

    private static EdgeSnapshot snapshot(long version, List<EdgeSnapshot.Route> routes) {
        return snapshot(version, routes, 0);
    }

    private static EdgeSnapshot snapshot(long version, List<EdgeSnapshot.Route> routes, int port) {
        List<EdgeSnapshot.Listener> listeners = List.of(new EdgeSnapshot.Listener("public", "127.0.0.1", port, "", ""));
        return SnapshotHash.seal(new EdgeSnapshot("", version, listeners, routes));
    }

    private EdgeSnapshot.Route route() {
        EdgeSnapshot.Target target = new EdgeSnapshot.Target("orders-1", "http", "127.0.0.1", application.port());
        return new EdgeSnapshot.Route("*", "/", "/", "orders", List.of(target));
    }

    private StatusReport lastReport() {
        return reports.isEmpty()
                ? new StatusReport("", 0, StatusReport.State.STARTING, "", 0, List.of(), List.of(), List.of())
                : reports.get(reports.size() - 1);
    }

    private HttpResponse<String> get(int port) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/x");
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
