package dev.hinny.runtime.engine.core;

import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.api.element.Param;
import dev.hinny.runtime.engine.graph.ElementBuild;
import dev.hinny.runtime.engine.graph.FlowTarget;
import dev.hinny.runtime.engine.graph.GraphBuilder;
import dev.hinny.runtime.engine.graph.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code flow-ref}: runs another flow or sub-flow in the same execution. */
final class FlowReference {
    static final List<ElementType> TYPES = List.of(new ElementType.ProcessorType<>(
            "flow-ref", Parameters.class, "Runs another flow or sub-flow.", FlowReference::create));

    private FlowReference() {}

    record Parameters(
            @Param("Name of the flow or sub-flow; may be an expression.")
            Expression name,

            @Param("Variable that takes the result; the event then stays as it was.") @Nullable
            String target,

            @Param("What of the result the variable takes.") @Nullable
            String targetValue) {}

    private static Processor create(Parameters parameters, Build build) {
        GraphBuilder graph = ((ElementBuild) build).graph();
        Target target = ((ElementBuild) build).target();
        Expression name = parameters.name;
        return event -> {
            Event result = find(graph, name.text(event)).call(event);
            return target.variable() == null ? result : target.put(event, result.message());
        };
    }

    private static FlowTarget find(GraphBuilder graph, String name) throws FlowError {
        return graph.target(name)
                .orElseThrow(() -> new FlowError(ErrorType.ROUTING, "there is no flow or sub-flow '" + name + "'"));
    }
}
