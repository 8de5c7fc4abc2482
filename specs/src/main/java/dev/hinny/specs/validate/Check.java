package dev.hinny.specs.validate;

import dev.hinny.specs.Node;
import java.util.List;

/** One compiled shape. */
interface Check {
    /** Consumes the current value and reports what is wrong with it. */
    void check(Tokens in, Sink out);

    /** Whether a value could be meant by this shape, judged by its kind alone. */
    boolean takes(Tokens.Kind kind);

    /** The checks that judge the same value as this one. */
    default List<Check> sameValue() {
        return List.of();
    }

    /** Whether a whole value fits. */
    default boolean fits(Node value, Sink place) {
        Sink trial = place.trial();
        check(new TreeTokens(value), trial);
        return trial.clean();
    }
}
