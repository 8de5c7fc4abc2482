package dev.hinny.http;

import java.io.IOException;

/** A body has more bytes than its reader or the server accepts. Uncaught in a handler it becomes a 413 answer. */
public final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    BodyTooLargeException(long limit) {
        super("the body has more than the " + limit + " bytes that are accepted");
        this.limit = limit;
    }

    /** The limit in bytes. */
    public long limit() {
        return limit;
    }
}
