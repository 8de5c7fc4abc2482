package dev.hinny.policies.clientidenforcement;

import dev.hinny.gateway.api.Policy;
import dev.hinny.gateway.api.PolicyContext;
import dev.hinny.gateway.api.PolicyProvider;
import dev.hinny.gateway.api.RequestExpression;
import java.util.Optional;

/** The policy {@code client-id-enforcement}. */
public final class ClientIdEnforcementProvider implements PolicyProvider<ClientIdEnforcementConfig> {
    private static final RequestExpression NOTHING = new RequestExpression.Text(Optional.empty());

    @Override
    public String id() {
        return "client-id-enforcement";
    }

    @Override
    public String version() {
        return "1.3.3";
    }

    @Override
    public String description() {
        return "Lets only requests of client applications with an approved contract through.";
    }

    @Override
    public Class<ClientIdEnforcementConfig> configuration() {
        return ClientIdEnforcementConfig.class;
    }

    @Override
    public Policy create(ClientIdEnforcementConfig config, PolicyContext context) {
        return switch (config.credentialsOriginHasHttpBasicAuthenticationHeader()) {
            case HTTP_BASIC_AUTHENTICATION_HEADER -> new BasicClientCheck();
            case CUSTOM_EXPRESSION -> {
                RequestExpression id = compile("clientIdExpression", config.clientIdExpression(), context);
                yield config.clientSecretExpression().isBlank()
                        ? new ClientCheck(id, Optional.empty())
                        : new ClientCheck(
                                id,
                                Optional.of(compile("clientSecretExpression", config.clientSecretExpression(), context)));
            }
        };
    }

    private static RequestExpression compile(String key, String text, PolicyContext context) {
        return RequestExpression.compile(text)
                .filter(e -> !(e instanceof RequestExpression.Text))
                .orElseGet(() -> {
                    context.problems()
                            .error(
                                    "UNKNOWN-EXPRESSION",
                                    context.place(key),
                                    "found '" + text + "' for '" + key
                                            + "', expected a header or a query parameter of the request",
                                    "write #[attributes.headers['NAME']] or #[attributes.queryParams['NAME']]");
                    return NOTHING;
                });
    }
}
