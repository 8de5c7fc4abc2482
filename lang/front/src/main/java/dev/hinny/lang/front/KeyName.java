package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import org.jspecify.annotations.Nullable;

/** The name of a key, an attribute or a selector. */
public sealed interface KeyName extends Node {
    /**
     * {@code name}, {@code "name"}, {@code "with $(hole)"}, each also as {@code prefix#name}.
     *
     * @param prefix the name of the namespace in scope, null where none is written
     * @param name a {@link Expression.StringLiteral} or a {@link Expression.Template}
     */
    record Fixed(SourceSpan span, @Nullable String prefix, Expression name) implements KeyName {}

    /** {@code (expression)}. */
    record Dynamic(SourceSpan span, Expression name) implements KeyName {}
}
