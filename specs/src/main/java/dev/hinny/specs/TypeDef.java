package dev.hinny.specs;

import dev.hinny.base.SourceSpan;

/** A named type. */
public record TypeDef(String name, Shape shape, SourceSpan span) {}
