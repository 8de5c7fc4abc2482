package dev.hinny.runtime.engine.core;

import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.model.descriptor.Catalog;
import java.util.List;
import java.util.stream.Stream;

/** The core namespace. */
public final class CoreConnector implements ConnectorProvider {
    @Override
    public String prefix() {
        return "mule";
    }

    @Override
    public String uri() {
        return Catalog.CORE;
    }

    @Override
    public List<ElementType> elements() {
        return Stream.of(
                        MessageSteps.TYPES,
                        TemplateSteps.TYPES,
                        FlowReference.TYPES,
                        Choices.TYPES,
                        Loops.TYPES,
                        ParallelRouters.TYPES,
                        FallbackRouters.TYPES,
                        Scopes.TYPES,
                        ErrorHandlers.TYPES,
                        Validators.TYPES,
                        Schedulers.TYPES)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<ErrorType> errorTypes() {
        return List.of();
    }
}
