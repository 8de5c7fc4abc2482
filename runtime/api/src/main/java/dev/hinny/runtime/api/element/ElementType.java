package dev.hinny.runtime.api.element;

import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Operation;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.Source;
import java.util.List;

/**
 * An element that may stand in an application: its name, the record that holds its parameters (see {@link Param}), and how
 * the running thing is built from them.
 */
public sealed interface ElementType {
    /** Local name, such as {@code request}. */
    String name();

    /** A record whose components are the element's attributes and children. */
    Class<? extends Record> parameters();

    /** One sentence. */
    String description();

    /**
     * A global element that others refer to by name. What it builds is started with the application when it is
     * {@link Lifecycle}.
     *
     * @param type what operations ask for with {@link Build#configuration}
     */
    record Configuration<P extends Record, C>(
            String name, Class<P> parameters, Class<C> type, String description, Factory<P, C> factory)
            implements ElementType {}

    /** An operation in a flow; it accepts {@code target} and {@code targetValue} besides its own parameters. */
    record OperationType<P extends Record>(
            String name, Class<P> parameters, String description, List<ErrorType> errors, Factory<P, Operation> factory)
            implements ElementType {}

    /** A processor with full say over the event: routers, scopes and the core's own steps. */
    record ProcessorType<P extends Record>(
            String name, Class<P> parameters, String description, Factory<P, Processor> factory)
            implements ElementType {}

    /** A source at the head of a flow. */
    record SourceType<P extends Record>(
            String name, Class<P> parameters, String description, Factory<P, Source> factory) implements ElementType {}

    /** Makes the running thing; collects what is wrong with the parameters in {@link Build#problems}. */
    @FunctionalInterface
    interface Factory<P extends Record, T> {
        T create(P parameters, Build build);
    }
}
