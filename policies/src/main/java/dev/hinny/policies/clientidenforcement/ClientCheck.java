package dev.hinny.policies.clientidenforcement;

import dev.hinny.gateway.api.Check;
import dev.hinny.gateway.api.ClientApplication;
import dev.hinny.gateway.api.Decision;
import dev.hinny.gateway.api.Exchange;
import dev.hinny.gateway.api.RequestExpression;
import java.util.Optional;

/** Credentials in headers or query parameters. */
record ClientCheck(RequestExpression id, Optional<RequestExpression> secret) implements Check {
    @Override
    public Decision onRequest(Exchange exchange) {
        Optional<ClientApplication> client = client(exchange);
        if (client.isEmpty()) {
            return Refusals.CUSTOM;
        }
        exchange.identify(client.get());
        return Decision.CONTINUE;
    }

    private Optional<ClientApplication> client(Exchange exchange) {
        Optional<String> given = id.value(exchange);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (secret.isEmpty()) {
            return exchange.contracts().find(given.get());
        }
        Optional<String> word = secret.get().value(exchange);
        return word.isEmpty() ? Optional.empty() : exchange.contracts().verify(given.get(), word.get());
    }
}
