package dev.hinny.plane.contract.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A bearer token.
 *
 * @param expiresIn in seconds
 */
public record AccessToken(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn,
        String redirectUrl) {
    @Override
    public String toString() {
        return "AccessToken[expiresIn=" + expiresIn + "]";
    }
}
