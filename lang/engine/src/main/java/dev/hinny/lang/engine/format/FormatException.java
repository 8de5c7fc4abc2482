package dev.hinny.lang.engine.format;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import org.jspecify.annotations.Nullable;

/** A document that cannot be read, or a value that cannot be written, in the wanted format. */
public final class FormatException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public FormatException(Problem problem) {
        super(problem);
    }

    public FormatException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
