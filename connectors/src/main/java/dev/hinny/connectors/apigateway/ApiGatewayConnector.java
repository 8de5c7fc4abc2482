package dev.hinny.connectors.apigateway;

import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.element.ElementType;
import java.util.List;

/** The namespace of API autodiscovery. */
public final class ApiGatewayConnector implements ConnectorProvider {
    @Override
    public String prefix() {
        return "api-gateway";
    }

    @Override
    public String uri() {
        return "http://www.mulesoft.org/schema/mule/api-gateway";
    }

    @Override
    public List<ElementType> elements() {
        return List.of(new ElementType.Configuration<>(
                "autodiscovery",
                AutodiscoveryParameters.class,
                Autodiscovery.class,
                "Binds a flow to an API instance, whose policies then guard its requests.",
                Autodiscovery::of));
    }

    @Override
    public List<ErrorType> errorTypes() {
        return List.of();
    }
}
