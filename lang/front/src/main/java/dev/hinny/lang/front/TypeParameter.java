package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import org.jspecify.annotations.Nullable;

/** {@code T} or {@code T <: Bound} between angle brackets. */
public record TypeParameter(
        SourceSpan span, Name name, @Nullable TypeExpression bound) implements Node {}
