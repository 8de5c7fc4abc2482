package dev.hinny.runtime.engine.graph;

import dev.hinny.runtime.api.Chain;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Processor;
import java.util.List;

/** Processors one after the other. */
final class ProcessorChain implements Chain {
    private final Processor[] steps;

    ProcessorChain(List<? extends Processor> steps) {
        this.steps = steps.toArray(Processor[]::new);
    }

    @Override
    public Event process(Event event) throws FlowError {
        Event current = event;
        for (Processor step : steps) {
            current = step.process(current);
        }
        return current;
    }

    @Override
    public boolean isEmpty() {
        return steps.length == 0;
    }
}
