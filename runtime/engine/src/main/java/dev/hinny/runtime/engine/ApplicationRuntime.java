package dev.hinny.runtime.engine;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Problems;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.Component;
import dev.hinny.runtime.api.FlowEntry;
import dev.hinny.runtime.api.Source;
import dev.hinny.runtime.api.element.Lifecycle;
import dev.hinny.runtime.engine.expression.ScriptScope;
import dev.hinny.runtime.engine.expression.Scripts;
import dev.hinny.runtime.engine.graph.Graph;
import dev.hinny.runtime.engine.graph.GraphBuilder;
import dev.hinny.runtime.engine.graph.Work;
import dev.hinny.runtime.engine.launch.ClassPath;
import dev.hinny.runtime.engine.log.LogConfiguration;
import dev.hinny.runtime.engine.log.Logs;
import dev.hinny.runtime.model.ApplicationFiles;
import dev.hinny.runtime.model.ApplicationLoader;
import dev.hinny.runtime.model.ApplicationModel;
import dev.hinny.runtime.model.LoadOptions;
import dev.hinny.runtime.model.Loaded;
import dev.hinny.runtime.model.descriptor.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One application from its files to its end: built with every problem collected, then started, then stopped. Not restarted:
 * build it anew. {@link #close} must be called whether it was started or not.
 */
public final class ApplicationRuntime implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApplicationRuntime.class);
    private static final Duration DEFAULT_DRAIN = Duration.ofSeconds(5);
    private static final AtomicLong SERIAL = new AtomicLong();

    private final ApplicationFiles files;
    private final ApplicationModel model;
    private final Host host;
    private final URLClassLoader classLoader;
    private final RunningContext context;
    private final Work work;
    private final Graph graph;
    private final List<Problem> problems;
    private final Path temporary;
    private final Deque<Lifecycle> startedConfigurations = new ArrayDeque<>();
    private final Deque<Map.Entry<String, Source>> startedSources = new ArrayDeque<>();
    private boolean begun;
    private boolean closed;

    private ApplicationRuntime(
            ApplicationFiles files,
            ApplicationModel model,
            Host host,
            URLClassLoader classLoader,
            RunningContext context,
            Work work,
            Graph graph,
            List<Problem> problems,
            Path temporary) {
        this.files = files;
        this.model = model;
        this.host = host;
        this.classLoader = classLoader;
        this.context = context;
        this.work = work;
        this.graph = graph;
        this.problems = problems;
        this.temporary = temporary;
    }

    /**
     * Reads and builds; starts nothing. The files are closed with the runtime.
     *
     * @throws ProblemException only when the files cannot be looked at; all else is in {@link #problems}
     */
    static ApplicationRuntime build(ApplicationFiles files, Catalog catalog, LoadOptions options, Host host) {
        Loaded loaded = ApplicationLoader.load(files, catalog, options);
        ApplicationModel model = loaded.model();
        Problems problems = new Problems();
        problems.addAll(loaded.problems());
        Path temporary = host.temporary()
                .resolve(model.name().replaceAll("[^A-Za-z0-9._-]", "_") + "-" + SERIAL.incrementAndGet());
        URLClassLoader classLoader = ClassPath.open(
                files,
                options.environment(),
                temporary.resolve("lib"),
                ApplicationRuntime.class.getClassLoader(),
                problems);
        Work work = new Work(model.name());
        RunningContext context = new RunningContext(model, files, classLoader, host, temporary, work);
        Scripts scripts = new Scripts(
                host.language(),
                new ScriptScope(context, host.clock()),
                scriptOptions(context, files),
                model.sources(),
                options.missing());
        GraphBuilder builder = new GraphBuilder(
                model,
                catalog,
                context,
                scripts,
                name -> text(name, files),
                host.interceptors(),
                options.missing(),
                problems,
                work);
        Graph graph = DeepStack.call(builder::build);
        context.flows(graph.flows());
        return new ApplicationRuntime(
                files, model, host, classLoader, context, work, graph, problems.sorted(), temporary);
    }

    private static CompileOptions scriptOptions(RunningContext context, ApplicationFiles files) {
        Logger scriptLog = LoggerFactory.getLogger("dev.hinny.script");
        return CompileOptions.NONE
                .withClassLoader(context.classLoader())
                .withModules(path -> text(path, files)
                        .or(() -> context.resource(path).map(in -> new SourceText(path, read(in))))
                        .orElse(null))
                .withResources(url -> resource(url, context))
                .withLog(line -> scriptLog
                        .atInfo()
                        .addKeyValue("application", context.name())
                        .log(line));
    }

    private static String read(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<SourceText> text(String name, ApplicationFiles files) {
        return files.resource(name).map(file -> new SourceText(files.display(file), files.text(file)));
    }

    private static @Nullable ByteSource resource(String url, Application application) {
        if (!url.startsWith("classpath:")) {
            return null;
        }
        return application
                .resource(url)
                .map(in -> {
                    try (in) {
                        return ByteSource.of(in.readAllBytes());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElse(null);
    }

    public String name() {
        return model.name();
    }

    public ApplicationModel model() {
        return model;
    }

    /** All that was found while reading and building, sorted by place. */
    public List<Problem> problems() {
        return problems;
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }

    public Application application() {
        return context;
    }

    public Optional<FlowEntry> flow(String name) {
        return context.flow(name);
    }

    /** Every processor and source, in the order of the files. */
    public List<Component> components() {
        return graph.components();
    }

    /** How many events are in flight. */
    public long running() {
        return work.running();
    }

    /**
     * Starts configurations, then sources. When one fails, all that was started is stopped again.
     *
     * @throws ProblemException with the reason, or with all errors of the build
     */
    public void start() {
        if (begun || closed) {
            throw new IllegalStateException("the application '" + name() + "' was started before: build it anew");
        }
        Problems found = new Problems();
        found.addAll(problems);
        found.throwIfErrors();
        begun = true;
        text("log4j2.xml", files)
                .ifPresent(t -> LogConfiguration.read(t, new Problems()).apply(Logs.standard()));
        try {
            for (Object configuration : graph.configurations()) {
                if (configuration instanceof Lifecycle lifecycle) {
                    lifecycle.start();
                    startedConfigurations.push(lifecycle);
                }
            }
            for (String flow : graph.sources().keySet()) {
                if (host.sources().test(flow)
                        && Optional.ofNullable(model.flows().get(flow))
                                .map(f -> f.started())
                                .orElse(false)) {
                    startSource(flow);
                }
            }
        } catch (RuntimeException e) {
            stop(Duration.ZERO);
            throw e;
        }
        LOG.atInfo()
                .addKeyValue("application", name())
                .addKeyValue("flows", model.flows().size())
                .addKeyValue("sources", startedSources.size())
                .log("application started");
    }

    /** Starts the source of one flow; does nothing for a flow without one, or whose source runs. */
    public synchronized void startSource(String flow) {
        Source source = graph.sources().get(flow);
        FlowEntry entry = graph.flows().get(flow);
        if (source != null
                && entry != null
                && startedSources.stream().noneMatch(s -> s.getKey().equals(flow))) {
            source.start(entry);
            startedSources.push(Map.entry(flow, source));
        }
    }

    /** Stops the source of one flow. */
    public synchronized void stopSource(String flow, Duration drain) {
        startedSources.removeIf(s -> {
            if (!s.getKey().equals(flow)) {
                return false;
            }
            s.getValue().stop(drain);
            return true;
        });
    }

    /**
     * Stops sources, waits for what is in flight, stops configurations, and lets go of everything.
     *
     * @param drain how long to wait for what is in flight
     */
    public synchronized void stop(Duration drain) {
        if (closed) {
            return;
        }
        closed = true;
        long end = System.nanoTime() + drain.toNanos();
        boolean wasRunning = !startedSources.isEmpty() || !startedConfigurations.isEmpty();
        while (!startedSources.isEmpty()) {
            Source source = startedSources.pop().getValue();
            quietly("source", () -> source.stop(left(end)));
        }
        if (!work.awaitIdle(left(end))) {
            LOG.atWarn()
                    .addKeyValue("application", name())
                    .log("{} events are still in flight and are given up", work.running());
        }
        while (!startedConfigurations.isEmpty()) {
            quietly("configuration", startedConfigurations.pop()::stop);
        }
        quietly("stores", context::close);
        quietly("class path", () -> {
            try {
                classLoader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        quietly("files", files::close);
        quietly("temporary files", this::deleteTemporary);
        if (wasRunning) {
            LOG.atInfo().addKeyValue("application", name()).log("application stopped");
        }
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** One part that cannot be stopped must not keep the others from it. */
    private void quietly(String part, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("application", name()).setCause(e).log("{} cannot be stopped", part);
        }
    }

    private void deleteTemporary() {
        if (!Files.exists(temporary)) {
            return;
        }
        try (Stream<Path> all = Files.walk(temporary)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path above = host.temporary();
        if (above.equals(Host.processTemporary())) {
            try {
                Files.deleteIfExists(above);
            } catch (IOException e) {
                LOG.trace("'{}' is in use by other applications", above);
            }
        }
    }

    /** Stops with the usual drain time. */
    @Override
    public void close() {
        stop(DEFAULT_DRAIN);
    }
}
