package dev.hinny.runtime.api;

import dev.hinny.runtime.api.element.ElementType;
import java.util.List;

/**
 * A connector: one XML namespace with its elements and error types. Found with {@link java.util.ServiceLoader}; has no
 * state. The element types are the only source for validating XML, for forms, documentation and mock matching.
 */
public interface ConnectorProvider {
    /** The prefix that applications use and that error types carry in upper case. */
    String prefix();

    /** {@code http://www.mulesoft.org/schema/mule/http}. */
    String uri();

    List<ElementType> elements();

    /** Beyond the core's; parents before children. */
    List<ErrorType> errorTypes();
}
