package dev.hinny.runtime.engine.ee;

import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.element.ElementType;
import java.util.List;
import java.util.stream.Stream;

/** The namespace of transformations, dynamic scripts and the cache. */
public final class EeConnector implements ConnectorProvider {
    @Override
    public String prefix() {
        return "ee";
    }

    @Override
    public String uri() {
        return "http://www.mulesoft.org/schema/mule/ee/core";
    }

    @Override
    public List<ElementType> elements() {
        return Stream.of(Transform.TYPES, DynamicEvaluate.TYPES, Cache.TYPES)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<ErrorType> errorTypes() {
        return List.of();
    }
}
