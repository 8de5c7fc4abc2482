package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code name @(a: String)*?: Type} of an object type.
 *
 * @param key what the key has to be
 */
public record FieldType(
        SourceSpan span,
        Key key,
        List<AttributeType> attributes,
        boolean repeated,
        boolean optional,
        TypeExpression type)
        implements Node {
    public FieldType {
        attributes = List.copyOf(attributes);
    }

    /** {@code name?: Type} of the attributes of a key. */
    public record AttributeType(SourceSpan span, Key key, boolean optional, TypeExpression type) implements Node {}

    /** What names a field or an attribute. */
    public sealed interface Key {
        /** {@code name}, {@code prefix#name}, {@code "name"}. */
        record Named(@Nullable String prefix, String name) implements Key {}

        /** {@code _}: any key. */
        record Any() implements Key {}

        /** {@code (K)}, {@code (K <: Bound)}: the type parameter that holds the key. */
        record Parameter(TypeParameter parameter) implements Key {}
    }
}
