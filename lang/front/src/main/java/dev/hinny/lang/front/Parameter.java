package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter of a function, a lambda or an annotation declaration. */
public record Parameter(
        SourceSpan span,
        List<Annotation> annotations,
        Name name,
        @Nullable TypeExpression type,
        @Nullable Expression defaultValue)
        implements Node {
    public Parameter {
        annotations = List.copyOf(annotations);
    }
}
