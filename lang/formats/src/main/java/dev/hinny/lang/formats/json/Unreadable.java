package dev.hinny.lang.formats.json;

/** What the parser found wrong at an offset of its bytes; whoever knows the document makes a format exception of it. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The bytes ended within a value, and more may follow. */
    static final Unreadable MORE = new Unreadable("more is needed", 0);

    private final int offset;

    Unreadable(String message, int offset) {
        super(message, null, false, false);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
