package dev.hinny.runtime.engine.core;

import dev.hinny.base.MediaType;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.api.element.Param;
import dev.hinny.runtime.engine.expression.Texts;
import dev.hinny.runtime.engine.graph.ElementBuild;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Steps that change or show the message: payload, variables, log lines, errors of the application's own. */
final class MessageSteps {
    static final List<ElementType> TYPES = List.of(
            new ElementType.ProcessorType<>(
                    "set-payload", SetPayload.class, "Replaces the payload.", MessageSteps::setPayload),
            new ElementType.ProcessorType<>(
                    "set-variable", SetVariable.class, "Sets a variable of the event.", MessageSteps::setVariable),
            new ElementType.ProcessorType<>(
                    "remove-variable", RemoveVariable.class, "Removes a variable.", MessageSteps::removeVariable),
            new ElementType.ProcessorType<>("logger", Log.class, "Writes a log line.", MessageSteps::logger),
            new ElementType.ProcessorType<>(
                    "raise-error", RaiseError.class, "Ends the flow with an error.", MessageSteps::raiseError));

    /** The category of a logger that names none; known from applications' logging configurations. */
    private static final String DEFAULT_CATEGORY = "org.mule.runtime.core.internal.processor.LoggerMessageProcessor";

    private MessageSteps() {}

    record SetPayload(
            @Param("The new payload.") Expression value,
            @Param("Media type of the payload.") @Nullable String mimeType,

            @Param("Character set of the payload.") @Nullable
            String encoding) {}

    private static Processor setPayload(SetPayload parameters, Build build) {
        Typing typing = Typing.of(parameters.mimeType, parameters.encoding, build);
        return event -> event.withPayload(typing.apply(parameters.value.transform(event, MediaType.JAVA)));
    }

    record SetVariable(
            @Param("Name of the variable.") Expression variableName,
            @Param("Its value.") Expression value,
            @Param("Media type of the value.") @Nullable String mimeType,
            @Param("Character set of the value.") @Nullable String encoding) {}

    private static Processor setVariable(SetVariable parameters, Build build) {
        Typing typing = Typing.of(parameters.mimeType, parameters.encoding, build);
        return event -> event.withVariable(
                parameters.variableName.text(event), typing.apply(parameters.value.transform(event, MediaType.JAVA)));
    }

    record RemoveVariable(@Param("Name of the variable.") Expression variableName) {}

    private static Processor removeVariable(RemoveVariable parameters, Build build) {
        return event -> event.withoutVariable(parameters.variableName.text(event));
    }

    record Log(
            @Param("What to write; evaluated only when the level is on.") @Nullable
            Expression message,

            @Param(value = "ERROR, WARN, INFO, DEBUG or TRACE.", defaultValue = "INFO")
            Expression level,

            @Param("Name of the logger.") @Nullable String category) {}

    private static Processor logger(Log parameters, Build build) {
        Level level = level(parameters.level, build);
        String category = parameters.category;
        Logger log = LoggerFactory.getLogger(category == null || category.isBlank() ? DEFAULT_CATEGORY : category);
        String application = build.application().name();
        String location = build.component().path();
        Expression message = parameters.message;
        return event -> {
            if (log.isEnabledForLevel(level)) {
                String text = message == null
                        ? "payload " + event.payload().mediaType() + ", variables "
                                + event.variables().keySet()
                        : Texts.of(message.transform(event, MediaType.JAVA));
                log.atLevel(level)
                        .addKeyValue("correlationId", event.correlationId())
                        .addKeyValue("application", application)
                        .addKeyValue("flow", event.context().flow())
                        .addKeyValue("element", location)
                        .log(text);
            }
            return event;
        };
    }

    private static Level level(Expression written, Build build) {
        String name = written.source().strip().toUpperCase(Locale.ROOT);
        for (Level level : Level.values()) {
            if (level.name().equals(name)) {
                return level;
            }
        }
        if (!name.contains("${")) {
            build.problems()
                    .error(
                            "BAD-VALUE",
                            build.place("level"),
                            "'level' is '" + written.source() + "' and must be one of ERROR, WARN, INFO, DEBUG, TRACE",
                            "");
        }
        return Level.INFO;
    }

    record RaiseError(
            @Param("NAMESPACE:IDENTIFIER; a namespace of no connector makes a type of the application.")
            String type,

            @Param("What went wrong.") @Nullable Expression description) {}

    private static Processor raiseError(RaiseError parameters, Build build) {
        ErrorType type = ((ElementBuild) build).graph().errorTypes().named(parameters.type);
        Expression description = parameters.description;
        return event -> {
            throw new FlowError(type, description == null ? "An error occurred." : description.text(event));
        };
    }
}
