package dev.hinny.plane.contract.runtimemanager;

import org.jspecify.annotations.Nullable;

/**
 * What creates a mapping rule.
 *
 * @param pathPrefix a slash when absent
 * @param targetPath a slash when absent
 */
public record NewMappingRule(
        String host, @Nullable String pathPrefix, @Nullable String targetPath, String domain) {}
