package dev.hinny.plane.contract.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What creates a connected app. */
public record NewConnectedApp(
        @JsonProperty("client_name") String clientName,
        @JsonProperty("grant_types") @Nullable List<String> grantTypes,
        @Nullable List<Scope> scopes) {}
