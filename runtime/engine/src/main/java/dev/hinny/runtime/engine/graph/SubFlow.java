package dev.hinny.runtime.engine.graph;

import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Processor;

/** A piece of its callers: no error handler and no name of its own at run time. */
record SubFlow(String name, Processor body) implements FlowTarget {
    @Override
    public Event call(Event event) throws FlowError {
        Event.Context context = event.context();
        FlowRuntime.checkDepth(name, context);
        Event inside = event.withContext(
                new Event.Context(context.flow(), context.depth() + 1, context.source(), context.caller()));
        return body.process(inside).withContext(context);
    }
}
