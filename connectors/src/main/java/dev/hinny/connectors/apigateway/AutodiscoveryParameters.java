package dev.hinny.connectors.apigateway;

import dev.hinny.runtime.api.element.Param;

/** Which API instance guards which flow. */
public record AutodiscoveryParameters(
        @Param("Number of the API instance.") String apiId,
        @Param("The flow whose HTTP listener is guarded.") String flowRef,

        @Param(
                value = "Whether conditions of policies see paths without the listener's base path.",
                defaultValue = "false")
        boolean ignoreBasePath) {}
