package dev.hinny.dist.demo;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.cli.platform.PlatformClient;
import dev.hinny.dist.Directories;
import dev.hinny.dist.ExitCodes;
import dev.hinny.dist.platform.TerminalLog;
import dev.hinny.plane.server.Controller;
import dev.hinny.plane.store.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The example network on a platform of its own: set up, called, broken and redeployed while it is called. */
@Command(
        name = "demo",
        description = "Run the example network on a throw-away platform and show what the platform does.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final String PROCESS_API = "orders-process-api";
    private static final String CATALOGUE = "/api/catalogue";
    private static final int CALLERS = 8;
    private static final long END_SECONDS = 60;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--exit", description = "End after the calls; status 0 only if everything held.")
    private boolean exit;

    @Override
    public Integer call() throws Exception {
        TerminalLog.install();
        Story story =
                new Story(java.util.Objects.requireNonNull(spec).commandLine().getOut());
        Path folder = Directories.installation().resolve("examples");
        Network network = network(folder);
        Path data = Files.createTempDirectory("hinny-demo-");
        Path databases = data.resolveSibling(data.getFileName() + "-databases");
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread teller = Thread.currentThread();
        Thread hook = new Thread(
                () -> {
                    story.end();
                    ended.countDown();
                    endChildren();
                    awaitTeller(teller, done);
                    erase(data, databases);
                },
                "demo-end");
        Runtime.getRuntime().addShutdownHook(hook);
        story.title(network.name() + ": " + network.summary());
        boolean held;
        try (PlatformProcess platform = story.step(
                "platform up: controller, PostgreSQL and load balancer as processes",
                () -> PlatformProcess.start(data, 0, 0))) {
            held = show(story, folder, network, platform, databases);
            story.summary();
            if (!exit) {
                stay(story, platform);
                ended.await();
            }
        } catch (Exception e) {
            if (!story.ended()) {
                throw e;
            }
            // The end of the process took the platform away below the calls.
            return ExitCodes.FAILED;
        } finally {
            done.countDown();
        }
        return held ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private static boolean show(Story story, Path folder, Network network, PlatformProcess platform, Path databases)
            throws Exception {
        Placeholders names = new Placeholders();
        try (PlatformClient client = PlatformClient.signIn(platform.access());
                EdgeCaller edge = new EdgeCaller(platform.access())) {
            Setup setup = new Setup(client, folder, network, names);
            for (Network.Database database : network.databases()) {
                story.step("database " + database.name(), () -> {
                    database(database, folder, databases, names);
                    return true;
                });
            }
            build(story, network, setup);
            call(story, network, names, edge);
            trace(story, network, client);
            killReplica(story, client, edge, names);
            redeploy(story, network, setup, edge, names);
            killController(story, platform, edge, names);
        }
        return story.allHeld();
    }

    private static void build(Story story, Network network, Setup setup) throws Exception {
        story.title("Publish, manage, deploy");
        setup.addresses();
        for (Network.Application application : network.applications()) {
            story.step(
                    "specification of " + application.name() + " published, API instance with "
                            + application.policies().stream()
                                    .map(Network.Policy::policy)
                                    .toList(),
                    () -> {
                        setup.publish(application);
                        setup.manage(application);
                        return true;
                    });
        }
        story.step("client applications and contracts", () -> {
            setup.registerClients();
            return true;
        });
        for (Network.Application application : network.applications()) {
            story.step(
                    application.name() + " deployed (" + application.layer() + " layer, " + application.replicas()
                            + (application.replicas() == 1 ? " replica)" : " replicas)"),
                    () -> {
                        setup.deploy(application);
                        return true;
                    });
        }
    }

    private static void call(Story story, Network network, Placeholders names, EdgeCaller edge) throws IOException {
        story.title("Calls through the load balancer");
        Calls calls = new Calls(edge, names, story);
        for (Network.Call call : network.calls()) {
            calls.make(call);
        }
    }

    /** The log lines of one correlation id in every application. */
    private static void trace(Story story, Network network, PlatformClient client) throws InterruptedException {
        story.title("One request through all layers: correlation id demo-first-order");
        for (Network.Application application : network.applications().reversed()) {
            List<String> lines = Await.until(
                    Duration.ofSeconds(10), () -> lines(client, application.name()), found -> !found.isEmpty());
            story.check(
                    !lines.isEmpty(),
                    application.name() + " logged it in " + lines.size() + " lines",
                    "no log line has the correlation id");
            lines.stream().limit(2).forEach(story::say);
        }
    }

    private static List<String> lines(PlatformClient client, String application) {
        List<String> found = new ArrayList<>();
        JsonNode logs = client.get("/cloudhub/api/v2/applications/" + application + "/logs?limit=1000");
        for (JsonNode line : logs.path("data")) {
            if (line.path("correlationId").asString("").equals("demo-first-order")) {
                found.add(line.path("event").path("priority").asString("") + " "
                        + shorten(line.path("event").path("message").asString("")));
            }
        }
        return found;
    }

    private static String shorten(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 150 ? line.substring(0, 150) + "…" : line;
    }

    private static void killReplica(Story story, PlatformClient client, EdgeCaller edge, Placeholders names)
            throws InterruptedException {
        story.title("A replica is killed while " + CALLERS + " callers call");
        long pid = workers(client).path(0).path("pid").asLong();
        try (Load load = load(edge, names)) {
            load.awaitMore(100);
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            load.awaitMore(500);
            story.check(
                    load.failed() <= CALLERS,
                    "process " + pid + " killed with SIGKILL: " + load.answered() + " calls answered, " + load.failed()
                            + " failed (at most the " + CALLERS + " in flight may)",
                    load.failures().toString());
        }
        JsonNode back = Await.until(Duration.ofSeconds(60), () -> workers(client), w -> replaced(w, pid));
        story.check(
                replaced(back, pid),
                "the fabric started another in its place: processes " + pids(back),
                back.toString());
    }

    private static JsonNode workers(PlatformClient client) {
        return client.get("/cloudhub/api/v2/applications/" + PROCESS_API).path("workerStatuses");
    }

    private static boolean replaced(JsonNode workers, long killed) {
        return workers.size() == 2
                && started(workers.path(0))
                && started(workers.path(1))
                && !pids(workers).contains(killed);
    }

    private static boolean started(JsonNode worker) {
        return worker.path("status").asString("").equals("RUNNING");
    }

    private static List<Long> pids(JsonNode workers) {
        List<Long> pids = new ArrayList<>();
        workers.forEach(w -> pids.add(w.path("pid").asLong()));
        return pids;
    }

    private static void redeploy(Story story, Network network, Setup setup, EdgeCaller edge, Placeholders names)
            throws Exception {
        story.title("The process API is redeployed while " + CALLERS + " callers call");
        try (Load load = load(edge, names)) {
            load.awaitMore(100);
            story.step("both replicas replaced", () -> {
                setup.redeploy(network.application(PROCESS_API));
                return true;
            });
            load.awaitMore(100);
            story.check(
                    load.failed() == 0,
                    load.answered() + " calls answered, " + load.failed() + " failed",
                    load.failures().toString());
        }
    }

    private static void killController(Story story, PlatformProcess platform, EdgeCaller edge, Placeholders names)
            throws Exception {
        story.title("The controller is killed while " + CALLERS + " callers call");
        try (Load load = load(edge, names)) {
            load.awaitMore(100);
            platform.killController();
            load.awaitMore(300);
            story.step("a new controller has adopted workers and load balancer", () -> {
                platform.restartController();
                return true;
            });
            load.awaitMore(100);
            story.check(
                    load.failed() == 0,
                    load.answered() + " calls answered, " + load.failed() + " failed",
                    load.failures().toString());
        }
    }

    private static Load load(EdgeCaller edge, Placeholders names) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("client_id", names.get("client.orders-experience-api.id"));
        headers.put("client_secret", names.get("client.orders-experience-api.secret"));
        return new Load(edge, CALLERS, PROCESS_API, CATALOGUE, headers);
    }

    /** A PostgreSQL of the applications' own, apart from the platform's. */
    private static void database(Network.Database database, Path folder, Path directory, Placeholders names)
            throws IOException, SQLException {
        LocalPostgres server = LocalPostgres.start(directory);
        server.release();
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(folder.resolve(database.schema())));
        }
        PGSimpleDataSource source = server.dataSource();
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + source.getDatabaseName();
        names.put("database." + database.name() + ".url", url);
        names.put("database." + database.name() + ".user", String.valueOf(source.getUser()));
        names.put("database." + database.name() + ".password", String.valueOf(source.getPassword()));
    }

    private static Network network(Path folder) {
        try {
            return Network.read(folder);
        } catch (IOException | JacksonException e) {
            throw new ProblemException(
                    new Problem(
                            "NO-EXAMPLES",
                            Severity.ERROR,
                            Blame.CAPACITY,
                            null,
                            "the examples in '" + folder + "' cannot be read: " + e.getMessage(),
                            "run the launcher of a whole checkout, whose examples folder has a network.json"),
                    e);
        }
    }

    /** A controller that is still starting has not yet said that the directory is its own. */
    private static void endChildren() {
        List<ProcessHandle> children = ProcessHandle.current().children().toList();
        children.forEach(ProcessHandle::destroy);
        CompletableFuture<?>[] ends =
                children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends)
                .orTimeout(END_SECONDS, TimeUnit.SECONDS)
                .exceptionally(_ -> null)
                .join();
    }

    /** What is erased must no longer be used, or made, by the thread that tells the story. */
    private static void awaitTeller(Thread teller, CountDownLatch done) {
        teller.interrupt();
        try {
            done.await(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stay(Story story, PlatformProcess platform) {
        story.title("It stays up until Ctrl-C");
        story.say("API            " + platform.access().url());
        story.say("user           " + platform.access().username() + " / "
                + platform.access().password());
        story.say("organisation   " + platform.access().organization() + " ("
                + platform.access().organizationId() + ")");
        story.say("certificate    " + platform.access().ca());
        story.say("load balancer  " + platform.access().edge() + ", applications at NAME."
                + platform.access().domain());
    }

    private static void erase(Path data, Path databases) {
        try {
            new dev.hinny.dist.platform.House(data).end();
            if (Files.isDirectory(databases)) {
                LocalPostgres.stop(databases);
                LocalPostgres.delete(databases);
            }
            Controller.erase(data);
        } catch (IOException e) {
            System.getLogger(DemoCommand.class.getName())
                    .log(System.Logger.Level.WARNING, "something stays in " + data + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
