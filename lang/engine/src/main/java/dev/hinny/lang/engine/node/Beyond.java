package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.EvaluationException;
import java.time.DateTimeException;

/** What Java says when a value is beyond what it can hold, in the language's words. */
public final class Beyond {
    private Beyond() {}

    /** The failure of a too deep recursion, a full memory, a too large number or date. */
    public static EvaluationException limit(Throwable failure) {
        return switch (failure) {
            case StackOverflowError _ -> EvaluationException.tooDeep();
            case OutOfMemoryError _ ->
                EvaluationException.capacity(
                        "OUT-OF-MEMORY",
                        "the memory is too small for what the script holds",
                        "go through large data with map, filter or reduce, or give the program more memory");
            case DateTimeException e ->
                EvaluationException.capacity(
                        "BEYOND-DATES",
                        "there is no such date or time: " + e.getMessage(),
                        "years go from -999999999 to 999999999");
            default ->
                EvaluationException.capacity("TOO-LARGE", "the result is beyond all numbers: " + failure.getMessage(), "");
        };
    }
}
