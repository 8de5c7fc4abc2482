package dev.hinny.fabric.local;

import dev.hinny.plane.contract.agent.AgentBootstrap;
import java.util.List;

/**
 * What the fabric keeps of a replica on disk. The bootstrap is not part of it: its file is the only copy, since the
 * agent renews the identity in it.
 *
 * @param pid of the last process, 0 before the first
 * @param startedMillis when that process started, which tells it from another one with its recycled id
 * @param ending the replica is being stopped
 */
record ReplicaState(
        AgentBootstrap.Role role,
        String name,
        int heapMegabytes,
        List<String> jvmOptions,
        long pid,
        long startedMillis,
        int restarts,
        String lastExit,
        boolean ending) {
    ReplicaState runningAs(RunningProcess process) {
        return new ReplicaState(
                role,
                name,
                heapMegabytes,
                jvmOptions,
                process.pid(),
                process.startedMillis(),
                restarts,
                lastExit,
                ending);
    }

    ReplicaState ended(String how) {
        return new ReplicaState(role, name, heapMegabytes, jvmOptions, pid, startedMillis, restarts, how, ending);
    }

    ReplicaState again() {
        return new ReplicaState(
                role, name, heapMegabytes, jvmOptions, pid, startedMillis, restarts + 1, lastExit, ending);
    }

    ReplicaState toEnd() {
        return new ReplicaState(role, name, heapMegabytes, jvmOptions, pid, startedMillis, restarts, lastExit, true);
    }
}
