package dev.hinny.runtime.engine.core;

import dev.hinny.runtime.api.Chain;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.Element;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.api.element.Param;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code choice}: the first route whose expression is true. */
final class Choices {
    static final List<ElementType> TYPES = List.of(new ElementType.ProcessorType<>(
            "choice", Choice.class, "Runs the first route whose expression is true.", Choices::choice));

    private Choices() {}

    record Choice(
            @Param("Routes, asked in order.") List<When> when,

            @Param("The route when no other fits.") @Nullable
            Otherwise otherwise) {}

    @Element("when")
    record When(
            @Param("Whether this route is taken.") Expression expression,
            @Param("What it runs.") Chain chain) {}

    @Element("otherwise")
    record Otherwise(@Param("What it runs.") Chain chain) {}

    private static Processor choice(Choice parameters, Build build) {
        List<When> routes = parameters.when;
        Otherwise otherwise = parameters.otherwise;
        return event -> {
            for (When route : routes) {
                if (route.expression.bool(event)) {
                    return route.chain.process(event);
                }
            }
            return otherwise == null ? event : otherwise.chain.process(event);
        };
    }
}
