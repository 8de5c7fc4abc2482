package dev.hinny.connectors.http;

import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.element.ElementType;
import java.util.List;

/** The HTTP namespace: listeners and requests. */
public final class HttpConnector implements ConnectorProvider {
    @Override
    public String prefix() {
        return "http";
    }

    @Override
    public String uri() {
        return "http://www.mulesoft.org/schema/mule/http";
    }

    @Override
    public List<ElementType> elements() {
        return List.of(
                new ElementType.Configuration<>(
                        "listener-config",
                        ListenerConfigParameters.class,
                        ListenerConfig.class,
                        "An address that listeners share.",
                        ListenerConfig::of),
                new ElementType.Configuration<>(
                        "request-config",
                        RequestConfigParameters.class,
                        RequestConfig.class,
                        "A server that requests are sent to.",
                        RequestConfig::of),
                new ElementType.SourceType<>(
                        "listener",
                        ListenerParameters.class,
                        "Starts the flow for each request at a path.",
                        Listener::of),
                new ElementType.OperationType<>(
                        "request",
                        RequestParameters.class,
                        "Sends a request and gives its response.",
                        HttpErrors.ALL,
                        RequestOperation::of),
                new ElementType.OperationType<>(
                        "load-static-resource",
                        StaticResource.Parameters.class,
                        "Gives the file that the request's path names.",
                        List.of(HttpErrors.NOT_FOUND),
                        StaticResource::of),
                new ElementType.OperationType<>(
                        "basic-security-filter",
                        BasicSecurityFilter.Parameters.class,
                        "Asks a security provider about the caller.",
                        List.of(HttpErrors.BASIC_AUTHENTICATION),
                        BasicSecurityFilter::of));
    }

    @Override
    public List<ErrorType> errorTypes() {
        return HttpErrors.ALL;
    }
}
