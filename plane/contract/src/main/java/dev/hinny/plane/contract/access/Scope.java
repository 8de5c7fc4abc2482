package dev.hinny.plane.contract.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A permission, bound to an organisation and maybe an environment.
 *
 * @param scope such as {@code manage:apis_configuration}
 */
public record Scope(
        String scope, @JsonProperty("context_params") Context context) {
    /** Where the scope holds; no environment means all of them. */
    public record Context(String org, @Nullable String envId) {}
}
