package dev.hinny.runtime.engine.graph;

import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.Operation;
import dev.hinny.runtime.api.Processor;

/** Puts what an operation answers into the event. */
record OperationStep(Operation operation, Target target) implements Processor {
    @Override
    public Event process(Event event) throws FlowError {
        Message message = operation.execute(event);
        return target.put(event, message);
    }
}
