package dev.hinny.policies.clientidenforcement;

import dev.hinny.gateway.api.config.Setting;

/** Where the credentials of a client application stand in a request. */
public record ClientIdEnforcementConfig(
        @Setting(value = "Where the credentials are read from.", defaultValue = "customExpression")
                CredentialsOrigin credentialsOriginHasHttpBasicAuthenticationHeader,
        @Setting(
                        value = "The client id, for customExpression.",
                        defaultValue = "#[attributes.headers['client_id']]")
                String clientIdExpression,
        @Setting(
                        value = "The client secret, for customExpression; an empty text lets the id alone suffice.",
                        defaultValue = "#[attributes.headers['client_secret']]")
                String clientSecretExpression) {

    /** The two places. */
    public enum CredentialsOrigin {
        CUSTOM_EXPRESSION,
        HTTP_BASIC_AUTHENTICATION_HEADER
    }
}
