package dev.hinny.lang.tools;

/** The arguments do not say what to do. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    /** What is wrong with the arguments. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
