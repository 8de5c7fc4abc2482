package dev.hinny.runtime.engine.core;

import dev.hinny.base.MediaType;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.api.element.Param;
import dev.hinny.runtime.engine.graph.ElementBuild;
import dev.hinny.runtime.engine.graph.Target;
import dev.hinny.runtime.model.xml.XmlAttribute;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code parse-template}: a text with expressions in it, inline or from a file. */
final class TemplateSteps {
    static final List<ElementType> TYPES = List.of(new ElementType.ProcessorType<>(
            "parse-template",
            ParseTemplate.class,
            "Fills a text with the results of its expressions.",
            TemplateSteps::parseTemplate));

    private TemplateSteps() {}

    record ParseTemplate(
            @Param("The text.") @Nullable Expression content,

            @Param("A file of the application with the text.") @Nullable
            String location,

            @Param("Media type of the result.") @Nullable String outputMimeType,
            @Param("Character set of the result.") @Nullable String outputEncoding,

            @Param("Variable that takes the result.") @Nullable
            String target,

            @Param("What of the result the variable takes.") @Nullable
            String targetValue) {}

    private static Processor parseTemplate(ParseTemplate parameters, Build build) {
        Typing typing = Typing.of(parameters.outputMimeType, parameters.outputEncoding, build);
        Target target = ((ElementBuild) build).target();
        Optional<Expression> text = Optional.ofNullable(parameters.content)
                .or(() -> ((ElementBuild) build)
                        .element()
                        .attribute("location")
                        .flatMap(a -> file(a, (ElementBuild) build)));
        if (text.isEmpty() && parameters.location == null) {
            build.problems()
                    .error(
                            "MISSING-ATTRIBUTE",
                            ((ElementBuild) build).element().place(),
                            "'parse-template' needs 'content' or 'location'",
                            "");
        }
        return event -> {
            String filled = text.isPresent() ? text.get().text(event) : "";
            TypedValue result = TypedValue.of(StringValue.of(filled), MediaType.TEXT);
            return target.put(event, event.message().withPayload(typing.apply(result)));
        };
    }

    private static Optional<Expression> file(XmlAttribute location, ElementBuild build) {
        return build.graph().textFile(location).map(t -> build.graph().expression(t.text(), SourceSpan.file(t.name())));
    }
}
