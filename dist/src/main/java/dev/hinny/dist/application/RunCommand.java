package dev.hinny.dist.application;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceText;
import dev.hinny.dist.Directories;
import dev.hinny.dist.ExitCodes;
import dev.hinny.runtime.engine.ApplicationRuntime;
import dev.hinny.runtime.engine.Applications;
import dev.hinny.runtime.engine.Host;
import dev.hinny.runtime.model.LoadOptions;
import dev.hinny.runtime.model.descriptor.Catalog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs applications alone, each on the ports that it declares, until Ctrl-C. */
@Command(name = "run", description = "Run applications, without a platform.", mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    private static final Duration DRAIN = Duration.ofSeconds(20);

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "APP",
            description = "Project folders, application archives or flow files.")
    private List<Path> applications = List.of();

    @Option(names = "-D", paramLabel = "NAME=VALUE", description = "Set a property.")
    private Map<String, String> properties = Map.of();

    private final Deque<ApplicationRuntime> running = new ArrayDeque<>();

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stopAll();
                            ended.countDown();
                        },
                        "hinny-stop"));
        Catalog catalog = Catalog.standard();
        for (Path application : applications) {
            if (!start(application, catalog)) {
                stopAll();
                return ExitCodes.FAILED;
            }
        }
        ended.await();
        return ExitCodes.OK;
    }

    private boolean start(Path path, Catalog catalog) {
        long began = System.nanoTime();
        Host host = Host.withData(Directories.home().resolve(".hinny").resolve("run"));
        ApplicationRuntime built = Applications.build(path, catalog, LoadOptions.strict(properties), host);
        if (built.hasErrors()) {
            built.problems().forEach(p -> err().println(render(p, built)));
            err().println("hinny run: " + built.name() + " was not started");
            built.close();
            return false;
        }
        built.problems().stream().filter(p -> p.severity() == Severity.WARNING).forEach(p -> err().println(p.line()));
        try {
            built.start();
        } catch (ProblemException e) {
            built.close();
            e.problems().forEach(p -> err().println(p.line()));
            return false;
        }
        synchronized (running) {
            running.push(built);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        err().println(String.format(Locale.ROOT, "%s runs after %.2f s; Ctrl-C ends it", built.name(), seconds));
        return true;
    }

    private static String render(Problem problem, ApplicationRuntime runtime) {
        SourceText source = problem.place() == null
                ? null
                : runtime.model().sources().get(problem.place().source());
        return source == null ? problem.line() : problem.render(source);
    }

    private void stopAll() {
        synchronized (running) {
            while (!running.isEmpty()) {
                ApplicationRuntime runtime = running.pop();
                runtime.stop(DRAIN);
                runtime.close();
            }
        }
    }

    private PrintWriter err() {
        return java.util.Objects.requireNonNull(spec).commandLine().getErr();
    }
}
