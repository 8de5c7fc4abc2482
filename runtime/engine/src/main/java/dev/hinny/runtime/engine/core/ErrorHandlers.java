package dev.hinny.runtime.engine.core;

import dev.hinny.runtime.api.Chain;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.Element;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.api.element.Param;
import dev.hinny.runtime.engine.graph.ElementBuild;
import dev.hinny.runtime.engine.graph.ErrorHandling;
import dev.hinny.runtime.engine.graph.ErrorMatcher;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code error-handler} with its {@code on-error-continue} and {@code on-error-propagate}. */
final class ErrorHandlers {
    static final List<ElementType> TYPES = List.of(new ElementType.Configuration<>(
            "error-handler",
            Handlers.class,
            ErrorHandling.class,
            "What a flow or scope does with errors.",
            ErrorHandlers::create));

    private ErrorHandlers() {}

    @Element("error-handler")
    record Handlers(
            @Param("Name of a global error handler to use.") @Nullable
            String ref,

            @Param("Handlers, asked in order.") List<OnError> handlers) {}

    /** A handler of some errors. */
    sealed interface OnError {}

    @Element("on-error-continue")
    record OnErrorContinue(
            @Param("Error types it handles; any when absent.") @Nullable
            String type,

            @Param("Further condition.") @Nullable Expression when,

            @Param(value = "Whether the error is logged.", defaultValue = "true")
            boolean logException,

            @Param(value = "Whether a notification is sent.", defaultValue = "true")
            boolean enableNotifications,

            @Param("What it runs; the scope then ends well.")
            Chain chain)
            implements OnError {}

    @Element("on-error-propagate")
    record OnErrorPropagate(
            @Param("Error types it handles; any when absent.") @Nullable
            String type,

            @Param("Further condition.") @Nullable Expression when,

            @Param(value = "Whether the error is logged.", defaultValue = "true")
            boolean logException,

            @Param(value = "Whether a notification is sent.", defaultValue = "true")
            boolean enableNotifications,

            @Param("What it runs; the error then goes on.") Chain chain)
            implements OnError {}

    static ErrorHandling create(Handlers parameters, Build build) {
        ElementBuild core = (ElementBuild) build;
        if (parameters.ref != null) {
            return core.graph()
                    .errorHandler(parameters.ref)
                    .orElseGet(() -> new ErrorHandling(List.of(), core.graph().errorLog()));
        }
        List<ErrorHandling.OnError> handlers = new ArrayList<>();
        for (OnError handler : parameters.handlers) {
            switch (handler) {
                case OnErrorContinue c -> handlers.add(handler(true, c.type, c.when, c.logException, c.chain));
                case OnErrorPropagate p -> handlers.add(handler(false, p.type, p.when, p.logException, p.chain));
            }
        }
        return new ErrorHandling(handlers, core.graph().errorLog());
    }

    private static ErrorHandling.OnError handler(
            boolean proceed, @Nullable String type, @Nullable Expression when, boolean logged, Chain chain) {
        return new ErrorHandling.OnError(proceed, ErrorMatcher.of(type == null ? "" : type), when, logged, chain);
    }
}
