package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;

/** A piece of a string with holes. */
public sealed interface TemplatePart extends Node {
    /** Characters, their escapes resolved (raw in a custom template). */
    record Text(SourceSpan span, String value) implements TemplatePart {}

    /** {@code $name} or {@code $(value)}. */
    record Hole(SourceSpan span, Expression value) implements TemplatePart {}
}
