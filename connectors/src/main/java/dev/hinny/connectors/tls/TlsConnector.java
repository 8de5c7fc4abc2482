package dev.hinny.connectors.tls;

import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.element.ElementType;
import java.util.List;

/** The namespace of TLS contexts. */
public final class TlsConnector implements ConnectorProvider {
    @Override
    public String prefix() {
        return "tls";
    }

    @Override
    public String uri() {
        return "http://www.mulesoft.org/schema/mule/tls";
    }

    @Override
    public List<ElementType> elements() {
        return List.of(new ElementType.Configuration<>(
                "context",
                TlsParameters.class,
                TlsContext.class,
                "Keys and trusted certificates that connections share.",
                TlsContext::of));
    }

    @Override
    public List<ErrorType> errorTypes() {
        return List.of();
    }
}
