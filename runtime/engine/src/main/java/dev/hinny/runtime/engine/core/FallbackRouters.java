package dev.hinny.runtime.engine.core;

import dev.hinny.runtime.api.Chain;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.api.element.Param;
import dev.hinny.runtime.engine.graph.ElementBuild;
import dev.hinny.runtime.engine.graph.Target;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** {@code first-successful} and {@code round-robin}: one of several routes. */
final class FallbackRouters {
    static final List<ElementType> TYPES = List.of(
            new ElementType.ProcessorType<>(
                    "first-successful",
                    Routes.class,
                    "Runs routes in order until one does not fail.",
                    FallbackRouters::firstSuccessful),
            new ElementType.ProcessorType<>(
                    "round-robin", Routes.class, "Runs one route an event, in turn.", FallbackRouters::roundRobin));

    private FallbackRouters() {}

    record Routes(
            @Param("Variable that takes the result.") @Nullable
            String target,

            @Param("What of the result the variable takes.") @Nullable
            String targetValue,

            @Param("The routes.") List<ParallelRouters.Route> routes) {}

    private static Processor firstSuccessful(Routes parameters, Build build) {
        List<Chain> routes = chains(parameters);
        Target target = ((ElementBuild) build).target();
        return event -> {
            FlowError last = new FlowError(ErrorType.ROUTING, "'first-successful' has no route");
            for (Chain route : routes) {
                try {
                    return result(event, route.process(event), target);
                } catch (FlowError e) {
                    last = e;
                }
            }
            throw last;
        };
    }

    private static Processor roundRobin(Routes parameters, Build build) {
        List<Chain> routes = chains(parameters);
        Target target = ((ElementBuild) build).target();
        AtomicLong turn = new AtomicLong();
        return event -> routes.isEmpty()
                ? event
                : result(
                        event,
                        routes.get((int) (turn.getAndIncrement() % routes.size()))
                                .process(event),
                        target);
    }

    private static Event result(Event before, Event after, Target target) throws FlowError {
        return target.variable() == null ? after : target.put(before, after.message());
    }

    private static List<Chain> chains(Routes parameters) {
        return parameters.routes.stream().map(ParallelRouters.Route::chain).toList();
    }
}
