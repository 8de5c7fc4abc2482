package dev.hinny.plane.contract.apimanager;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What applies a policy.
 *
 * @param assetId or {@code policyTemplateId} names the policy
 */
public record NewPolicy(
        @Nullable String policyTemplateId,
        @Nullable String groupId,
        @Nullable String assetId,
        @Nullable String assetVersion,
        @Nullable JsonNode configurationData,
        @Nullable JsonNode pointcutData,
        @Nullable Integer order,
        @Nullable Boolean disabled) {
    @Override
    public String toString() {
        return "NewPolicy[assetId=" + assetId + "]";
    }
}
