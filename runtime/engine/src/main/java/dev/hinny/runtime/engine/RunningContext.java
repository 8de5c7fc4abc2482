package dev.hinny.runtime.engine;

import dev.hinny.base.Problems;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.FlowEntry;
import dev.hinny.runtime.api.Listeners;
import dev.hinny.runtime.api.store.Stores;
import dev.hinny.runtime.engine.graph.FlowRuntime;
import dev.hinny.runtime.engine.graph.Work;
import dev.hinny.runtime.engine.stream.SpillingSource;
import dev.hinny.runtime.model.ApplicationFiles;
import dev.hinny.runtime.model.ApplicationModel;
import dev.hinny.runtime.model.property.Placeholders;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An application as its components see it. */
final class RunningContext implements Application {
    /** Virtual threads of the scheduler; a task that blocks does not hold up the others. */
    private static final int SCHEDULER_THREADS = 64;

    private final ApplicationModel model;
    private final ApplicationFiles files;
    private final ClassLoader classLoader;
    private final Host host;
    private final Path temporary;
    private final Work work;
    private final Map<String, Optional<String>> properties = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();
    private volatile Map<String, FlowRuntime> flows = Map.of();
    private @Nullable Stores stores;
    private @Nullable ScheduledThreadPoolExecutor scheduler;
    private boolean closed;

    RunningContext(
            ApplicationModel model,
            ApplicationFiles files,
            ClassLoader classLoader,
            Host host,
            Path temporary,
            Work work) {
        this.model = model;
        this.files = files;
        this.classLoader = classLoader;
        this.host = host;
        this.temporary = temporary;
        this.work = work;
    }

    void flows(Map<String, FlowRuntime> built) {
        flows = built;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Optional<String> property(String name) {
        return properties.computeIfAbsent(name, this::resolve);
    }

    private Optional<String> resolve(String name) {
        return model.properties()
                .get(name)
                .map(v -> new Placeholders(model.properties(), new Problems(), Severity.WARNING)
                        .resolve(v, SourceSpan.file(name)));
    }

    @Override
    public Optional<InputStream> resource(String path) {
        Optional<InputStream> own = files.open(path);
        return own.isPresent()
                ? own
                : Optional.ofNullable(classLoader.getResourceAsStream(path.replaceFirst("^classpath:(//)?", "")
                        .replace('\\', '/')
                        .replaceFirst("^/+", "")));
    }

    @Override
    public ClassLoader classLoader() {
        return classLoader;
    }

    @Override
    public synchronized Stores stores() {
        Stores open = stores;
        if (open == null) {
            if (closed) {
                throw new IllegalStateException("the application '" + name() + "' has stopped");
            }
            open = host.stores().apply(name());
            stores = open;
        }
        return open;
    }

    @Override
    public ByteSource keep(InputStream stream, long sizeHint) {
        return new SpillingSource(stream, sizeHint, SpillingSource.MEMORY, temporary.resolve("streams"));
    }

    @Override
    public synchronized ScheduledExecutorService scheduler() {
        ScheduledThreadPoolExecutor open = scheduler;
        if (open == null) {
            open = new ScheduledThreadPoolExecutor(SCHEDULER_THREADS, work.threads());
            open.setKeepAliveTime(10, TimeUnit.SECONDS);
            open.allowCoreThreadTimeOut(true);
            open.setRemoveOnCancelPolicy(true);
            open.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            open.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
            scheduler = open;
        }
        return open;
    }

    @Override
    public Listeners listeners() {
        return host.listeners();
    }

    @Override
    public Optional<FlowEntry> flow(String name) {
        return Optional.ofNullable(flows.get(name));
    }

    @Override
    public List<String> flowNames() {
        return List.copyOf(flows.keySet());
    }

    @Override
    public <T> void offer(Class<T> type, T service) {
        services.put(type, service);
    }

    @Override
    public <T> Optional<T> service(Class<T> type) {
        Object own = services.get(type);
        return Optional.ofNullable(own == null ? host.services().get(type) : own)
                .map(type::cast);
    }

    /** Lets go of stores and timers; nothing can be opened again. */
    synchronized void close() {
        closed = true;
        if (scheduler != null) {
            scheduler.shutdownNow();
            scheduler = null;
        }
        if (stores != null) {
            stores.close();
            stores = null;
        }
    }
}
