package dev.hinny.plane.agent;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.plane.contract.agent.StatusReport;
import dev.hinny.plane.contract.agent.WorkerSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Applies a snapshot by reading its artifact; the application's name may say that it fails. */
final class RecordingHandler implements SnapshotHandler<WorkerSnapshot> {
    final List<String> applied = new CopyOnWriteArrayList<>();
    final AtomicInteger attempts = new AtomicInteger();
    volatile int upstreamFailures;
    volatile StatusReport.State state = StatusReport.State.STARTING;

    @Override
    public void apply(WorkerSnapshot snapshot, Artifacts artifacts) {
        attempts.incrementAndGet();
        WorkerSnapshot.Application application = snapshot.application();
        if (application.name().startsWith("bad")) {
            throw new ProblemException(Problem.error("BAD-APP", null, "'" + application.name() + "' is bad"));
        }
        if (application.name().startsWith("bug")) {
            throw new IllegalStateException("a bug");
        }
        if (attempts.get() <= upstreamFailures) {
            throw new ProblemException(
                    new Problem("DB-DOWN", Severity.ERROR, Blame.UPSTREAM, null, "the database is down", ""));
        }
        try {
            String content = Files.readString(artifacts.file(application.artifactSha256(), application.fileName()));
            applied.add(application.name() + " " + snapshot.version() + " " + content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        state = StatusReport.State.RUNNING;
    }

    @Override
    public Condition condition() {
        return Condition.of(state);
    }

    @Override
    public void drain() {
        state = StatusReport.State.DRAINING;
        applied.add("drained");
    }
}
