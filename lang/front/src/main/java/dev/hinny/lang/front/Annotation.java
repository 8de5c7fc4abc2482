package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import java.util.List;

/** {@code @Name(argument = value)} before a directive or a parameter. */
public record Annotation(SourceSpan span, QualifiedName name, List<Argument> arguments) implements Node {
    public Annotation {
        arguments = List.copyOf(arguments);
    }

    public record Argument(SourceSpan span, Name name, Expression value) implements Node {}
}
