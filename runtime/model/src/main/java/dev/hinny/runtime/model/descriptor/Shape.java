package dev.hinny.runtime.model.descriptor;

import java.util.List;

/** What a parameter looks like in XML. */
public sealed interface Shape {
    /** An attribute with a literal of a Java type: text, number, flag or one of an enum. */
    record Literal(Class<?> type) implements Shape {}

    /** An attribute, or a child element with text, that may hold an expression. */
    record Script() implements Shape {}

    /** A child element with a map: an expression, or one child a key. */
    record Pairs() implements Shape {}

    /** A child element, one of several by name; {@code many}: they may repeat and mix. */
    record Children(List<RecordDescriptor> choices, boolean many) implements Shape {}

    /** The processors inside the element. */
    record Processors() implements Shape {}
}
