package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole script.
 *
 * @param header the directives in the order in which they are written; empty for a script that is only a body
 * @param body null for a module, which has only a header
 * @param comments all comments in the order of their places, for printers that keep them
 */
public record Document(
        SourceSpan span, List<Directive> header, @Nullable Expression body, List<Comment> comments) implements Node {
    public Document {
        header = List.copyOf(header);
        comments = List.copyOf(comments);
    }

    public boolean isModule() {
        return body == null;
    }

    /** A comment with its {@code //} or {@code /* *}{@code /} marks. */
    public record Comment(SourceSpan span, String text) implements Node {}
}
