package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import org.jspecify.annotations.Nullable;

/** What a case of {@code match} compares with. Every {@code binding} is null where the case gives no name. */
public sealed interface Pattern extends Node {
    /** {@code else} and {@code else name}. */
    record Else(SourceSpan span, @Nullable Name binding) implements Pattern {}

    /** {@code name if guard}: matches whatever the guard accepts. */
    record Binding(SourceSpan span, Name binding) implements Pattern {}

    /** {@code "text"}, {@code name: 3}. */
    record Literal(SourceSpan span, @Nullable Name binding, Expression literal) implements Pattern {}

    /**
     * {@code name} or {@code module::name} without a guard: equal to that variable. A simple name that does not
     * resolve is a binding that always matches.
     */
    record Constant(SourceSpan span, Expression.Reference reference) implements Pattern {}

    /** {@code is Type}, {@code name is Type}. */
    record TypeTest(SourceSpan span, @Nullable Name binding, TypeExpression type) implements Pattern {}

    /** {@code matches /regex/}, {@code name matches /regex/}; the binding is the array of groups. */
    record Regex(SourceSpan span, @Nullable Name binding, Expression regex) implements Pattern {}

    /** {@code []}. */
    record EmptyArray(SourceSpan span) implements Pattern {}

    /** {@code {}}. */
    record EmptyObject(SourceSpan span) implements Pattern {}

    /** {@code [head ~ tail]}. */
    record ArrayParts(SourceSpan span, Name head, Name tail) implements Pattern {}

    /** {@code {key: value ~ tail}}. */
    record ObjectParts(SourceSpan span, Name key, Name value, Name tail) implements Pattern {}
}
