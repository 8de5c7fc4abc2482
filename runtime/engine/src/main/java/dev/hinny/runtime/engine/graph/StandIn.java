package dev.hinny.runtime.engine.graph;

import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.model.xml.XmlElement;

/** An element of a connector that is not there: can be mocked, fails when it is executed. */
record StandIn(String element, String uri) implements Processor {
    static StandIn of(XmlElement element) {
        return new StandIn(element.qualifiedName(), element.uri());
    }

    @Override
    public Event process(Event event) throws FlowError {
        throw new FlowError(
                ErrorType.UNKNOWN,
                "the connector of '" + element + "' is not there (" + uri + "): add it, or mock the element in tests");
    }
}
