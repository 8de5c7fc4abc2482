package dev.hinny.plane.server.runtimemanager;

import dev.hinny.plane.contract.agent.AgentBootstrap;
import dev.hinny.plane.contract.agent.AgentIdentity;
import dev.hinny.plane.contract.fabric.Fabric;
import dev.hinny.plane.contract.fabric.ReplicaSpec;
import dev.hinny.plane.contract.fabric.ReplicaStatus;
import dev.hinny.plane.server.pki.LocalCa;
import dev.hinny.plane.store.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Starts and ends replicas through the fabric; keeps what it said of them at the last look. */
public final class Fleet {
    private static final int MAX_RESTARTS = 3;
    private static final Duration END_LIMIT = Duration.ofMinutes(1);

    private final Fabric fabric;
    private final LocalCa authority;
    private final List<String> controllers;
    private final Path directory;
    private final Duration identityLife;
    private final Set<String> handed = ConcurrentHashMap.newKeySet();
    private volatile Map<String, ReplicaStatus> seen = Map.of();

    /**
     * @param controllers base URLs of the agent addresses
     * @param directory below which each replica has its own
     */
    public Fleet(Fabric fabric, LocalCa authority, List<String> controllers, Path directory, Duration identityLife) {
        this.fabric = fabric;
        this.authority = authority;
        this.controllers = controllers;
        this.directory = directory;
        this.identityLife = identityLife;
    }

    void look() {
        Map<String, ReplicaStatus> now = new HashMap<>();
        fabric.replicas().forEach(status -> now.put(status.replicaId(), status));
        seen = now;
    }

    Map<String, ReplicaStatus> seen() {
        return seen;
    }

    /** Whether the fabric has no running process for it, or another one than the report came from. */
    boolean gone(Replica replica) {
        ReplicaStatus status = seen.get(replica.id());
        return status == null
                || !status.running()
                || (status.pid() > 0 && replica.pid() > 0 && status.pid() != replica.pid());
    }

    /** How the process of a replica last ended, once it has been started again several times. */
    Optional<String> crashing(String replicaId) {
        ReplicaStatus status = seen.get(replicaId);
        return status != null && status.restarts() >= MAX_RESTARTS ? Optional.of(status.lastExit()) : Optional.empty();
    }

    /**
     * Has a replica run. One that this controller has not started itself gets a fresh identity once, since its own may
     * have expired while no controller was there.
     */
    void start(String replicaId, AgentBootstrap.Role role, String name, int heapMegabytes) {
        if (seen.containsKey(replicaId) && handed.contains(replicaId)) {
            return;
        }
        AgentIdentity identity = authority.identity(replicaId, identityLife);
        fabric.start(new ReplicaSpec(
                new AgentBootstrap(
                        role,
                        replicaId,
                        controllers,
                        directory.resolve(replicaId).toString(),
                        identity),
                name,
                heapMegabytes,
                List.of()));
        handed.add(replicaId);
    }

    /** Asks for the end of a replica; the fabric sees to it. */
    void stop(String replicaId) {
        handed.remove(replicaId);
        fabric.stop(replicaId);
    }

    /** Ends all replicas and waits until they are gone. */
    public void stopAll() {
        stopAll(fabric);
    }

    /** Ends all replicas of a fabric and waits until they are gone; false when some are still there after a minute. */
    public static boolean stopAll(Fabric fabric) {
        fabric.replicas().forEach(status -> fabric.stop(status.replicaId()));
        long end = System.nanoTime() + END_LIMIT.toNanos();
        while (!fabric.replicas().isEmpty()) {
            try {
                Signal.pause(Duration.ofMillis(50));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }
}
