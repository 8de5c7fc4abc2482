package dev.hinny.plane.contract.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that acts on its own behalf.
 *
 * @param clientSecret only in the answer that creates it
 */
public record ConnectedApp(
        @JsonProperty("client_id") String clientId,
        @JsonProperty("client_secret") @Nullable String clientSecret,
        @JsonProperty("client_name") String clientName,
        @JsonProperty("org_id") String orgId,
        @JsonProperty("grant_types") List<String> grantTypes,
        boolean enabled,
        List<Scope> scopes,
        @JsonProperty("created_at") String createdAt) {
    @Override
    public String toString() {
        return "ConnectedApp[clientId=" + clientId + "]";
    }
}
