package dev.hinny.plane.contract.agent;

import java.util.List;

/**
 * What a fabric hands a replica at its start, as a file of mode 600.
 *
 * @param role what the process is
 * @param replicaId unique for the life of the platform
 * @param controllers base URLs of the controllers' agent addresses; tried in order, from the last good one
 * @param directory the replica's own directory: last good snapshot, artifacts, temporary files; the fabric decides it,
 *     whatever the controller put here
 */
public record AgentBootstrap(
        Role role, String replicaId, List<String> controllers, String directory, AgentIdentity identity) {
    /** The two kinds of data-plane process. */
    public enum Role {
        WORKER,
        EDGE
    }
}
