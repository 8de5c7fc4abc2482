package dev.hinny.plane.contract.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation or business group.
 *
 * @param isMaster the same as {@code isRoot}: older clients ask for this one
 */
public record Organization(
        String id,
        String name,
        boolean isRoot,
        boolean isMaster,
        @Nullable String parentId,
        String ownerId,
        List<String> parentOrganizationIds,
        List<String> subOrganizationIds,
        List<Environment> environments,
        String createdAt) {}
