package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;

/** A declared or bound name. */
public record Name(SourceSpan span, String text) implements Node {
    @Override
    public String toString() {
        return text;
    }
}
