package dev.hinny.specs;

import dev.hinny.base.SourceSpan;

/**
 * A named value of a request or response outside its body.
 *
 * @param style how arrays and objects are written as text
 * @param explode whether each item of an array is a pair of its own ({@code a=1&a=2})
 */
public record Parameter(
        String name,
        In in,
        boolean required,
        String displayName,
        String description,
        Shape shape,
        Style style,
        boolean explode,
        SourceSpan span) {

    /** Where a parameter stands. */
    public enum In {
        BASE_URI,
        PATH,
        QUERY,
        HEADER,
        COOKIE
    }

    /** OAS 3 section "Style Values"; RAML parameters are FORM in a query and SIMPLE elsewhere. */
    public enum Style {
        SIMPLE,
        LABEL,
        MATRIX,
        FORM,
        SPACE_DELIMITED,
        PIPE_DELIMITED,
        DEEP_OBJECT
    }
}
