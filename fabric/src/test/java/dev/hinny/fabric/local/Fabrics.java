package dev.hinny.fabric.local;

import dev.hinny.plane.contract.agent.AgentBootstrap;
import dev.hinny.plane.contract.agent.AgentIdentity;
import dev.hinny.plane.contract.fabric.ReplicaSpec;
import dev.hinny.plane.contract.fabric.ReplicaStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What the fabric's tests share. */
final class Fabrics {
    private Fabrics() {}

    static LocalFabric open(Path directory) {
        LaunchCommand launch = LaunchCommand.ofThisJvm(
                TestReplica.class.getName(), List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        FabricLimits limits = new FabricLimits(
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                Duration.ofMinutes(1),
                Duration.ofMillis(400),
                Duration.ofMillis(20),
                5_000);
        return new LocalFabric(directory, launch, limits);
    }

    static ReplicaSpec replica(String id) {
        return replica(id, "https://localhost:1", "2030-01-01T00:00:00Z");
    }

    static ReplicaSpec replica(String id, String controller, String expires) {
        AgentIdentity identity = new AgentIdentity("certificate", "key", "trust", expires);
        return new ReplicaSpec(
                new AgentBootstrap(AgentBootstrap.Role.WORKER, id, List.of(controller), "", identity),
                "orders-1",
                32,
                List.of());
    }

    static ReplicaStatus status(LocalFabric fabric, String id) {
        return fabric.replicas().stream()
                .filter(status -> status.replicaId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
