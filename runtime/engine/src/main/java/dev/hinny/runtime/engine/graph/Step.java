package dev.hinny.runtime.engine.graph;

import dev.hinny.base.ProblemException;
import dev.hinny.runtime.api.Component;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Interceptor;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.store.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A processor at its place: every call passes here, where interceptors go around it and its errors get place and event. */
final class Step implements Processor {
    private final Component component;
    private final Processor processor;
    private final @Nullable Interceptor interceptor;
    private final List<ErrorMapping> mappings;

    Step(Component component, Processor processor, Optional<Interceptor> interceptor, List<ErrorMapping> mappings) {
        this.component = component;
        this.processor = processor;
        this.interceptor = interceptor.orElse(null);
        this.mappings = mappings;
    }

    Component component() {
        return component;
    }

    @Override
    public Event process(Event event) throws FlowError {
        try {
            return interceptor == null ? processor.process(event) : interceptor.around(component, event, processor);
        } catch (FlowError e) {
            throw mapped(e).in(component.location(), event);
        } catch (ProblemException e) {
            throw mapped(new FlowError(ErrorType.TRANSFORMATION, e.first().line(), e))
                    .in(component.location(), event);
        } catch (StoreUnavailableException e) {
            throw mapped(new FlowError(ErrorTypes.STORE_NOT_AVAILABLE, String.valueOf(e.getMessage()), e))
                    .in(component.location(), event);
        } catch (StackOverflowError e) {
            throw new FlowError(
                            ErrorType.CRITICAL, "'" + component.identifier() + "' needs more stack than there is", e)
                    .in(component.location(), event);
        } catch (RuntimeException | LinkageError e) {
            throw mapped(new FlowError(ErrorType.UNKNOWN, description(e), e)).in(component.location(), event);
        }
    }

    private String description(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? "'" + component.identifier() + "' failed with " + e.getClass().getName()
                : message;
    }

    private FlowError mapped(FlowError error) {
        for (ErrorMapping mapping : mappings) {
            if (mapping.source().matches(error.type())) {
                return mapping.apply(error);
            }
        }
        return error;
    }

    @Override
    public String toString() {
        return component.location();
    }
}
