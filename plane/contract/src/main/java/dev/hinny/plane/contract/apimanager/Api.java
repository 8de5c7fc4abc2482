package dev.hinny.plane.contract.apimanager;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An API instance.
 *
 * @param status {@code unregistered}, {@code active} or {@code inactive}
 */
public record Api(
        long id,
        String organizationId,
        String environmentId,
        String groupId,
        String assetId,
        String assetVersion,
        String productVersion,
        @Nullable String instanceLabel,
        String technology,
        boolean deprecated,
        boolean isPublic,
        String autodiscoveryInstanceName,
        String status,
        @Nullable String lastActiveDate,
        @Nullable String endpointUri,
        JsonNode endpoint,
        @Nullable JsonNode deployment,
        Audit audit) {}
