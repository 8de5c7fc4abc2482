package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import org.jspecify.annotations.Nullable;

/** What stands behind a dot or between brackets. */
public sealed interface Selector extends Node {
    /** What is taken: of the first hit or of all of them. */
    enum Kind {
        /** {@code .k}, {@code [k]}. */
        VALUE(""),
        /** {@code .*k}. */
        MULTI_VALUE("*"),
        /** {@code .@k}. */
        ATTRIBUTE("@"),
        /** {@code .*@k}, also written {@code .@*k}. */
        MULTI_ATTRIBUTE("*@"),
        /** {@code .&k}: the pair, as an object. */
        PAIR("&"),
        /** {@code .^k}. */
        METADATA("^");

        private final String symbol;

        Kind(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /** {@code .k} and {@code ..k} ({@code deep}) in all kinds. */
    record Named(SourceSpan span, Kind kind, boolean deep, KeyName.Fixed name) implements Selector {}

    /**
     * {@code [expression]}: an index, a range or a key, which the value decides; {@code [@e]}, {@code [&e]} and so
     * on.
     */
    record Dynamic(SourceSpan span, Kind kind, @Nullable String prefix, Expression key) implements Selector {}

    /**
     * {@code [?(condition)]}; {@code [*?(condition)]} with {@code all}.
     *
     * @param predicate an {@link Expression.ImplicitLambda} where {@code $} is used
     */
    record Filter(SourceSpan span, boolean all, Expression predicate) implements Selector {}

    /** {@code ..}: all descendants. */
    record Descendants(SourceSpan span) implements Selector {}

    /** {@code .@}: all attributes as an object. */
    record Attributes(SourceSpan span) implements Selector {}

    /** {@code .#}: the namespace of the key. */
    record NamespaceOf(SourceSpan span) implements Selector {}

    /** {@code .^}: all metadata as an object. */
    record Metadata(SourceSpan span) implements Selector {}
}
