package dev.hinny.plane.store;

/** A value that no column can hold, such as text with a NUL. */
public final class ValueRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ValueRefused(Throwable cause) {
        super("a value cannot be stored: " + cause.getMessage(), cause);
    }
}
