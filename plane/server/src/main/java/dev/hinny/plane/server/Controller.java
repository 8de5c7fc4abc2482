package dev.hinny.plane.server;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.http.ClientAuth;
import dev.hinny.http.Endpoint;
import dev.hinny.http.EventLoops;
import dev.hinny.http.HttpServer;
import dev.hinny.http.RequestHandler;
import dev.hinny.http.ServerConfig;
import dev.hinny.http.TlsConfig;
import dev.hinny.http.TlsContexts;
import dev.hinny.plane.contract.agent.EdgeSnapshot;
import dev.hinny.plane.contract.fabric.Fabric;
import dev.hinny.plane.server.access.Environments;
import dev.hinny.plane.server.access.Founding;
import dev.hinny.plane.server.agents.AgentRoutes;
import dev.hinny.plane.server.agents.EdgeContent;
import dev.hinny.plane.server.agents.EdgeListeners;
import dev.hinny.plane.server.agents.Snapshots;
import dev.hinny.plane.server.agents.WorkerContent;
import dev.hinny.plane.server.audit.Audit;
import dev.hinny.plane.server.pki.Issued;
import dev.hinny.plane.server.pki.LocalCa;
import dev.hinny.plane.server.rest.Router;
import dev.hinny.plane.server.runtimemanager.ApplicationView;
import dev.hinny.plane.server.runtimemanager.Fleet;
import dev.hinny.plane.server.runtimemanager.Planner;
import dev.hinny.plane.server.runtimemanager.Rollout;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Changes;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Hashes;
import dev.hinny.plane.store.Leases;
import dev.hinny.plane.store.LocalPostgres;
import dev.hinny.plane.store.Modes;
import dev.hinny.plane.store.Secrets;
import dev.hinny.plane.store.Signal;
import dev.hinny.plane.store.StoreUnavailable;
import dev.hinny.plane.store.Trees;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running control-plane node: database, REST API, agent address and planner. */
public final class Controller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Controller.class);
    private static final Duration IDENTITY_LIFE = Duration.ofHours(24);
    private static final long MAX_UPLOAD = 512L << 20;

    private final ControllerConfig config;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Database database;
    private final Fleet fleet;
    private final Planner planner;
    private final AccessInfo access;
    private final Set<String> operations;
    private final String agentUrl;
    private boolean failed;

    /**
     * Starts everything and returns once the REST API serves.
     *
     * @throws ProblemException with what is in the way; then nothing stays behind
     */
    public static Controller start(ControllerConfig config) {
        try {
            return new Controller(config);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "DATA-DIRECTORY",
                            Severity.ERROR,
                            Blame.USER,
                            null,
                            "the data directory '" + config.directory() + "' cannot be used: " + e,
                            "give a directory that can be written with --data"),
                    e);
        }
    }

    /**
     * Ends what a controller left running that is not there any more: replicas, load balancers and the local database.
     *
     * @return whether there was anything
     * @throws ProblemException when a controller runs on the directory
     */
    public static boolean end(Path directory, Fabric fabric) throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (DirectoryLock lock = DirectoryLock.take(directory)) {
            LOG.debug("took {}", lock);
            boolean replicas = !fabric.replicas().isEmpty();
            if (!Fleet.stopAll(fabric)) {
                LOG.warn("replicas of '{}' do not end", directory);
            }
            boolean postgres = LocalPostgres.stop(directory.resolve("postgres"));
            return replicas || postgres;
        }
    }

    /** Process id of the controller that runs on the directory. */
    public static OptionalLong running(Path directory) throws IOException {
        return DirectoryLock.holder(directory);
    }

    /** Removes a data directory with everything in it, the database's files elsewhere included. Nothing may run on it. */
    public static void erase(Path directory) throws IOException {
        LocalPostgres.delete(directory.resolve("postgres"));
        Trees.delete(directory);
    }

    private Controller(ControllerConfig config) throws IOException {
        this.config = config;
        try {
            Path directory =
                    Modes.passableDirectory(config.directory().toAbsolutePath().normalize());
            opened.push(DirectoryLock.take(directory));
            Ports.require(config.host(), config.port(), "--port");
            Ports ports = Ports.of(directory.resolve("ports.json"), config);
            Secrets secrets = Secrets.open(directory.resolve("master.key"));
            LocalCa authority = LocalCa.open(directory.resolve("pki"));
            database = open(new Database(dataSource(directory)));
            Changes changes = open(new Changes(database));
            Founding.Founded founded = found(secrets, directory);

            EventLoops loops = open(EventLoops.create(2));
            ApplicationView view = new ApplicationView(secrets, config.domain(), ":" + ports.edge());
            Router rest = RestApi.router(
                    database, secrets, config.check(), config.policies(), view, config.domain(), uploads(directory));
            operations = rest.operations();
            HttpServer restServer = serve(loops, config.host(), config.port(), restTls(authority), rest);

            Snapshots snapshots = new Snapshots(
                    database, new WorkerContent(secrets), new EdgeContent(edge(authority, ports)), changes);
            Router agents = new Router(
                    request -> {
                        throw Refusal.unauthorized("the agent address knows client certificates only");
                    },
                    uploads(directory),
                    16 << 20);
            new AgentRoutes(database, snapshots, authority, IDENTITY_LIFE).add(agents);
            HttpServer agentServer = serve(loops, "127.0.0.1", ports.agent(), agentTls(authority), agents);
            opened.push(snapshots::close);
            agentUrl = "https://127.0.0.1:" + agentServer.port();

            // The listeners may be others than before.
            database.run(sql -> Changes.touch(sql, Changes.EDGE));
            fleet = new Fleet(
                    config.fabric(), authority, List.of(agentUrl), directory.resolve("replicas"), IDENTITY_LIFE);
            planner = open(new Planner(
                    database,
                    new Leases(database, holder(directory)),
                    fleet,
                    new Rollout(database, fleet, snapshots, config.timing()),
                    config.timing(),
                    changes));
            access = new AccessInfo(
                    "https://localhost:" + restServer.port(),
                    authority.certificateFile().toString(),
                    founded.username(),
                    password(directory),
                    founded.organization(),
                    founded.organizationId(),
                    founded.environment(),
                    founded.environmentId(),
                    "http://localhost:" + ports.edge(),
                    config.domain());
        } catch (IOException | RuntimeException | Error e) {
            failed = true;
            closeAll();
            throw e;
        }
    }

    /** How to reach it. */
    public AccessInfo access() {
        return access;
    }

    /** Base URL of the agent address. */
    public String agentUrl() {
        return agentUrl;
    }

    /** {@code METHOD /path} of everything that the REST API answers. */
    public Set<String> operations() {
        return operations;
    }

    /** Waits until a load balancer serves; false when the time is over. */
    public boolean awaitEdge(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            long running = database.read(sql -> sql.number("select count(*) from replicas where role = 'EDGE'"
                    + " and state = 'RUNNING' and reported > now() - interval '15 seconds'"));
            if (running > 0) {
                return true;
            }
            Signal.pause(Duration.ofMillis(50));
        }
        return false;
    }

    /** Ends the controller; replicas and the local database go on and are adopted by the next one. */
    @Override
    public void close() {
        closeAll();
    }

    /** Ends the whole platform: replicas, load balancers, controller and the local database. Applications stay deployed. */
    public void shutdown() {
        planner.close();
        fleet.stopAll();
        try {
            database.run(sql -> sql.run("delete from replicas"));
        } catch (StoreUnavailable e) {
            LOG.warn("the next start looks for replicas that have ended: {}", e.getMessage());
        }
        closeAll();
        if (config.databaseUrl().isEmpty()) {
            try {
                LocalPostgres.stop(config.directory().resolve("postgres"));
            } catch (IOException e) {
                LOG.warn("PostgreSQL did not stop: {}", e.getMessage());
            }
        }
    }

    private DataSource dataSource(Path directory) {
        if (config.databaseUrl().isEmpty()) {
            LocalPostgres server = LocalPostgres.start(directory.resolve("postgres"));
            opened.push(() -> {
                if (failed && !server.adopted()) {
                    server.close();
                } else {
                    server.release();
                }
            });
            return server.dataSource();
        }
        return GivenDatabase.of(config.databaseUrl());
    }

    private Founding.Founded found(Secrets secrets, Path directory) throws IOException {
        Audit audit = new Audit(database);
        Founding founding = new Founding(database, audit, new Environments(database, audit, secrets));
        if (!founding.done()) {
            String password = Founding.newPassword();
            Modes.writePrivate(directory.resolve("admin-password"), password.getBytes(StandardCharsets.UTF_8));
            if (!founding.found(password)) {
                Files.delete(directory.resolve("admin-password"));
            }
        }
        return founding.founded();
    }

    /** Empty where another controller founded the platform. */
    private static String password(Path directory) throws IOException {
        Path file = directory.resolve("admin-password");
        return Files.exists(file) ? Files.readString(file).trim() : "";
    }

    /** The same after a restart, so that a killed controller's lease need not run out. */
    private static String holder(Path directory) throws IOException {
        Path file = directory.resolve("controller.id");
        if (!Files.exists(file)) {
            Modes.writePrivate(file, Hashes.randomText(16).getBytes(StandardCharsets.UTF_8));
        }
        return Files.readString(file).trim();
    }

    private static Path uploads(Path directory) throws IOException {
        return Modes.privateDirectory(directory.resolve("tmp"));
    }

    private HttpServer serve(EventLoops loops, String host, int port, TlsConfig tls, Router router) {
        ServerConfig server = ServerConfig.builder()
                .endpoint(Endpoint.tls(host, port, TlsContexts.of(tls)))
                .maxBodySize(MAX_UPLOAD)
                .build();
        HttpServer started = HttpServer.start(loops, server, RequestHandler.blocking(router));
        opened.push(() -> started.drain(Duration.ofSeconds(2)));
        return started;
    }

    private static TlsConfig restTls(LocalCa authority) throws IOException {
        List<String> names = new ArrayList<>(List.of("localhost", "127.0.0.1", "::1"));
        String host = InetAddress.getLocalHost().getHostName();
        if (host.matches("[A-Za-z0-9.-]+") && !names.contains(host)) {
            names.add(host);
        }
        Issued server = authority.server("server", names);
        return TlsConfig.builder()
                .identityPem(server.certificate(), server.privateKey())
                .build();
    }

    private static TlsConfig agentTls(LocalCa authority) {
        Issued server = authority.server("agents", List.of("localhost", "127.0.0.1", "::1"));
        return TlsConfig.builder()
                .identityPem(server.certificate(), server.privateKey())
                .trust(List.of(authority.certificate()))
                .clientAuth(ClientAuth.NEED)
                .build();
    }

    private EdgeListeners edge(LocalCa authority, Ports ports) {
        List<EdgeSnapshot.Listener> listeners = new ArrayList<>();
        listeners.add(new EdgeSnapshot.Listener("http", config.host(), ports.edge(), "", ""));
        if (config.edgeTlsPort() != 0) {
            Issued edge = authority.server(
                    "edge", List.of(config.domain(), "*." + config.domain(), "localhost", "127.0.0.1", "::1"));
            listeners.add(new EdgeSnapshot.Listener(
                    "https", config.host(), config.edgeTlsPort(), edge.certificate(), edge.privateKey()));
        }
        return new EdgeListeners(config.domain(), listeners);
    }

    private <T extends AutoCloseable> T open(T part) {
        opened.push(part);
        return part;
    }

    private void closeAll() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.warn("while stopping: {}", e.toString());
            }
        }
    }
}
