package dev.hinny.plane.contract.fabric;

import dev.hinny.plane.contract.agent.AgentBootstrap;
import java.util.List;

/**
 * A replica to run. A process that ends without having been stopped is started again, with growing pauses.
 *
 * @param name for people: application name and number
 * @param heapMegabytes maximum heap, derived from the worker size
 * @param jvmOptions further options of the JVM
 */
public record ReplicaSpec(AgentBootstrap bootstrap, String name, int heapMegabytes, List<String> jvmOptions) {
    public String replicaId() {
        return bootstrap.replicaId();
    }
}
