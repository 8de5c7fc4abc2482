package dev.hinny.plane.contract.fabric;

import dev.hinny.plane.contract.agent.AgentBootstrap;

/**
 * What a fabric knows of a replica.
 *
 * @param pid of the process, 0 when none runs
 * @param restarts how often the process was started again since the replica was asked for
 * @param lastExit how the last process ended, for people; empty while the first one runs
 */
public record ReplicaStatus(
        String replicaId, AgentBootstrap.Role role, boolean running, long pid, int restarts, String lastExit) {}
