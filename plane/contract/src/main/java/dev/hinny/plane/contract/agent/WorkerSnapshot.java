package dev.hinny.plane.contract.agent;

import java.util.List;
import java.util.Map;

/**
 * Everything that one replica of an application needs to serve without a controller.
 *
 * @param hash of all other fields: equal hashes mean equal snapshots
 * @param version grows with every change of the desired state
 * @param desired what the replica should be doing
 * @param application what to run
 * @param apis the API instances of the environment that the application may bind with autodiscovery
 */
public record WorkerSnapshot(
        String hash, long version, Desired desired, Application application, List<ApiInstance> apis) {
    /** RUNNING serves; STOPPED drains the listeners, finishes what is in flight and exits with status 0. */
    public enum Desired {
        RUNNING,
        STOPPED
    }

    /**
     * The application to run.
     *
     * @param artifactSha256 of the application archive, fetched from {@link AgentPaths#ARTIFACTS}
     * @param properties override the application's own; values may be secret and are never logged
     */
    public record Application(
            String name,
            String organizationId,
            String environmentId,
            String artifactSha256,
            String fileName,
            Map<String, String> properties) {
        @Override
        public String toString() {
            return "Application[name=" + name + ", artifactSha256=" + artifactSha256 + "]";
        }
    }
}
