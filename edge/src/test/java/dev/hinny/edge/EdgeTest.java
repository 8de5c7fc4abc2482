package dev.hinny.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Covers;
import dev.hinny.base.Problem;
import dev.hinny.http.Answer;
import dev.hinny.http.Endpoint;
import dev.hinny.http.EventLoops;
import dev.hinny.http.HttpServer;
import dev.hinny.http.Pem;
import dev.hinny.http.Response;
import dev.hinny.http.ServerConfig;
import dev.hinny.http.TlsConfig;
import dev.hinny.http.TlsContexts;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.agent.AgentIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EdgeTest {
    private static final int CLIENTS = 8;

    private final EventLoops loops = EventLoops.create(2);
    private final List<String> accessLog = new CopyOnWriteArrayList<>();
    private final Edge edge = Edge.start(loops, EdgeSettings.standard().withAccessLog(accessLog::add));
    private final List<AutoCloseable> resources = new ArrayList<>();
    private HttpClient client;

    @AfterEach
    void stop() throws Exception {
        if (client != null) {
            client.shutdownNow();
        }
        edge.close();
        for (AutoCloseable resource : resources) {
            resource.close();
        }
        loops.close();
    }

    @Test
    void requestsGoRoundRobinWithTheirPathRewritten() throws Exception {
        Replica one = replica("one");
        Replica two = replica("two");
        serve(rule("/hello/", "/test/", one.target(), two.target()));
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(get("/hello/world/?a=b%20c").body().lines().findFirst().orElseThrow());
        }
        assertThat(answers)
                .containsExactly(
                        "one GET /test/world/?a=b%20c ",
                        "two GET /test/world/?a=b%20c ",
                        "one GET /test/world/?a=b%20c ",
                        "two GET /test/world/?a=b%20c ");
        HttpResponse<String> posted = send(request("/hello/x").POST(HttpRequest.BodyPublishers.ofString("payload")));
        assertThat(posted.body()).startsWith("one POST /test/x payload");
    }

    @Test
    @Covers("LB-019")
    void replicaLearnsTheClientsAddressAndTheCorrelationIdOfTheRequest() throws Exception {
        serve(rule("/", "/", replica("one").target()));
        HttpResponse<String> response = send(request("/x")
                .header("X-Correlation-ID", "abc-1")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Proto", "gopher"));
        assertThat(response.body().lines())
                .contains(
                        "host: app.test",
                        "x-forwarded-for: 127.0.0.1",
                        "x-forwarded-proto: http",
                        "x-forwarded-host: app.test",
                        "x-correlation-id: abc-1");
        assertThat(response.body())
                .contains("x-forwarded-port: ")
                .doesNotContain("6.6.6.6")
                .doesNotContain("gopher");
        await("logged", () -> !accessLog.isEmpty());
        Map<?, ?> line = Json.read(accessLog.get(0).getBytes(StandardCharsets.UTF_8), Map.class);
        assertThat(line.get("status")).isEqualTo(200);
        assertThat(line.get("replica")).isEqualTo("one");
        assertThat(line.get("path")).isEqualTo("/x");
        assertThat(line.get("correlationId")).isEqualTo("abc-1");
    }

    @Test
    void whatCannotBeRoutedIsAnsweredWithAProblemDocument() throws Exception {
        serve(rule("/api", "/"));
        HttpResponse<String> unknown = send(request("/").setHeader("host", "other.test"));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(unknown.body()).contains("no application answers the host 'other.test'");
        assertThat(get("/other").statusCode()).isEqualTo(404);
        assertThat(get("/api/../x").statusCode()).isEqualTo(400);
        HttpResponse<String> nobody = get("/api/x");
        assertThat(nobody.statusCode()).isEqualTo(503);
        assertThat(nobody.body()).contains("'orders' has no running replica");
        assertThat(nobody.headers().firstValue("retry-after")).contains("1");
    }

    @Test
    void replicaThatRefusesIsPassedOverAndTakenBackWhenItAnswers() throws Exception {
        Replica alive = replica("alive");
        EdgeConfig.Target dead = new EdgeConfig.Target("dead", false, "127.0.0.1", freePort());
        serve(rule("/", "/", dead, alive.target()));
        for (int i = 0; i < 20; i++) {
            assertThat(post("/x").statusCode()).isEqualTo(200);
        }
        Replica back = new Replica(loops, "dead", dead.port());
        resources.add(back);
        await("taken back", () -> replicaOf("/x").equals("dead"));
    }

    @Test
    void whenAllAreSetAsideTheyAreTriedAnyway() throws Exception {
        EdgeConfig.Target first = new EdgeConfig.Target("first", false, "127.0.0.1", freePort());
        EdgeConfig.Target second = new EdgeConfig.Target("second", false, "127.0.0.1", freePort());
        serve(rule("/", "/", first, second));
        for (int i = 0; i < 6; i++) {
            assertThat(get("/x").statusCode()).isEqualTo(502);
        }
        resources.add(new Replica(loops, "second", second.port()));
        assertThat(get("/x").statusCode()).isEqualTo(200);
    }

    @Test
    void killedReplicaCostsAtMostTheRequestsThatWereAtIt() throws Exception {
        Replica.Remote doomed = Replica.Remote.start("doomed");
        resources.add(doomed.process()::destroyForcibly);
        Replica alive = replica("alive");
        serve(rule("/", "/", doomed.target(), alive.target()));
        Load load = new Load();
        await("both serve", () -> load.served("doomed") > 50 && load.served("alive") > 50);
        assertThat(load.failures).isEmpty();
        doomed.process().destroyForcibly().waitFor();
        int before = load.served("alive");
        await("the other serves on", () -> load.served("alive") > before + 500);
        load.end();
        assertThat(load.failures).hasSizeLessThanOrEqualTo(CLIENTS).allMatch(failure -> failure.startsWith("502 "));
    }

    @Test
    void tableChangesUnderLoadWithoutAFailedRequest() throws Exception {
        Replica current = new Replica(loops, "r0", 0);
        serve(rule("/", "/", current.target()));
        Load load = new Load();
        for (int i = 1; i <= 12; i++) {
            String name = "r" + i;
            String old = current.name;
            await("old serves", () -> load.served(old) > 20);
            Replica next = new Replica(loops, name, 0);
            route(rule("/", "/", next.target()));
            await("old is left alone", () -> edge.inFlight().getOrDefault(old, 0) == 0);
            assertThat(current.server.drain(Duration.ofSeconds(10))).isTrue();
            current = next;
        }
        resources.add(current);
        load.end();
        assertThat(load.failures).isEmpty();
        assertThat(load.served("r5")).isPositive();
        await("nothing is left in flight", () -> edge.inFlight().equals(Map.of("r12", 0)));
    }

    @Test
    void openRequestsStayWithTheirReplicaWhenTheTableChanges() throws Exception {
        Replica old = replica("old");
        Replica fresh = replica("fresh");
        serve(rule("/", "/", old.target()));
        CompletableFuture<HttpResponse<String>> open =
                client().sendAsync(request("/slow").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(old.slowArrived.await(20, TimeUnit.SECONDS)).isTrue();
        route(rule("/", "/", fresh.target()));
        assertThat(replicaOf("/x")).isEqualTo("fresh");
        await("one is open", () -> edge.inFlight().equals(Map.of("old", 1, "fresh", 0)));
        old.release.countDown();
        assertThat(open.get(20, TimeUnit.SECONDS).headers().firstValue("x-replica"))
                .contains("old");
        await("left", () -> !edge.inFlight().containsKey("old"));
    }

    @Test
    void drainFinishesOpenRequestsAndTakesNoNewConnection() throws Exception {
        Replica one = replica("one");
        serve(rule("/", "/", one.target()));
        CompletableFuture<HttpResponse<String>> open =
                client().sendAsync(request("/slow").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(one.slowArrived.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Boolean> drained = CompletableFuture.supplyAsync(() -> edge.drain(Duration.ofSeconds(20)));
        one.release.countDown();
        assertThat(open.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(drained.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void listenerWhosePortIsTakenIsReportedWhileRoutesAndOthersServeAndOpensLater() throws Exception {
        Replica one = replica("one");
        EdgeConfig config;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            config = new EdgeConfig(
                    List.of(http(), new EdgeConfig.Listener("busy", "127.0.0.1", taken.getLocalPort(), "", "")),
                    List.of(rule("/", "/", one.target())));
            assertThat(edge.apply(config)).extracting(Problem::code).containsExactly("PORT-IN-USE");
            assertThat(get("/x").statusCode()).isEqualTo(200);
            assertThat(edge.addresses()).containsOnlyKeys("http");
        }
        assertThat(edge.apply(config)).isEmpty();
        assertThat(edge.addresses()).containsOnlyKeys("http", "busy");
        int port = edge.addresses().get("http").getPort();
        edge.apply(new EdgeConfig(List.of(http()), config.rules()));
        assertThat(edge.addresses().get("http").getPort())
                .as("a listener that stays keeps its socket")
                .isEqualTo(port);
    }

    @Test
    void hostNameChoosesTheCertificateAndALaterOneIsShownToNewClients() throws Exception {
        TestAuthority authority = new TestAuthority();
        AgentIdentity first = authority.issue("a.test");
        AgentIdentity second = authority.issue("*.b.test");
        int port = freePort();
        List<EdgeConfig.Rule> rules = List.of(rule("/", "/", replica("one").target()));
        assertThat(edge.apply(new EdgeConfig(List.of(https("a", port, first), https("b", port, second)), rules)))
                .isEmpty();
        assertThat(subject(authority, port, "a.test")).isEqualTo("CN=a.test");
        assertThat(subject(authority, port, "x.b.test")).isEqualTo("CN=*.b.test");
        assertThat(subject(authority, port, "unknown.test")).isEqualTo("CN=a.test");

        AgentIdentity renewed = authority.issue("renewed.test", "a.test");
        assertThat(edge.apply(new EdgeConfig(List.of(https("a", port, renewed), https("b", port, second)), rules)))
                .isEmpty();
        assertThat(subject(authority, port, "a.test")).isEqualTo("CN=renewed.test");
        assertThat(edge.apply(new EdgeConfig(List.of(https("a", port, new AgentIdentity("x", "y", "", ""))), rules)))
                .as("a certificate that cannot be read is a problem, and the present one stays")
                .hasSize(1);
        assertThat(subject(authority, port, "a.test")).isEqualTo("CN=renewed.test");
    }

    @Test
    void clientMaySpeakHttp2OverTls() throws Exception {
        TestAuthority authority = new TestAuthority();
        EdgeConfig.Rule rule = new EdgeConfig.Rule(
                "localhost", "/", "/", "orders", List.of(replica("one").target()));
        edge.apply(new EdgeConfig(List.of(https("https", 0, authority.issue("localhost"))), List.of(rule)));
        int port = edge.addresses().get("https").getPort();
        client = HttpClient.newBuilder().sslContext(trusting(authority)).build();
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/x"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.body().lines())
                .contains("one GET /x ", "x-forwarded-proto: https", "x-forwarded-port: " + port);
    }

    @Test
    void replicaMayListenWithTls() throws Exception {
        AgentIdentity own = new TestAuthority().issue("anything.test");
        HttpServer secure = HttpServer.start(
                loops,
                ServerConfig.builder()
                        .endpoint(Endpoint.tls(
                                "127.0.0.1",
                                0,
                                TlsContexts.of(TlsConfig.builder()
                                        .identityPem(own.certificate(), own.privateKey())
                                        .build())))
                        .build(),
                request -> new Answer(Response.text(200, request.scheme())));
        resources.add(secure);
        serve(rule("/", "/", new EdgeConfig.Target("secure", true, "127.0.0.1", secure.port())));
        assertThat(get("/x").body()).isEqualTo("https");
    }

    /** Clients that ask without pause, every other request with a method that must not be repeated. */
    private final class Load {
        final List<String> failures = new CopyOnWriteArrayList<>();
        private final Map<String, AtomicInteger> served = new ConcurrentHashMap<>();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final List<Thread> threads = new ArrayList<>();

        Load() {
            for (int i = 0; i < CLIENTS; i++) {
                threads.add(Thread.ofVirtual().start(this::ask));
            }
        }

        private void ask() {
            boolean get = false;
            while (!ended.get()) {
                get = !get;
                try {
                    HttpResponse<String> response = get ? get("/x") : post("/x");
                    if (response.statusCode() == 200) {
                        String replica =
                                response.headers().firstValue("x-replica").orElseThrow();
                        served.computeIfAbsent(replica, name -> new AtomicInteger())
                                .incrementAndGet();
                    } else {
                        failures.add(response.statusCode() + " " + response.body());
                    }
                } catch (IOException | InterruptedException e) {
                    failures.add(e.toString());
                }
            }
        }

        int served(String replica) {
            AtomicInteger count = served.get(replica);
            return count == null ? 0 : count.get();
        }

        void end() throws InterruptedException {
            ended.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private Replica replica(String name) {
        Replica replica = new Replica(loops, name, 0);
        resources.add(replica);
        return replica;
    }

    private void serve(EdgeConfig.Rule... rules) {
        route(rules);
        assertThat(edge.addresses()).containsOnlyKeys("http");
    }

    private void route(EdgeConfig.Rule... rules) {
        assertThat(edge.apply(new EdgeConfig(List.of(http()), List.of(rules)))).isEmpty();
    }

    private static EdgeConfig.Listener http() {
        return new EdgeConfig.Listener("http", "127.0.0.1", 0, "", "");
    }

    private static EdgeConfig.Listener https(String name, int port, AgentIdentity identity) {
        return new EdgeConfig.Listener(name, "127.0.0.1", port, identity.certificate(), identity.privateKey());
    }

    private static EdgeConfig.Rule rule(String prefix, String path, EdgeConfig.Target... targets) {
        return new EdgeConfig.Rule("app.test", prefix, path, "orders", List.of(targets));
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        }
        return client;
    }

    private HttpRequest.Builder request(String path) {
        int port = edge.addresses().get("http").getPort();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .setHeader("host", "app.test");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString("body")));
    }

    private String replicaOf(String path) {
        try {
            return get(path).headers().firstValue("x-replica").orElse("");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The subject of the certificate that a client gets who asks for the host. */
    private static String subject(TestAuthority authority, int port, String host) throws Exception {
        try (SSLSocket socket =
                (SSLSocket) trusting(authority).getSocketFactory().createSocket("127.0.0.1", port)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return shown.getSubjectX500Principal().getName();
        }
    }

    private static SSLContext trusting(TestAuthority authority) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "ca", Pem.certificates(authority.certificate()).get(0));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
