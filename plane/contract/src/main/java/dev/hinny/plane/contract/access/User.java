package dev.hinny.plane.contract.access;

import java.util.List;
import java.util.Map;

/**
 * A person who can sign in.
 *
 * @param organizationPreferences by organisation id
 */
public record User(
        String id,
        String username,
        String firstName,
        String lastName,
        String email,
        String organizationId,
        boolean enabled,
        String createdAt,
        Map<String, Map<String, String>> organizationPreferences,
        List<Membership> memberOfOrganizations) {
    /** An organisation that the user may enter. */
    public record Membership(
            String id, String name, boolean isRoot, boolean isMaster, List<String> subOrganizationIds) {}
}
