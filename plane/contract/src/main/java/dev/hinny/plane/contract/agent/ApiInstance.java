package dev.hinny.plane.contract.agent;

import java.util.List;

/**
 * An API instance with its policies and contracts, as the gateway of a worker needs it.
 *
 * @param id the number that {@code api-gateway:autodiscovery} names
 * @param policies in no particular order: the gateway orders them by {@link PolicyBinding#order}
 */
public record ApiInstance(
        long id,
        String assetId,
        String assetVersion,
        String label,
        List<PolicyBinding> policies,
        List<Contract> contracts) {
    /**
     * A policy applied to the instance.
     *
     * @param template the policy's asset id, such as {@code rate-limiting}
     * @param version of the policy's asset
     * @param order position in the chain, smallest first, unique within the instance
     * @param configuration the policy's parameters as a JSON object
     */
    public record PolicyBinding(long id, String template, String version, int order, String configuration) {}

    /**
     * An approved contract.
     *
     * @param clientSecretHash {@code algorithm:iterations:salt:hash}; never the secret
     * @param tier name of the SLA tier, or empty
     * @param limits of the tier
     */
    public record Contract(
            long id, String clientId, String clientName, String clientSecretHash, String tier, List<Limit> limits) {}

    /** At most {@code maximumRequests} in each window of {@code timePeriodInMilliseconds}. */
    public record Limit(long maximumRequests, long timePeriodInMilliseconds) {}
}
