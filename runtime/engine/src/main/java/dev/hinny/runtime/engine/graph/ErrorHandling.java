package dev.hinny.runtime.engine.graph;

import dev.hinny.runtime.api.Chain;
import dev.hinny.runtime.api.ErrorInfo;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a flow or scope does with an error: the first handler that matches runs; without one the error goes on.
 *
 * @see <a href="https://docs.mulesoft.com/mule-runtime/latest/error-handling">Error Handlers</a>
 */
public final class ErrorHandling {
    private final List<OnError> handlers;
    private final ErrorLog log;

    public ErrorHandling(List<OnError> handlers, ErrorLog log) {
        this.handlers = List.copyOf(handlers);
        this.log = log;
    }

    /**
     * One handler.
     *
     * @param proceed the scope goes on with the handler's result; else the error goes on
     * @param when further condition
     */
    public record OnError(
            boolean proceed, ErrorMatcher types, @Nullable Expression when, boolean logged, Chain chain) {
        boolean matches(FlowError error, Event event) throws FlowError {
            return types.matches(error.type()) && (when == null || when.bool(event));
        }
    }

    /**
     * @param scope the event as it entered the flow or scope
     * @return the event that the scope ends with
     * @throws FlowError the error that leaves the scope, with the event as the handler left it
     */
    public Event handle(FlowError error, Event scope) throws FlowError {
        Event failed = error.event() == null ? scope : error.event();
        Event at = failed.withContext(scope.context()).withError(error.info());
        ErrorInfo outer = scope.error().orElse(null);
        for (OnError handler : handlers) {
            if (!handler.matches(error, at)) {
                continue;
            }
            if (handler.logged) {
                log.error(error, at);
            }
            Event after = handler.chain.process(at);
            if (handler.proceed) {
                return after.withError(outer);
            }
            FlowError onwards = new FlowError(error.info(), after.withError(outer));
            onwards.setStackTrace(error.getStackTrace());
            onwards.markLogged();
            throw onwards;
        }
        log.error(error, at);
        FlowError onwards = new FlowError(error.info(), at.withError(outer));
        onwards.setStackTrace(error.getStackTrace());
        throw onwards.markLogged();
    }

    /** Logs an error where the flow has gone on already and nobody waits. */
    public void absorb(FlowError error, Event scope) {
        log.error(error, error.event() == null ? scope : error.event());
    }
}
