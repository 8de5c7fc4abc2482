package dev.hinny.plane.contract.apimanager;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A policy applied to an API instance.
 *
 * @param order position in the chain, smallest first
 */
public record Policy(
        long id,
        long apiId,
        String policyTemplateId,
        String groupId,
        String assetId,
        String assetVersion,
        int order,
        boolean disabled,
        JsonNode configurationData,
        @Nullable JsonNode pointcutData,
        String organizationId,
        String environmentId,
        Audit audit) {
    @Override
    public String toString() {
        return "Policy[id=" + id + "]";
    }
}
