package dev.hinny.runtime.engine.ee;

import dev.hinny.base.MediaType;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.api.element.Param;
import dev.hinny.runtime.engine.expression.Scripts;
import dev.hinny.runtime.engine.graph.ElementBuild;
import dev.hinny.runtime.engine.graph.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ee:dynamic-evaluate}: runs a script that an expression gives. */
final class DynamicEvaluate {
    static final List<ElementType> TYPES = List.of(new ElementType.ProcessorType<>(
            "dynamic-evaluate",
            Parameters.class,
            "Runs the script that an expression gives.",
            DynamicEvaluate::create));

    /** Compiled scripts that are kept, the least recently used dropped first. */
    private static final int KEPT = 200;

    private DynamicEvaluate() {}

    record Parameters(
            @Param("Gives the text of the script.") Expression expression,

            @Param("An object whose entries the script sees by name.") @Nullable
            Expression parameters,

            @Param("Media type when the script names none.") @Nullable
            String outputMimeType,

            @Param("Variable that takes the result.") @Nullable
            String target,

            @Param("What of the result the variable takes.") @Nullable
            String targetValue) {}

    private static Processor create(Parameters parameters, Build build) {
        ElementBuild core = (ElementBuild) build;
        Scripts scripts = core.graph().scripts();
        Target target = core.target();
        SourceSpan place =
                SourceSpan.file("dynamic-evaluate at " + core.element().place());
        Map<String, Expression> compiled = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Expression> eldest) {
                return size() > KEPT;
            }
        };
        return event -> {
            Map<String, TypedValue> more = names(parameters, event);
            String text = parameters.expression.text(event);
            Expression script;
            synchronized (compiled) {
                script = compiled.get(more.keySet() + text);
            }
            if (script == null) {
                script = compile(scripts, text, place, more);
                synchronized (compiled) {
                    compiled.put(more.keySet() + text, script);
                }
            }
            TypedValue result = more.isEmpty()
                    ? script.transform(event, MediaType.JAVA)
                    : TypedValue.of(script.evaluate(event, more), MediaType.JAVA);
            return target.put(event, event.message().withPayload(result));
        };
    }

    private static Map<String, TypedValue> names(Parameters parameters, Event event) throws FlowError {
        Map<String, TypedValue> names = new LinkedHashMap<>();
        if (parameters.parameters != null && parameters.parameters.evaluate(event) instanceof ObjectValue object) {
            for (Entry entry : object) {
                names.put(entry.key().name(), TypedValue.of(entry.value(), MediaType.JAVA));
            }
        }
        return names;
    }

    private static Expression compile(Scripts scripts, String text, SourceSpan place, Map<String, TypedValue> more)
            throws FlowError {
        Problems problems = new Problems();
        Expression script = scripts.script(text, place, problems, more.keySet().toArray(String[]::new));
        try {
            problems.throwIfErrors();
        } catch (ProblemException e) {
            throw new FlowError(ErrorType.EXPRESSION, e.first().line(), e);
        }
        return script;
    }
}
