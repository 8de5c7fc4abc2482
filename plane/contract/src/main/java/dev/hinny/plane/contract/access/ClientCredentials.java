package dev.hinny.plane.contract.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the token address takes: the {@code client_credentials} grant. */
public record ClientCredentials(
        @JsonProperty("client_id") String clientId,
        @JsonProperty("client_secret") String clientSecret,
        @JsonProperty("grant_type") String grantType) {
    @Override
    public String toString() {
        return "ClientCredentials[clientId=" + clientId + "]";
    }
}
