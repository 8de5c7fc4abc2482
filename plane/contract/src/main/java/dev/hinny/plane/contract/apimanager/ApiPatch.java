package dev.hinny.plane.contract.apimanager;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What changes an API instance; absent fields stay. */
public record ApiPatch(
        @Nullable String assetVersion,
        @Nullable String instanceLabel,
        @Nullable JsonNode endpoint,
        @Nullable Boolean deprecated,
        @Nullable Boolean isPublic) {}
