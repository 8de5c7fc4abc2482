package dev.hinny.plane.agent;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.plane.contract.PrivateFile;
import dev.hinny.plane.contract.agent.AgentBootstrap;
import dev.hinny.plane.contract.agent.EdgeSnapshot;
import dev.hinny.plane.contract.agent.ReplicaFiles;
import dev.hinny.plane.contract.agent.StatusReport;
import dev.hinny.plane.contract.agent.WorkerSnapshot;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The replica's side of the agent protocol. Hands over the last good snapshot from disk at once, so that the replica serves
 * without any controller, and every newer one as controllers have it; reports, ships logs, renews the identity.
 */
public final class Agent<S> implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("dev.hinny.plane.agent");
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final SnapshotHandler<S> handler;
    private final Controllers controllers;
    private final Path directory;
    private final SnapshotLoop<S> snapshots;
    private final StatusLoop status;
    private final LogShipper logs;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    private Agent(Path bootstrapFile, SnapshotKind<S> kind, SnapshotHandler<S> handler, AgentOptions options) {
        this.handler = handler;
        try {
            controllers = new Controllers(bootstrapFile, options);
            directory = Path.of(controllers.bootstrap().directory());
            PrivateFile.directories(directory);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "BOOTSTRAP-INVALID",
                            Severity.ERROR,
                            Blame.USER,
                            null,
                            "the bootstrap file '" + bootstrapFile + "' cannot be used: " + e.getMessage(),
                            "a fabric writes it; worker and edge are not started by hand"),
                    e);
        }
        Standing standing = new Standing();
        Artifacts artifacts = new Artifacts(options.artifacts().orElse(directory.resolve("artifacts")), controllers);
        status = new StatusLoop(controllers, handler::condition, standing, directory, options);
        logs = new LogShipper(controllers, options, end);
        snapshots = new SnapshotLoop<>(
                kind,
                handler,
                controllers,
                artifacts,
                standing,
                directory,
                options,
                status::changed,
                this::endAsOrdered,
                end);
    }

    /**
     * The agent of a worker.
     *
     * @throws ProblemException {@code BOOTSTRAP-INVALID} when the file cannot be read
     */
    public static Agent<WorkerSnapshot> worker(
            Path bootstrapFile, SnapshotHandler<WorkerSnapshot> handler, AgentOptions options) {
        return new Agent<>(bootstrapFile, SnapshotKind.WORKER, handler, options);
    }

    /**
     * The agent of an edge.
     *
     * @throws ProblemException {@code BOOTSTRAP-INVALID} when the file cannot be read
     */
    public static Agent<EdgeSnapshot> edge(
            Path bootstrapFile, SnapshotHandler<EdgeSnapshot> handler, AgentOptions options) {
        return new Agent<>(bootstrapFile, SnapshotKind.EDGE, handler, options);
    }

    /** As it was read or renewed last. */
    public AgentBootstrap bootstrap() {
        return controllers.bootstrap();
    }

    /** Where the application's log lines go. Lines added before {@link #start} are kept. */
    public LogShipper logs() {
        return logs;
    }

    /** Begins; the handler is called on a thread of the agent. */
    public synchronized void start() {
        Thread.Builder builder = Thread.ofVirtual().name("agent-", 0);
        threads.add(builder.start(snapshots));
        threads.add(builder.start(status));
        threads.add(builder.start(logs::run));
    }

    /** The condition changed: report it now and not with the next heartbeat. */
    public void changed() {
        status.changed();
    }

    /** Completed when the replica was told to end and has drained: the process should exit with status 0. */
    public CompletableFuture<Void> stopped() {
        return stopped;
    }

    /** Ends the agent, not the replica. Sends the last state and the waiting log lines if a controller is there. */
    @Override
    public void close() {
        if (ending.compareAndSet(false, true)) {
            farewell(handler.condition());
        }
    }

    private void endAsOrdered() {
        if (!ending.compareAndSet(false, true)) {
            return;
        }
        status.changed();
        try {
            handler.drain();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Draining failed", e);
        }
        try {
            PrivateFile.write(directory.resolve(ReplicaFiles.STOPPED), new byte[0]);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The order to end cannot be kept", e);
        }
        farewell(Condition.of(StatusReport.State.STOPPED));
        stopped.complete(null);
    }

    private void farewell(Condition last) {
        Thread words = Thread.ofVirtual().name("agent-farewell").start(() -> {
            try {
                status.postLast(last);
                logs.ship();
            } catch (ControllersAway away) {
                LOG.log(Level.DEBUG, away.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            end.countDown();
            words.join(FAREWELL);
            words.interrupt();
            interruptLoops();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        controllers.close();
    }

    private synchronized void interruptLoops() {
        threads.stream().filter(thread -> thread != Thread.currentThread()).forEach(Thread::interrupt);
    }
}
