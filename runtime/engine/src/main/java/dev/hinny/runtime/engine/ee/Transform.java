package dev.hinny.runtime.engine.ee;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.Element;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.api.element.Param;
import dev.hinny.runtime.engine.graph.ElementBuild;
import dev.hinny.runtime.model.xml.XmlAttribute;
import dev.hinny.runtime.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code ee:transform}: scripts for payload, attributes and variables. All of them see the event as it came in; the results
 * are set together.
 */
final class Transform {
    static final List<ElementType> TYPES = List.of(new ElementType.ProcessorType<>(
            "transform", Parameters.class, "Sets payload, attributes and variables by scripts.", Transform::create));

    private Transform() {}

    record Parameters(
            @Param("Scripts for the message.") @Nullable MessagePart message,
            @Param("Scripts for variables.") @Nullable Variables variables) {}

    @Element("message")
    record MessagePart(
            @Param("The payload.") @Nullable SetPayload setPayload,
            @Param("The attributes.") @Nullable SetAttributes setAttributes) {}

    @Element("set-payload")
    record SetPayload(
            @Param(value = "The script.", text = true) @Nullable
            String script,

            @Param("A file with the script.") @Nullable String resource,

            @Param("Media type when the script names none.") @Nullable
            String mimeType,

            @Param("Character set when the script names none.") @Nullable
            String encoding) {}

    @Element("set-attributes")
    record SetAttributes(
            @Param(value = "The script.", text = true) @Nullable
            String script,

            @Param("A file with the script.") @Nullable String resource,

            @Param("Media type when the script names none.") @Nullable
            String mimeType) {}

    @Element("variables")
    record Variables(@Param("A script a variable.") List<SetVariable> variables) {}

    @Element("set-variable")
    record SetVariable(
            @Param("Name of the variable.") String variableName,

            @Param(value = "The script.", text = true) @Nullable
            String script,

            @Param("A file with the script.") @Nullable String resource,

            @Param("Media type when the script names none.") @Nullable
            String mimeType,

            @Param("Character set when the script names none.") @Nullable
            String encoding) {}

    /** What a script sets. */
    private record Assignment(String variable, Expression script, MediaType fallback) {}

    private static Processor create(Parameters parameters, Build build) {
        ElementBuild core = (ElementBuild) build;
        Optional<XmlElement> message = core.element().child("message");
        Optional<Assignment> payload =
                message.flatMap(m -> m.child("set-payload")).flatMap(e -> assignment(e, core));
        Optional<Assignment> attributes =
                message.flatMap(m -> m.child("set-attributes")).flatMap(e -> assignment(e, core));
        List<Assignment> variables = new ArrayList<>();
        core.element()
                .child("variables")
                .ifPresent(v -> v.children("set-variable")
                        .forEach(e -> assignment(e, core).ifPresent(variables::add)));
        return event -> transform(event, payload, attributes, variables);
    }

    private static Optional<Assignment> assignment(XmlElement element, ElementBuild build) {
        Optional<XmlAttribute> resource = element.attribute("resource");
        Optional<Expression> script = resource.isPresent()
                ? build.graph().scriptFile(resource.get())
                : element.text().isBlank()
                        ? Optional.empty()
                        : Optional.of(
                                build.graph().scripts().script(element.text(), element.textPlace(), build.problems()));
        MediaType fallback = element.value("mimeType").flatMap(MediaType::parse).orElse(MediaType.JAVA);
        return script.map(s -> new Assignment(element.value("variableName").orElse(""), s, fallback));
    }

    private static Event transform(
            Event event, Optional<Assignment> payload, Optional<Assignment> attributes, List<Assignment> variables)
            throws FlowError {
        Event changed = event;
        if (payload.isPresent()) {
            changed = changed.withPayload(value(payload.get(), event));
        }
        if (attributes.isPresent()) {
            changed = changed.withMessage(changed.message().withAttributes(value(attributes.get(), event)));
        }
        if (!variables.isEmpty()) {
            Map<String, TypedValue> all = new LinkedHashMap<>(event.variables());
            for (Assignment variable : variables) {
                all.put(variable.variable, value(variable, event));
            }
            changed = changed.withVariables(all);
        }
        return changed;
    }

    private static TypedValue value(Assignment assignment, Event event) throws FlowError {
        return assignment.script.transform(event, assignment.fallback);
    }
}
