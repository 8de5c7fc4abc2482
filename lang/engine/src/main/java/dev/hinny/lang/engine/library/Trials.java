package dev.hinny.lang.engine.library;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.operation.Forcing;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.Watch;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Failing on purpose, and going on after a failure. */
final class Trials implements NativeFamily {
    @Override
    public String name() {
        return "runtime";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "try" -> a -> attempt((FunctionValue) a[0]);
            case "fail" ->
                a -> {
                    throw EvaluationException.of("USER-EXCEPTION", Texts.of(a[0]), "");
                };
            case "time" -> a -> timed((FunctionValue) a[0]);
            case "wait" -> a -> pause(a[0], ((NumberValue) a[1]).longValue());
            case "native" ->
                a -> {
                    throw EvaluationException.of(
                            "NO-NATIVE", "only the library has functions that are not of the language", "");
                };
            case "nanos" -> a -> NumberValue.of(System.nanoTime());
            default -> null;
        };
    }

    private static Value timed(FunctionValue work) {
        ZonedDateTime start = ZonedDateTime.now();
        Value result = work.call();
        Forcing.force(result);
        return ObjectValue.of(List.of(
                Entry.of("start", TemporalValue.of(start)),
                Entry.of("result", result),
                Entry.of("end", TemporalValue.of(ZonedDateTime.now()))));
    }

    private static Value attempt(FunctionValue delegate) {
        try {
            Value result = delegate.call();
            Forcing.force(result);
            return ObjectValue.of(List.of(Entry.of("success", BooleanValue.TRUE), Entry.of("result", result)));
        } catch (ProblemException e) {
            Watch.check();
            return failure(e.first());
        } catch (StackOverflowError e) {
            return failure(EvaluationException.tooDeep().first());
        }
    }

    private static Value failure(Problem problem) {
        String place =
                problem.place() == null ? "Unknown location" : problem.place().toString();
        return ObjectValue.of(List.of(
                Entry.of("success", BooleanValue.FALSE),
                Entry.of(
                        "error",
                        ObjectValue.of(List.of(
                                Entry.of("kind", StringValue.of(kind(problem.code()))),
                                Entry.of("message", StringValue.of(problem.message())),
                                Entry.of("location", StringValue.of(place)),
                                Entry.of("stack", ArrayValue.of(List.of(StringValue.of(place)))))))));
    }

    /** {@code CANNOT-COERCE} as {@code CannotCoerceException}. */
    static String kind(String code) {
        return switch (code) {
            case "NOT-THERE" -> "KeyNotFoundException";
            case "USER-EXCEPTION" -> "UserException";
            default -> {
                StringBuilder name = new StringBuilder();
                for (String word : code.split("-")) {
                    name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
                }
                yield name.append("Exception").toString();
            }
        };
    }

    private static Value pause(Value value, long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Watch.check();
        }
        return value;
    }
}
