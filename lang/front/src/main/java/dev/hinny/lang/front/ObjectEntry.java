package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands between the commas of an object. */
public sealed interface ObjectEntry extends Node {
    /** {@code key @(attributes): value}. */
    record Pair(SourceSpan span, KeyName key, List<Attribute> attributes, Expression value) implements ObjectEntry {
        public Pair {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * {@code (expression)}: all pairs of an object, or of the objects of an array. {@code (key: value) if condition}
     * is the spread of an object with one pair.
     *
     * @param condition null where there is none
     */
    record Spread(
            SourceSpan span, Expression value, @Nullable Expression condition) implements ObjectEntry {}
}
