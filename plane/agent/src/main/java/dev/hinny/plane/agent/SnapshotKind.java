package dev.hinny.plane.agent;

import dev.hinny.plane.contract.agent.EdgeSnapshot;
import dev.hinny.plane.contract.agent.WorkerSnapshot;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the agent needs to know of a snapshot's type. */
record SnapshotKind<S>(Class<S> type, Function<S, String> hash, Predicate<S> ends) {
    static final SnapshotKind<WorkerSnapshot> WORKER = new SnapshotKind<>(
            WorkerSnapshot.class,
            WorkerSnapshot::hash,
            snapshot -> snapshot.desired() == WorkerSnapshot.Desired.STOPPED);
    static final SnapshotKind<EdgeSnapshot> EDGE =
            new SnapshotKind<>(EdgeSnapshot.class, EdgeSnapshot::hash, snapshot -> false);
}
