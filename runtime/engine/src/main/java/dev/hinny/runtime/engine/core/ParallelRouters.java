package dev.hinny.runtime.engine.core;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.Chain;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.Element;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.api.element.Param;
import dev.hinny.runtime.engine.expression.ErrorValues;
import dev.hinny.runtime.engine.graph.ElementBuild;
import dev.hinny.runtime.engine.graph.Target;
import dev.hinny.runtime.engine.graph.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code scatter-gather} and {@code parallel-foreach}: branches at once. */
final class ParallelRouters {
    static final List<ElementType> TYPES = List.of(
            new ElementType.ProcessorType<>(
                    "scatter-gather",
                    ScatterGather.class,
                    "Runs all routes at once and collects their messages.",
                    ParallelRouters::scatterGather),
            new ElementType.ProcessorType<>(
                    "parallel-foreach",
                    ParallelForEach.class,
                    "Runs its processors for all items at once and collects the messages in order.",
                    ParallelRouters::parallelForEach));

    private ParallelRouters() {}

    @Element("route")
    record Route(@Param("What it runs.") Chain chain) {}

    @Element("collect-list")
    record CollectList() {}

    record ScatterGather(
            @Param(value = "Milliseconds after which a route has failed; 0: none.", defaultValue = "0")
            long timeout,

            @Param(value = "How many routes at once; 0: all.", defaultValue = "0")
            int maxConcurrency,

            @Param("Variable that takes the result.") @Nullable
            String target,

            @Param("What of the result the variable takes.") @Nullable
            String targetValue,

            @Param("Gives an array of messages rather than an object.") @Nullable
            CollectList collectList,

            @Param("The routes.") List<Route> routes) {}

    private static Processor scatterGather(ScatterGather parameters, Build build) {
        Work work = ((ElementBuild) build).graph().work();
        Target target = ((ElementBuild) build).target();
        Parallel parallel = new Parallel(work, parameters.maxConcurrency, parameters.timeout);
        boolean asList = parameters.collectList != null;
        return event -> {
            List<Event> starts = new ArrayList<>();
            List<Parallel.Branch> branches = new ArrayList<>();
            for (Route route : parameters.routes) {
                Event start = Parallel.shared(event);
                starts.add(start);
                branches.add(new Parallel.Branch(route.chain, start));
            }
            List<Event> ends = events(parallel.run(branches));
            List<Message> messages = ends.stream().map(Event::message).toList();
            TypedValue collected = asList ? list(messages) : byRoute(messages);
            return target.put(merged(event, starts, ends), Message.of(collected));
        };
    }

    private static List<Event> events(List<Parallel.Outcome> outcomes) throws FlowError {
        List<Event> events = new ArrayList<>(outcomes.size());
        for (Parallel.Outcome outcome : outcomes) {
            if (outcome.event() == null) {
                throw Parallel.failure(outcomes);
            }
            events.add(outcome.event());
        }
        return events;
    }

    private static TypedValue byRoute(List<Message> messages) {
        Map<String, Value> routes = new LinkedHashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            routes.put(String.valueOf(i), ErrorValues.message(messages.get(i)));
        }
        return Results.object(routes);
    }

    private static TypedValue list(List<Message> messages) {
        return TypedValue.of(
                ArrayValue.of(messages.stream().map(ErrorValues::message).toList()), MediaType.JAVA);
    }

    /** Variables that one route set keep its value; those that several set are the array of their values. */
    private static Event merged(Event event, List<Event> starts, List<Event> ends) {
        Map<String, List<TypedValue>> changes = new LinkedHashMap<>();
        for (int i = 0; i < ends.size(); i++) {
            Map<String, TypedValue> before = starts.get(i).variables();
            ends.get(i).variables().forEach((name, value) -> {
                if (before.get(name) != value) {
                    changes.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
                }
            });
        }
        Event merged = event;
        for (Map.Entry<String, List<TypedValue>> change : changes.entrySet()) {
            List<TypedValue> values = change.getValue();
            merged = merged.withVariable(
                    change.getKey(),
                    values.size() == 1
                            ? values.get(0)
                            : TypedValue.of(
                                    ArrayValue.of(values.stream()
                                            .map(ErrorValues::typed)
                                            .toList()),
                                    MediaType.JAVA));
        }
        return merged;
    }

    record ParallelForEach(
            @Param(value = "What to go over.", defaultValue = "#[payload]")
            Expression collection,

            @Param(value = "Milliseconds after which an item has failed; 0: none.", defaultValue = "0")
            long timeout,

            @Param(value = "How many items at once; 0: all.", defaultValue = "0")
            int maxConcurrency,

            @Param(value = "Variable with the number of the item, from 1.", defaultValue = "counter")
            String counterVariableName,

            @Param(value = "Variable with the message as it was.", defaultValue = "rootMessage")
            String rootMessageVariableName,

            @Param("Variable that takes the result.") @Nullable
            String target,

            @Param("What of the result the variable takes.") @Nullable
            String targetValue,

            @Param("What runs for each item.") Chain chain) {}

    private static Processor parallelForEach(ParallelForEach parameters, Build build) {
        Work work = ((ElementBuild) build).graph().work();
        Target target = ((ElementBuild) build).target();
        Parallel parallel = new Parallel(work, parameters.maxConcurrency, parameters.timeout);
        return event -> {
            Split split = Split.of(parameters.collection, event);
            TypedValue root = TypedValue.of(ErrorValues.message(event.message()), MediaType.JAVA);
            List<Parallel.Branch> branches = new ArrayList<>();
            for (Value item : split.items()) {
                TypedValue number = TypedValue.of(NumberValue.of(branches.size() + 1L), MediaType.JAVA);
                Event start = Parallel.shared(event.withMessage(event.message().withPayload(split.item(item))))
                        .withVariable(parameters.counterVariableName, number)
                        .withVariable(parameters.rootMessageVariableName, root);
                branches.add(new Parallel.Branch(parameters.chain, start));
            }
            List<Event> ends = events(parallel.run(branches));
            return target.put(
                    event, Message.of(list(ends.stream().map(Event::message).toList())));
        };
    }
}
