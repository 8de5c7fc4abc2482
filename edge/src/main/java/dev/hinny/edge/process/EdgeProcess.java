package dev.hinny.edge.process;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.edge.Edge;
import dev.hinny.edge.EdgeConfig;
import dev.hinny.edge.EdgeSettings;
import dev.hinny.http.EventLoops;
import dev.hinny.plane.agent.Agent;
import dev.hinny.plane.agent.AgentOptions;
import dev.hinny.plane.agent.Artifacts;
import dev.hinny.plane.agent.Condition;
import dev.hinny.plane.agent.SnapshotHandler;
import dev.hinny.plane.contract.agent.EdgeSnapshot;
import dev.hinny.plane.contract.agent.StatusReport;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An edge and its agent: what {@code edge --bootstrap FILE} runs. */
public final class EdgeProcess implements AutoCloseable {
    private static final Duration LISTENER_RETRY = Duration.ofMillis(500);

    private final EventLoops loops;
    private final EdgeSettings settings;
    private final Edge edge;
    private final Agent<EdgeSnapshot> agent;
    private final Thread retries;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final long started = System.nanoTime();
    private volatile StatusReport.State state = StatusReport.State.STARTING;
    private volatile long startedMillis;
    private volatile List<String> problems = List.of();

    private EdgeProcess(Path bootstrapFile, EdgeSettings settings, AgentOptions options) {
        this.settings = settings;
        this.loops = EventLoops.create();
        this.edge = Edge.start(loops, settings);
        try {
            this.agent = Agent.edge(bootstrapFile, new Handler(), options);
        } catch (ProblemException e) {
            loops.close();
            throw e;
        }
        this.retries = Thread.ofVirtual().name("edge-listeners").unstarted(this::retryListeners);
    }

    /**
     * Starts serving what the last good snapshot says, and follows the controllers.
     *
     * @throws ProblemException {@code BOOTSTRAP-INVALID} when the file cannot be read
     */
    public static EdgeProcess start(Path bootstrapFile, EdgeSettings settings, AgentOptions options) {
        EdgeProcess process = new EdgeProcess(bootstrapFile, settings, options);
        process.agent.start();
        process.retries.start();
        return process;
    }

    /** Runs until a controller or a signal ends it; what a process does whose only task this is. */
    public static void run(Path bootstrapFile, EdgeSettings settings, AgentOptions options) {
        EdgeProcess process = start(bootstrapFile, settings, options);
        Runtime.getRuntime().addShutdownHook(new Thread(process::close, "edge-shutdown"));
        process.stopped().join();
    }

    public Edge edge() {
        return edge;
    }

    public Agent<EdgeSnapshot> agent() {
        return agent;
    }

    /** Completed when a controller ended the replica: the process should exit with status 0. */
    public CompletableFuture<Void> stopped() {
        return agent.stopped();
    }

    /** What a signal to end should do: lets open requests finish, says goodbye, frees everything. */
    @Override
    public void close() {
        state = StatusReport.State.DRAINING;
        agent.changed();
        closing.countDown();
        edge.drain(settings.drain());
        agent.close();
        loops.close();
    }

    private synchronized void apply(EdgeConfig config) {
        problems = lines(edge.apply(config));
        if (state == StatusReport.State.STARTING) {
            startedMillis = Duration.ofNanos(System.nanoTime() - started).toMillis();
            state = StatusReport.State.RUNNING;
        }
        agent.changed();
    }

    /** A port that another process holds may become free. */
    private void retryListeners() {
        try {
            while (!closing.await(LISTENER_RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                retryOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void retryOnce() {
        List<String> before = problems;
        if (!before.isEmpty() && state == StatusReport.State.RUNNING) {
            problems = lines(edge.apply(edge.config()));
            if (!problems.equals(before)) {
                agent.changed();
            }
        }
    }

    private static List<String> lines(List<Problem> found) {
        return found.stream().map(Problem::line).toList();
    }

    private final class Handler implements SnapshotHandler<EdgeSnapshot> {
        @Override
        public void apply(EdgeSnapshot snapshot, Artifacts artifacts) {
            EdgeProcess.this.apply(SnapshotTranslator.translate(snapshot));
        }

        @Override
        public Condition condition() {
            List<StatusReport.ListenerAddress> listeners = new ArrayList<>();
            Map<String, InetSocketAddress> addresses = edge.addresses();
            for (EdgeConfig.Listener listener : edge.config().listeners()) {
                InetSocketAddress address = addresses.get(listener.name());
                if (address != null) {
                    listeners.add(new StatusReport.ListenerAddress(
                            listener.name(),
                            listener.port(),
                            listener.secure() ? "https" : "http",
                            "/",
                            address.getPort()));
                }
            }
            return new Condition(state, startedMillis, listeners, problems, List.of());
        }

        @Override
        public void drain() {
            state = StatusReport.State.DRAINING;
            edge.drain(settings.drain());
        }
    }
}
