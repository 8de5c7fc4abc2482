package dev.hinny.plane.agent;

import dev.hinny.base.ProblemException;

/**
 * What a replica does with its snapshots. {@link #apply} and {@link #drain} are called by one thread, one after the other;
 * {@link #condition} by another, at any time.
 */
public interface SnapshotHandler<S> {
    /**
     * Puts the snapshot in force, or leaves everything as it was. May block: heartbeats go on meanwhile. A problem that is
     * the user's or a bug is final for this snapshot; one that an upstream or a lack of capacity causes is tried again.
     *
     * @param artifacts gives the archives that the snapshot names
     * @throws ProblemException when the snapshot cannot be applied; it is reported and the last good one stays
     */
    void apply(S snapshot, Artifacts artifacts);

    /** What the replica's heartbeats say. Must not block. */
    Condition condition();

    /** Takes no new work, finishes what is in flight and returns; the process ends afterwards. */
    void drain();
}
