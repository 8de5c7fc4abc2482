package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import org.jspecify.annotations.Nullable;

/** {@code case pattern if guard -> body}; {@code else name -> body} has the pattern {@link Pattern.Else}. */
public record MatchCase(
        SourceSpan span, Pattern pattern, @Nullable Expression guard, Expression body) implements Node {}
