package dev.hinny.plane.contract.apimanager;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What creates an API instance. */
public record NewApi(
        Spec spec,
        @Nullable String instanceLabel,
        @Nullable String technology,
        @Nullable JsonNode endpoint,
        @Nullable String endpointUri) {
    /** The asset that the instance is of. */
    public record Spec(String groupId, String assetId, String version) {}
}
