package dev.hinny.specs.validate;

/**
 * One way in which a message differs from its specification.
 *
 * @param pointer JSON pointer inside a body ({@code /items/0/price}, empty for the whole); the name of a parameter
 * @param message one sentence, in the words that clients of APIkit know: {@code required key [name] not found}
 */
public record Violation(Where where, String pointer, String message) {
    /** The part of the message. */
    public enum Where {
        BODY,
        QUERY,
        HEADER,
        URI,
        COOKIE
    }

    /** The pointer and the message: {@code /age expected type: Number, found: String}. */
    public String line() {
        return pointer.isEmpty() ? message : pointer + " " + message;
    }
}
