package dev.hinny.plane.contract.runtimemanager;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deployments of an application, newest first. */
public record DeploymentList(List<Deployment> data, long total) {
    /** A deployment. */
    public record Deployment(
            String deploymentId,
            String createTime,
            String startTime,
            @Nullable String endTime,
            String status,
            String fileName,
            List<String> problems,
            List<Instance> instances) {}

    /** A worker of a deployment. */
    public record Instance(String instanceId, String status, String publicIPAddress, String region) {}
}
