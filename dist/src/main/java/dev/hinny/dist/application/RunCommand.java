package dev.hinny.dist.application;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceText;
import dev.hinny.dist.Directories;
import dev.hinny.dist.ExitCodes;
import dev.hinny.http.EventLoops;
import dev.hinny.runtime.engine.ApplicationRuntime;
import dev.hinny.runtime.engine.Applications;
import dev.hinny.runtime.engine.Host;
import dev.hinny.runtime.model.LoadOptions;
import dev.hinny.runtime.model.descriptor.Catalog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
        try (EventLoops loops = EventLoops.create()) {
            int status = start(loops);
            if (status == ExitCodes.OK) {
                ended.await();
            } else {
                stopAll();
            }
            return status;
        }
    }

    /** Builds all before it starts any, so that a mistake in one is told before another has done something. */
    private int start(EventLoops loops) {
        Catalog catalog = Catalog.standard();
        Host host = Host.withData(Directories.home().resolve(".hinny").resolve("run"))
                .withService(EventLoops.class, loops);
        boolean sound = true;
        for (Path application : applications) {
            ApplicationRuntime built = Applications.build(application, catalog, LoadOptions.strict(properties), host);
            synchronized (running) {
                running.push(built);
            }
            sound &= tell(built);
        }
        if (!sound) {
            return ExitCodes.FAILED;
        }
        for (ApplicationRuntime built : inOrder()) {
            try {
                built.start();
            } catch (ProblemException e) {
                e.problems().forEach(p -> err().println(render(p, built)));
                return ExitCodes.of(e.first().blame());
            }
            err().println(String.format(Locale.ROOT, "%s runs after %.2f s; Ctrl-C ends it", built.name(), seconds()));
        }
        return ExitCodes.OK;
    }

    private List<ApplicationRuntime> inOrder() {
        synchronized (running) {
            return List.copyOf(running.reversed());
        }
    }

    /** Since the process started. */
    private static double seconds() {
        Instant now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now)
                        .toMillis()
                / 1e3;
    }

    /** What is wrong with it; whether it can be started. */
    private boolean tell(ApplicationRuntime built) {
        built.problems().stream()
                .filter(p -> p.severity() != Severity.INFO)
                .forEach(p -> err().println(p.severity() == Severity.ERROR ? render(p, built) : p.line()));
        if (built.hasErrors()) {
            err().println("hinny run: " + built.name() + " was not started");
        }
        return !built.hasErrors();
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
