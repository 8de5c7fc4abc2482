package dev.hinny.runtime.engine.graph;

import dev.hinny.runtime.api.Chain;
import dev.hinny.runtime.api.Component;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowEntry;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Interceptor;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.Processor;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A flow that runs: its processors and its error handler. */
public final class FlowRuntime implements FlowEntry, FlowTarget {
    /** How deep flow references may go; a virtual thread's stack holds several times as many. */
    private static final int MAXIMUM_DEPTH = 500;

    private final String name;
    private final Chain chain;
    private final Processor body;
    private final ErrorHandling errors;
    private final @Nullable Semaphore permits;
    private final Work work;

    FlowRuntime(
            String name,
            Chain chain,
            ErrorHandling errors,
            int maximumConcurrency,
            Work work,
            Component component,
            Optional<Interceptor> interceptor) {
        this.body = Interception.around(this::execute, component, interceptor);
        this.name = name;
        this.chain = chain;
        this.errors = errors;
        this.permits = maximumConcurrency > 0 ? new Semaphore(maximumConcurrency) : null;
        this.work = work;
    }

    @Override
    public String flowName() {
        return name;
    }

    @Override
    public Event event(Message message, String correlationId) {
        String id = correlationId.isEmpty() ? UUID.randomUUID().toString() : correlationId;
        return Event.start(message, id, new Event.Context(name, 0, name));
    }

    @Override
    public Event run(Event event) throws FlowError {
        if (permits != null && !permits.tryAcquire()) {
            throw new FlowError(
                    ErrorType.FLOW_BACK_PRESSURE,
                    "the flow '" + name + "' has as many events in flight as 'maxConcurrency' allows");
        }
        work.enter();
        try {
            Event.Context caller = event.context();
            if (caller.flow().equals(name)) {
                return body.process(event);
            }
            checkDepth(name, caller);
            return body.process(event.withContext(caller.enter(name))).withContext(caller);
        } finally {
            work.exit();
            if (permits != null) {
                permits.release();
            }
        }
    }

    @Override
    public Event call(Event event) throws FlowError {
        Event.Context caller = event.context();
        checkDepth(name, caller);
        if (permits != null) {
            permits.acquireUninterruptibly();
        }
        try {
            Event inside = event.withContext(caller.enter(name)).withError(null);
            return body.process(inside)
                    .withContext(caller)
                    .withError(event.error().orElse(null));
        } finally {
            if (permits != null) {
                permits.release();
            }
        }
    }

    private Event execute(Event event) throws FlowError {
        try {
            return chain.process(event);
        } catch (FlowError e) {
            return errors.handle(e, event);
        }
    }

    static void checkDepth(String name, Event.Context context) throws FlowError {
        if (context.depth() >= MAXIMUM_DEPTH) {
            throw new FlowError(
                    ErrorType.CRITICAL,
                    "flow references are " + MAXIMUM_DEPTH + " deep at '" + name
                            + "': does a flow call itself without end?");
        }
    }
}
