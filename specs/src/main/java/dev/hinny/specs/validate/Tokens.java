package dev.hinny.specs.validate;

import dev.hinny.specs.Node;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A value that is read once, from JSON text or from a tree. */
interface Tokens {
    /** The kinds of values, in the words of the messages. */
    enum Kind {
        OBJECT("JSONObject"),
        ARRAY("JSONArray"),
        STRING("String"),
        NUMBER("Number"),
        BOOLEAN("Boolean"),
        NULL("Null");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    Kind kind();

    String text();

    BigDecimal number();

    boolean bool();

    /** Steps into the current object or array. */
    void enter();

    /** Moves to the next value of the object; null after the last one, which also leaves the object. */
    @Nullable
    String nextKey();

    /** Moves to the next item of the array; false after the last one, which also leaves the array. */
    boolean nextItem();

    /** Passes over the current value. */
    void skip();

    /** Passes over the current value and gives it as a tree. */
    Node node();

    /** What a message calls the current value. */
    default String found() {
        return kind() == Kind.NUMBER && number().stripTrailingZeros().scale() <= 0 ? "Integer" : kind().word();
    }
}
