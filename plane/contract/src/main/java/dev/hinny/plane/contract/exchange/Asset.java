package dev.hinny.plane.contract.exchange;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One version of an asset.
 *
 * @param versionGroup API version such as {@code v1}
 * @param versions all versions of the asset, newest first
 */
public record Asset(
        String groupId,
        String assetId,
        String version,
        String versionGroup,
        String minorVersion,
        String productAPIVersion,
        String organizationId,
        String name,
        String description,
        String type,
        String status,
        String createdAt,
        String createdDate,
        String modifiedAt,
        String updatedDate,
        Person createdBy,
        List<AssetFile> files,
        List<Version> versions,
        List<Version> otherVersions,
        JsonNode tags,
        JsonNode dependencies,
        List<String> labels) {
    /** Who published it. */
    public record Person(String id, String userName) {}

    /** A version of the asset. */
    public record Version(String version, String status, String versionGroup) {}
}
