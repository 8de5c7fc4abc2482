package dev.hinny.runtime.model;

import dev.hinny.runtime.model.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * A flow or sub-flow.
 *
 * @param started whether its source starts with the application ({@code initialState})
 * @param maximumConcurrency how many events at once; 0: no bound
 */
public record FlowModel(
        String name,
        Kind kind,
        XmlElement element,
        Optional<XmlElement> source,
        List<XmlElement> processors,
        Optional<XmlElement> errorHandler,
        boolean started,
        int maximumConcurrency) {
    public FlowModel {
        processors = List.copyOf(processors);
    }

    /** A flow has a source, an error handler and its own correlation; a sub-flow is a piece of its caller. */
    public enum Kind {
        FLOW,
        SUB_FLOW
    }
}
