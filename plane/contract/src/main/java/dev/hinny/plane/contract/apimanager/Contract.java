package dev.hinny.plane.contract.apimanager;

import org.jspecify.annotations.Nullable;

/**
 * A client application's access to an API instance.
 *
 * @param status {@code PENDING}, {@code APPROVED}, {@code REJECTED} or {@code REVOKED}
 */
public record Contract(
        long id,
        long apiId,
        String status,
        long applicationId,
        Application application,
        @Nullable TierName tier,
        @Nullable TierName requestedTier,
        @Nullable Long tierId,
        @Nullable Long requestedTierId,
        String organizationId,
        String environmentId,
        Audit audit) {
    /** The consumer. */
    public record Application(long id, String name, String coreServicesId, String clientId) {}

    /** An SLA tier. */
    public record TierName(long id, String name) {}
}
