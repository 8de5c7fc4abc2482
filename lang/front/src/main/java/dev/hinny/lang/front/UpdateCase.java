package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code case (value, index) at .a.b[0]! if (condition) -> body}.
 *
 * @param value the name of the selected value, null where only {@code $} is used
 * @param index the name of its index or key, null where none is given
 * @param path only {@link Selector.Named} (values, multi values and attributes) and {@link Selector.Dynamic}, never
 *     empty in a document without problems
 * @param upsert whether {@code !} asks to create what is not there
 */
public record UpdateCase(
        SourceSpan span,
        @Nullable Name value,
        @Nullable Name index,
        List<Selector> path,
        boolean upsert,
        @Nullable Expression condition,
        Expression body)
        implements Node {
    public UpdateCase {
        path = List.copyOf(path);
    }
}
