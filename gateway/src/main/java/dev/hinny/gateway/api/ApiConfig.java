package dev.hinny.gateway.api;

import java.util.List;

/**
 * One API instance with everything that guards it: what the agent makes of a snapshot. Immutable.
 *
 * @param policies in any order; see {@code PolicyOrder} of the engine
 * @param contracts the approved ones; a client without one is unknown to the API
 */
public record ApiConfig(ApiContext api, List<PolicyBinding> policies, List<Contract> contracts) {
    public ApiConfig {
        policies = List.copyOf(policies);
        contracts = List.copyOf(contracts);
    }

    /**
     * A policy applied to the instance.
     *
     * @param id unique within the instance: the policy's state (counters) belongs to it
     * @param policy the policy's asset id, such as {@code rate-limiting}
     * @param version of the policy's asset
     * @param order position in the chain, smallest first
     * @param configuration a JSON object; may hold secrets
     */
    public record PolicyBinding(long id, String policy, String version, int order, String configuration) {
        @Override
        public String toString() {
            return "PolicyBinding[id=" + id + ", policy=" + policy + ", version=" + version + ", order=" + order + "]";
        }
    }

    /**
     * An approved contract.
     *
     * @param secretHash {@code sha256:1:SALT:HASH}, see {@link SecretHash}; never the secret itself
     */
    public record Contract(ClientApplication client, String secretHash) {
        @Override
        public String toString() {
            return "Contract[client=" + client + "]";
        }
    }
}
