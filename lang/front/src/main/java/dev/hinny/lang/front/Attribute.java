package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import org.jspecify.annotations.Nullable;

/** What stands between the commas of {@code @(...)}. */
public sealed interface Attribute extends Node {
    record Pair(SourceSpan span, KeyName key, Expression value) implements Attribute {}

    /** {@code (object)}, or {@code (key: value) if condition} as the spread of an object with one pair. */
    record Spread(
            SourceSpan span, Expression value, @Nullable Expression condition) implements Attribute {}
}
