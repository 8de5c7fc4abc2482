package dev.hinny.connectors.apikit;

import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.element.ElementType;
import java.util.List;

/** The namespace of routing by specification. */
public final class ApikitConnector implements ConnectorProvider {
    @Override
    public String prefix() {
        return "apikit";
    }

    @Override
    public String uri() {
        return "http://www.mulesoft.org/schema/mule/mule-apikit";
    }

    @Override
    public List<ElementType> elements() {
        return List.of(
                new ElementType.Configuration<>(
                        "config", ApiParameters.class, ApiConfig.class, "An API specification.", ApiConfig::of),
                new ElementType.ProcessorType<>(
                        "router",
                        ApiParameters.Use.class,
                        "Checks a request against the specification and runs the flow of its operation.",
                        Router::of),
                new ElementType.ProcessorType<>(
                        "console",
                        ApiParameters.Use.class,
                        "Answers with a page about the API and with the files of its specification.",
                        Console::of));
    }

    @Override
    public List<ErrorType> errorTypes() {
        return ApiErrors.ALL;
    }
}
