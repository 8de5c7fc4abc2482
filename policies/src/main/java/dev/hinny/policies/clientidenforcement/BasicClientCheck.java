package dev.hinny.policies.clientidenforcement;

import dev.hinny.gateway.api.Check;
import dev.hinny.gateway.api.ClientApplication;
import dev.hinny.gateway.api.Decision;
import dev.hinny.gateway.api.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Credentials in the Authorization header of the basic scheme (RFC 7617): client id and secret as user and password. */
record BasicClientCheck() implements Check {
    private static final String SCHEME = "Basic ";

    @Override
    public Decision onRequest(Exchange exchange) {
        Optional<ClientApplication> client = client(exchange);
        if (client.isEmpty()) {
            return Refusals.BASIC;
        }
        exchange.identify(client.get());
        return Decision.CONTINUE;
    }

    private static Optional<ClientApplication> client(Exchange exchange) {
        String header = exchange.headers().first("authorization", "");
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String credentials;
        try {
            byte[] bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            credentials = new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = credentials.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : exchange.contracts().verify(credentials.substring(0, colon), credentials.substring(colon + 1));
    }
}
