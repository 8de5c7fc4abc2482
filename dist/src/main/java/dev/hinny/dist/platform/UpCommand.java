package dev.hinny.dist.platform;

import dev.hinny.cli.platform.AccessFile;
import dev.hinny.dist.Directories;
import dev.hinny.dist.ExitCodes;
import dev.hinny.plane.server.Controller;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The platform on this machine, in the foreground. */
@Command(
        name = "up",
        description = "Run the platform on this machine until Ctrl-C or 'hinny down'.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
    private static final Duration EDGE = Duration.ofSeconds(60);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory: ~/.hinny/platform.")
    private Path data = Directories.data();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "HTTPS port of the platform's API, 0 for a free one: 8443.")
    private int port = 8443;

    @Option(names = "--edge-port", paramLabel = "N", description = "Port of the load balancer, 0 for a free one: 8080.")
    private int edgePort = 8080;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "JDBC URL of a PostgreSQL to use instead of a local one.")
    private String database = "";

    @Option(
            names = "--keep-workers",
            description = "Leave workers and load balancers running when the controller ends.")
    private boolean keepWorkers;

    private volatile boolean ending;

    @Override
    public Integer call() throws IOException, InterruptedException {
        require("--port", port);
        require("--edge-port", edgePort);
        TerminalLog.install();
        House house = new House(data);
        CompletableFuture<Optional<Controller>> starting = new CompletableFuture<>();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            ending = true;
                            starting.join().ifPresent(this::end);
                        },
                        "hinny-down"));
        try {
            Controller controller = house.start(port, edgePort, database);
            starting.complete(Optional.of(controller));
            serve(house, controller);
        } catch (RuntimeException | Error e) {
            // A process that ends can no longer start anything; that is no news.
            if (!ending) {
                throw e;
            }
        } finally {
            starting.complete(Optional.empty());
        }
        return ExitCodes.FAILED;
    }

    /** Returns never: a signal ends the process, and its end that of the platform. */
    private void serve(House house, Controller controller) throws IOException, InterruptedException {
        if (!controller.awaitEdge(EDGE) && !ending) {
            err().println("hinny up: the load balancer does not serve yet; see " + data.resolve("replicas"));
        }
        if (!ending) {
            tell(house.publish(controller.access()));
        }
        if (ending) {
            house.withdraw();
        }
        new CountDownLatch(1).await();
    }

    private void require(String option, int number) {
        if (number < 0 || number > 0xffff) {
            throw new ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(),
                    "Invalid value for option '" + option + "': " + number
                            + " is no port: 0 to 65535, 0 for a free one");
        }
    }

    private void end(Controller controller) {
        new House(data).withdraw();
        if (keepWorkers) {
            controller.close();
        } else {
            controller.shutdown();
        }
    }

    private void tell(AccessFile access) {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        out.println("The platform serves.");
        out.println("  API and console  " + access.url());
        out.println("  user             " + access.username() + ", password in " + data.resolve(AccessFile.NAME));
        out.println("  certificate      " + access.ca());
        out.println("  load balancer    " + access.edge() + ", applications at NAME." + access.domain());
        out.println("  data             " + data);
        out.println("Ctrl-C ends it.");
        out.flush();
    }

    private PrintWriter err() {
        return java.util.Objects.requireNonNull(spec).commandLine().getErr();
    }
}
