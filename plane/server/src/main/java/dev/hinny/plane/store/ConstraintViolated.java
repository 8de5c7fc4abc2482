package dev.hinny.plane.store;

/** A row of that key exists already, or others still refer to it. */
public final class ConstraintViolated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String constraint;

    public ConstraintViolated(String constraint, Throwable cause) {
        super("constraint '" + constraint + "' is violated", cause);
        this.constraint = constraint;
    }

    public String constraint() {
        return constraint;
    }
}
