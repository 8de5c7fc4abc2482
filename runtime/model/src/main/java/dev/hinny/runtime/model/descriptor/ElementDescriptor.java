package dev.hinny.runtime.model.descriptor;

import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.element.ElementType;

/** An element type with the provider that it comes from. */
public record ElementDescriptor(ConnectorProvider provider, ElementType type, RecordDescriptor record) {
    /** {@code http:request}; core elements without prefix. */
    public String qualifiedName() {
        return provider.prefix().equals("mule") ? type.name() : provider.prefix() + ":" + type.name();
    }
}
