package dev.hinny.lang.engine;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import org.jspecify.annotations.Nullable;

/** A script that could not be evaluated: one problem, with the place in the script once it is known. */
public final class EvaluationException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public EvaluationException(Problem problem) {
        super(problem);
    }

    public EvaluationException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }

    /** An error without a place yet; the expression that called adds its own with {@link #at}. */
    public static EvaluationException of(String code, String message, String hint) {
        return new EvaluationException(Problem.error(code, null, message, hint));
    }

    /** An error without a place yet: what the script asks for is beyond a limit of this program. */
    public static EvaluationException capacity(String code, String message, String hint) {
        return new EvaluationException(new Problem(code, Severity.ERROR, Blame.CAPACITY, null, message, hint));
    }

    /** A recursion that the stack is too small for. */
    public static EvaluationException tooDeep() {
        return capacity(
                "TOO-DEEP",
                "the script calls itself too deeply, a variable needs its own value, or a value is nested too deeply",
                "end the recursion, or make the recursive call the last thing the function does");
    }

    /** The same error at a place, unless it has one already; a place in the user's script wins over one in the library. */
    public EvaluationException at(SourceSpan place) {
        SourceSpan known = first().place();
        if (known != null && (!isLibrary(known) || isLibrary(place))) {
            return this;
        }
        EvaluationException placed = new EvaluationException(first().at(place), getCause());
        placed.setStackTrace(getStackTrace());
        return placed;
    }

    private static boolean isLibrary(SourceSpan place) {
        return place.source().startsWith("dw/");
    }
}
