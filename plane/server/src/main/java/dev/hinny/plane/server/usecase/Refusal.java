package dev.hinny.plane.server.usecase;

import java.util.List;

/** A request that is not carried out, with the status and message that its sender gets. Nothing was changed. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<String> details;

    public Refusal(int status, String message, List<String> details) {
        super(message);
        this.status = status;
        this.details = List.copyOf(details);
    }

    public static Refusal badRequest(String message) {
        return new Refusal(400, message, List.of());
    }

    public static Refusal unauthorized(String message) {
        return new Refusal(401, message, List.of());
    }

    public static Refusal forbidden(String message) {
        return new Refusal(403, message, List.of());
    }

    public static Refusal notFound(String message) {
        return new Refusal(404, message, List.of());
    }

    public static Refusal conflict(String message) {
        return new Refusal(409, message, List.of());
    }

    public String message() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    public int status() {
        return status;
    }

    /** One line each: fields or problems. */
    public List<String> details() {
        return details;
    }
}
