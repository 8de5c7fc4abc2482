package dev.hinny.plane.contract.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One change.
 *
 * @param clientId of the connected app that did it
 */
public record AuditEntry(
        String id,
        String timestamp,
        String platform,
        String action,
        String objectType,
        List<AuditObject> objects,
        String organizationId,
        @Nullable String environmentId,
        String userId,
        String userName,
        @Nullable String clientId,
        JsonNode payload) {
    /** What was changed. */
    public record AuditObject(
            String objectType,
            String objectId,
            String objectName,
            @Nullable String environmentId) {}
}
