package dev.hinny.plane.contract.access;

import org.jspecify.annotations.Nullable;

/** What creates a business group. */
public record NewOrganization(
        String name,
        @Nullable String parentOrganizationId,
        @Nullable String ownerId) {}
