package dev.hinny.plane.agent;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.agent.AgentPaths;
import dev.hinny.plane.contract.agent.ReplicaFiles;
import dev.hinny.plane.contract.agent.StatusReport;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Reports at every change and every few seconds, and does what else has to be done that often. */
final class StatusLoop implements Runnable {
    private static final System.Logger LOG = System.getLogger("dev.hinny.plane.agent");

    private final Controllers controllers;
    private final Supplier<Condition> condition;
    private final Standing standing;
    private final Path directory;
    private final AgentOptions options;
    private final Semaphore changes = new Semaphore(0);
    private final ReentrantLock turn = new ReentrantLock();
    private boolean over;
    private boolean renewalFailed;

    StatusLoop(
            Controllers controllers,
            Supplier<Condition> condition,
            Standing standing,
            Path directory,
            AgentOptions options) {
        this.controllers = controllers;
        this.condition = condition;
        this.standing = standing;
        this.directory = directory;
        this.options = options;
    }

    void changed() {
        changes.release();
    }

    @Override
    public void run() {
        try {
            while (true) {
                renewIdentity();
                boundConsole();
                try {
                    post(condition.get());
                } catch (ControllersAway away) {
                    LOG.log(Level.DEBUG, away.getMessage());
                }
                if (changes.tryAcquire(options.heartbeat().toMillis(), TimeUnit.MILLISECONDS)) {
                    changes.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last report: waits for one that is under way, and none follows it. */
    void postLast(Condition now) throws ControllersAway, InterruptedException {
        turn.lockInterruptibly();
        try {
            over = true;
            send(now);
        } finally {
            turn.unlock();
        }
    }

    private void post(Condition now) throws ControllersAway, InterruptedException {
        turn.lockInterruptibly();
        try {
            if (!over) {
                send(now);
            }
        } finally {
            turn.unlock();
        }
    }

    private void send(Condition now) throws ControllersAway, InterruptedException {
        StatusReport report = new StatusReport(
                controllers.bootstrap().replicaId(),
                ProcessHandle.current().pid(),
                now.state(),
                standing.hash(),
                now.startedMillis(),
                now.listeners(),
                standing.with(now.problems()),
                now.apis());
        controllers.post(AgentPaths.STATUS, Json.bytes(report));
    }

    private void renewIdentity() throws InterruptedException {
        boolean renewed = controllers.renewWhenDue();
        if (!renewed && !renewalFailed) {
            LOG.log(Level.WARNING, "The identity ends soon and no controller gives a new one");
        }
        renewalFailed = !renewed;
        standing.problems(
                "identity",
                renewed
                        ? List.of()
                        : List.of("warning: IDENTITY-ENDS: the replica's certificate could not be renewed"));
    }

    /** The fabric turns the console log at half this size; this is for the time without one. */
    private void boundConsole() {
        Path console = directory.resolve(ReplicaFiles.CONSOLE);
        try {
            if (Files.exists(console) && Files.size(console) > options.consoleBytes()) {
                Path old = directory.resolve(ReplicaFiles.CONSOLE + ".1");
                Files.copy(console, old, StandardCopyOption.REPLACE_EXISTING);
                try (FileChannel channel = FileChannel.open(console, StandardOpenOption.WRITE)) {
                    channel.truncate(0);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "console log", e);
        }
    }
}
