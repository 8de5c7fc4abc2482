package dev.hinny.plane.contract.apimanager;

import tools.jackson.databind.JsonNode;

/**
 * A policy that can be applied.
 *
 * @param configuration array of its parameters
 */
public record PolicyTemplate(
        String id,
        String groupId,
        String assetId,
        String version,
        String name,
        String description,
        String category,
        JsonNode configuration) {}
