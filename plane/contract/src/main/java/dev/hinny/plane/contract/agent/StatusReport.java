package dev.hinny.plane.contract.agent;

import java.util.List;

/**
 * What a replica says of itself, at each change and at least every few seconds.
 *
 * @param snapshotHash of the snapshot that is in force
 * @param startedMillis how long the application took to start, 0 while it has not
 * @param problems why it failed or degrades, as {@code FILE:LINE:COL: error: CODE: message} lines
 * @param apis which API instances are bound, and their policies' state
 */
public record StatusReport(
        String replicaId,
        long pid,
        State state,
        String snapshotHash,
        long startedMillis,
        List<ListenerAddress> listeners,
        List<String> problems,
        List<ApiStatus> apis) {
    /** The life of a replica. */
    public enum State {
        STARTING,
        RUNNING,
        FAILED,
        DRAINING,
        STOPPED
    }

    /**
     * An address that an HTTP listener of the application really bound.
     *
     * @param name of the listener configuration
     * @param declaredPort what the application asked for
     * @param protocol {@code http} or {@code https}
     * @param path base path common to the listener's flows, starts with a slash
     * @param port on the loopback interface
     */
    public record ListenerAddress(String name, int declaredPort, String protocol, String path, int port) {}

    /** An API instance that the application binds, and why a policy of it could not be applied (empty: all are). */
    public record ApiStatus(long id, String flow, List<String> problems) {}
}
