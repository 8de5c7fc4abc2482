package dev.hinny.runtime.engine.core;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.Chain;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.api.element.Param;
import dev.hinny.runtime.engine.expression.ErrorValues;
import java.util.Iterator;
import java.util.List;

/** {@code foreach}: the items of a collection one after the other. */
final class Loops {
    static final List<ElementType> TYPES = List.of(new ElementType.ProcessorType<>(
            "foreach",
            ForEach.class,
            "Runs its processors for each item; the payload stays as it was.",
            Loops::forEach));

    private Loops() {}

    record ForEach(
            @Param(value = "What to go over.", defaultValue = "#[payload]")
            Expression collection,

            @Param(value = "How many items at a time.", defaultValue = "1")
            Expression batchSize,

            @Param(value = "Variable with the number of the round, from 1.", defaultValue = "counter")
            String counterVariableName,

            @Param(value = "Variable with the message as it was.", defaultValue = "rootMessage")
            String rootMessageVariableName,

            @Param("What each round runs.") Chain chain) {}

    private static Processor forEach(ForEach parameters, Build build) {
        return event -> loop(parameters, event);
    }

    private static Event loop(ForEach parameters, Event event) throws FlowError {
        Split split = Split.of(parameters.collection, event);
        int size = (int) Math.max(1, parameters.batchSize.number(event));
        String counter = parameters.counterVariableName;
        String root = parameters.rootMessageVariableName;
        TypedValue rootMessage = TypedValue.of(ErrorValues.message(event.message()), MediaType.JAVA);
        Event current = event;
        Iterator<Value> items = split.items().iterator();
        for (long round = 1; items.hasNext(); round++) {
            TypedValue payload = size == 1 ? split.item(items.next()) : split.batch(items, size);
            Event inside = current.withMessage(event.message().withPayload(payload))
                    .withVariable(counter, TypedValue.of(NumberValue.of(round), MediaType.JAVA))
                    .withVariable(root, rootMessage);
            current = parameters.chain.process(inside);
        }
        return restore(restore(current.withMessage(event.message()), counter, event), root, event);
    }

    private static Event restore(Event event, String name, Event before) {
        return before.variable(name).map(v -> event.withVariable(name, v)).orElseGet(() -> event.withoutVariable(name));
    }
}
