package dev.hinny.connectors.http;

import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.Operation;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.Param;
import org.jspecify.annotations.Nullable;

/** Asks a security provider of the application about the caller; refuses everybody, since there are no such providers. */
final class BasicSecurityFilter implements Operation {
    /** What is asked. */
    public record Parameters(
            @Param("Realm that clients are told.") @Nullable String realm,
            @Param("Providers to ask.") @Nullable Expression securityProviders,
            @Param("Attributes of the request.") @Nullable Expression attributes) {}

    static BasicSecurityFilter of(Parameters parameters, Build build) {
        build.problems()
                .warning(
                        "NOT-SUPPORTED",
                        build.component().place(),
                        "'http:basic-security-filter' needs a security provider, and there is none: it refuses every request",
                        "protect the API with a policy");
        return new BasicSecurityFilter();
    }

    @Override
    public Message execute(Event event) throws FlowError {
        throw new FlowError(
                HttpErrors.BASIC_AUTHENTICATION, "no security provider is there to authenticate the request");
    }
}
