package dev.hinny.plane.agent;

import java.io.IOException;

/** No controller gave the answer that was asked for. */
final class ControllersAway extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status of the last controller that answered at all, or 0 */
    ControllersAway(String message, int status) {
        super(message);
        this.status = status;
    }

    /** Whether the same question would be refused again. */
    boolean forGood() {
        return status == 400 || status == 413 || status == 415 || status == 422;
    }
}
