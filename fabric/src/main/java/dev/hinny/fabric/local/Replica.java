package dev.hinny.fabric.local;

import dev.hinny.plane.contract.agent.AgentBootstrap;
import dev.hinny.plane.contract.fabric.ReplicaSpec;
import dev.hinny.plane.contract.fabric.ReplicaStatus;
import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps one replica's process running until it is stopped. Every method holds the replica's monitor. */
final class Replica {
    private static final System.Logger LOG = System.getLogger("dev.hinny.fabric");

    private final String id;
    private final ReplicaDirectory directory;
    private final LaunchCommand launch;
    private final FabricLimits limits;
    private final ScheduledExecutorService timer;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private ReplicaState state;
    private @Nullable RunningProcess process;
    private @Nullable Future<?> pending;
    private List<ProcessHandle> descendants = List.of();
    private long upSince;
    private Duration pause;
    private boolean adopted;
    private boolean released;

    Replica(
            String id,
            ReplicaDirectory directory,
            ReplicaState state,
            LaunchCommand launch,
            FabricLimits limits,
            ScheduledExecutorService timer) {
        this.id = id;
        this.directory = directory;
        this.state = state;
        this.launch = launch;
        this.limits = limits;
        this.timer = timer;
        this.pause = limits.firstPause();
    }

    /** Completed when the replica was stopped and nothing of it is left. */
    CompletableFuture<Void> gone() {
        return gone;
    }

    /** Takes over the process of an earlier controller, or starts one where none is left and the caller wants it. */
    synchronized void adopt(boolean revive) {
        RunningProcess.recorded(state, directory.bootstrap())
                .or(() -> RunningProcess.unrecorded(directory.bootstrap()))
                .ifPresentOrElse(
                        found -> {
                            adopted = true;
                            running(found);
                            var unused = found.handle().onExit().thenRun(() -> ended(found, "ended while adopted"));
                        },
                        () -> {
                            if (revive && !state.ending() && !directory.stopped()) {
                                again();
                            }
                        });
        if (state.ending()) {
            end();
        }
    }

    /** Starts the process unless it runs or will do so soon; hands over the bootstrap in any case. */
    synchronized void start(AgentBootstrap bootstrap) throws IOException {
        if (state.ending()) {
            return;
        }
        directory.create();
        directory.bootstrap(bootstrap);
        if (process == null && pending == null) {
            directory.forgetStopped();
            remember(state);
            launch();
        }
    }

    synchronized void stop() {
        if (!state.ending()) {
            remember(state.toEnd());
            end();
        }
    }

    /** Leaves the process running and no longer looks after it. */
    synchronized void release() {
        released = true;
        cancelPending();
    }

    synchronized void look() {
        // a child's end comes with its exit status
        if (adopted && process != null && !process.alive()) {
            ended(process, "ended while adopted");
        }
        try {
            directory.boundConsole(limits.consoleBytes());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "console of replica " + id, e);
        }
    }

    synchronized ReplicaStatus status() {
        RunningProcess now = process;
        return new ReplicaStatus(
                id, state.role(), now != null, now == null ? 0 : now.pid(), state.restarts(), state.lastExit());
    }

    private synchronized void again() {
        pending = null;
        if (!released && !state.ending()) {
            remember(state.again());
            launch();
        }
    }

    private void launch() {
        try {
            ReplicaSpec spec =
                    new ReplicaSpec(directory.readBootstrap(), state.name(), state.heapMegabytes(), state.jvmOptions());
            directory.boundConsole(limits.consoleBytes());
            directory.emptyTemporary();
            ProcessBuilder builder = new ProcessBuilder(launch.line(spec, directory));
            builder.directory(directory.path().toFile());
            builder.environment().clear();
            builder.environment().putAll(launch.environment());
            builder.redirectInput(new File("/dev/null"));
            builder.redirectErrorStream(true);
            builder.redirectOutput(
                    ProcessBuilder.Redirect.appendTo(directory.console().toFile()));
            Process child = builder.start();
            RunningProcess started = new RunningProcess(child.toHandle());
            adopted = false;
            running(started);
            var unused = child.onExit().thenAccept(ended -> ended(started, describe(ended.exitValue())));
        } catch (IOException e) {
            failed("could not be started: " + e.getMessage());
        }
    }

    private void running(RunningProcess started) {
        process = started;
        upSince = System.nanoTime();
        remember(state.runningAs(started));
    }

    private synchronized void ended(RunningProcess which, String how) {
        if (process == null || !process.equals(which) || released) {
            return;
        }
        process = null;
        if (Duration.ofNanos(System.nanoTime() - upSince).compareTo(limits.steady()) >= 0) {
            pause = limits.firstPause();
        }
        if (state.ending()) {
            vanish();
        } else if (directory.stopped()) {
            remember(state.ended("stopped as ordered"));
        } else {
            failed(how);
        }
    }

    private void failed(String how) {
        LOG.log(
                Level.WARNING,
                "Replica {0} ({1}) {2}; starting it again in {3} ms",
                id,
                state.name(),
                how,
                pause.toMillis());
        remember(state.ended(how));
        pending = later(this::again, pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(limits.longestPause()) < 0 ? doubled : limits.longestPause();
    }

    private void end() {
        cancelPending();
        RunningProcess now = process;
        if (now == null) {
            vanish();
            return;
        }
        descendants = now.tree();
        now.handle().destroy();
        pending = later(this::kill, limits.grace());
    }

    private synchronized void kill() {
        RunningProcess now = process;
        if (now != null) {
            LOG.log(
                    Level.WARNING,
                    "Replica {0} ({1}) did not end within {2} ms and is killed",
                    id,
                    state.name(),
                    limits.grace().toMillis());
            descendants = now.tree();
            now.handle().destroyForcibly();
        }
    }

    private void vanish() {
        cancelPending();
        descendants.forEach(ProcessHandle::destroyForcibly);
        try {
            directory.delete();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Files of replica " + id + " are left in '" + directory.path() + "'", e);
        }
        gone.complete(null);
    }

    private void cancelPending() {
        if (pending != null) {
            pending.cancel(false);
            pending = null;
        }
    }

    private @Nullable Future<?> later(Runnable task, Duration wait) {
        try {
            return timer.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            return null;
        }
    }

    private void remember(ReplicaState next) {
        state = next;
        try {
            directory.state(next);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "The state of replica " + id + " cannot be written to '" + directory.path() + "'",
                    e);
        }
    }

    private static String describe(int status) {
        return status > 128 && status < 160
                ? "exit status " + status + " (signal " + (status - 128) + ")"
                : "exit status " + status;
    }
}
