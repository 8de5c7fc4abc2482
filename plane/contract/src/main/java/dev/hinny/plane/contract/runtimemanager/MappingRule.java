package dev.hinny.plane.contract.runtimemanager;

/**
 * Sends requests of a host and path to an application, over the shared load balancer.
 *
 * @param host exact, {@code *.domain} or {@code *}
 * @param pathPrefix starts with a slash
 * @param targetPath what replaces the prefix
 * @param domain name of the application
 */
public record MappingRule(
        long id,
        String host,
        String pathPrefix,
        String targetPath,
        String domain,
        String organizationId,
        String environmentId) {}
