package dev.hinny.plane.server.usecase;

import org.jspecify.annotations.Nullable;

/** A permission in an organisation; without environment it holds in all of them. */
public record Grant(
        Permission permission,
        String organizationId,
        @Nullable String environmentId) {
    boolean covers(Permission wanted, String organization, @Nullable String environment) {
        return permission.implies(wanted)
                && organizationId.equals(organization)
                && (environmentId == null
                        || environmentId.equals(environment)
                        || wanted == Permission.VIEW_ENVIRONMENTS);
    }
}
