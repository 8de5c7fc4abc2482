package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;

/** {@code name = value} behind the format of an {@code input} or {@code output} directive. */
public record Property(SourceSpan span, Name name, Expression value) implements Node {}
