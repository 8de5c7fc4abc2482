package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import org.jspecify.annotations.Nullable;

/** {@code value} or {@code (value) if condition}. */
public record ArrayElement(
        SourceSpan span, Expression value, @Nullable Expression condition) implements Node {}
