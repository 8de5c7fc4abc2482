package dev.hinny.runtime.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A processor could not do its work. Components throw it with a type and a sentence; the engine adds the place and the
 * event as it was.
 */
public final class FlowError extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ErrorInfo info;
    private final transient @Nullable Event event;
    private volatile boolean logged;

    public FlowError(ErrorInfo info, @Nullable Event event) {
        super(info.description(), info.cause());
        this.info = info;
        this.event = event;
    }

    public FlowError(ErrorType type, String description) {
        this(type, description, null, null);
    }

    public FlowError(ErrorType type, String description, @Nullable Throwable cause) {
        this(type, description, cause, null);
    }

    /** @param errorMessage what the other side answered; handlers read it as {@code error.errorMessage} */
    public FlowError(ErrorType type, String description, @Nullable Throwable cause, @Nullable Message errorMessage) {
        this(new ErrorInfo(type, description, description, cause, errorMessage, List.of(), ""), null);
    }

    public ErrorInfo info() {
        return info;
    }

    public ErrorType type() {
        return info.errorType();
    }

    /** The event as it entered the processor that failed; null until the engine has seen the error. */
    public @Nullable Event event() {
        return event;
    }

    /** Whether a log has it already: an error is logged once, however many handlers it passes. */
    public boolean isLogged() {
        return logged;
    }

    public FlowError markLogged() {
        logged = true;
        return this;
    }

    /** The same error with place and event; the innermost ones stay. */
    public FlowError in(String failingComponent, Event at) {
        if (event != null) {
            return this;
        }
        ErrorInfo placed = info.failingComponent().isEmpty()
                ? new ErrorInfo(
                        info.errorType(),
                        info.description(),
                        info.detailedDescription(),
                        info.cause(),
                        info.errorMessage(),
                        info.childErrors(),
                        failingComponent)
                : info;
        FlowError error = new FlowError(placed, at);
        error.setStackTrace(getStackTrace());
        error.logged = logged;
        return error;
    }
}
