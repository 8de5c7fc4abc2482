package dev.hinny.plane.contract.fabric;

import java.util.List;

/**
 * The place where replicas run: child processes of this machine, or a cluster. Replicas outlive the controller that
 * started them; a controller that comes back sees them in {@link #replicas} and adopts them. Thread-safe; every call is
 * idempotent by replica id.
 */
public interface Fabric {
    /**
     * Starts a replica. When it runs already, only hands it the controllers' addresses, and the identity where that lasts
     * longer than the one it has: so a controller that comes back under another address, or after every certificate
     * expired, is heard again. Returns before the replica is healthy.
     */
    void start(ReplicaSpec replica);

    /**
     * Ends a replica: asks first, kills it after the grace period, and forgets it with its directory. Returns at once; the
     * replica stays in {@link #replicas} until it is gone. Does nothing for an unknown id.
     */
    void stop(String replicaId);

    /** Every replica that this fabric knows, running or not. */
    List<ReplicaStatus> replicas();
}
