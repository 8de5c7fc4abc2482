package dev.hinny.plane.contract.runtimemanager;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An application of the shared space.
 *
 * @param status {@code STARTED}, {@code DEPLOYING}, {@code DEPLOY_FAILED}, {@code UNDEPLOYING} or {@code UNDEPLOYED}
 * @param deploymentUpdateStatus of an update while the version before it serves
 * @param lastUpdateTime milliseconds since 1970
 * @param problems why the last deployment failed
 */
public record Application(
        String id,
        String domain,
        String fullDomain,
        String fullDomainUrl,
        String status,
        @Nullable String deploymentUpdateStatus,
        long lastUpdateTime,
        RuntimeVersion muleVersion,
        String fileName,
        String filename,
        String fileChecksum,
        String region,
        boolean persistentQueues,
        boolean staticIPsEnabled,
        boolean monitoringAutoRestart,
        Workers workers,
        List<WorkerStatus> workerStatuses,
        Map<String, String> properties,
        Map<String, Secure> propertiesOptions,
        String deploymentId,
        String organizationId,
        String environmentId,
        List<String> problems) {
    /** The version of the runtime. */
    public record RuntimeVersion(String version, String releaseChannel, String javaVersion) {}

    /** Number and size of the workers. */
    public record Workers(WorkerType type, int amount, double remainingOrgWorkers, double totalOrgWorkers) {}

    /** A worker size. */
    public record WorkerType(String name, double weight, String cpu, String memory) {}

    /** One worker. */
    public record WorkerStatus(String id, String host, int port, String status, long pid) {}

    /** How a property is shown. */
    public record Secure(boolean secure) {}
}
