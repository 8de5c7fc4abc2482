package dev.hinny.plane.store;

/** The database cannot be reached or went away: nothing was acknowledged, trying again later may work. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(Throwable cause) {
        super("the database is not available: " + cause.getMessage(), cause);
    }
}
