package dev.hinny.runtime.engine.core;

import dev.hinny.runtime.api.Chain;
import dev.hinny.runtime.api.ErrorInfo;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.api.element.Param;
import dev.hinny.runtime.engine.graph.ElementBuild;
import dev.hinny.runtime.engine.graph.ErrorHandling;
import dev.hinny.runtime.engine.graph.Work;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** {@code try}, {@code until-successful} and {@code async}. */
final class Scopes {
    static final List<ElementType> TYPES = List.of(
            new ElementType.ProcessorType<>(
                    "try", Try.class, "Processors with an error handler of their own.", Scopes::tryScope),
            new ElementType.ProcessorType<>(
                    "until-successful",
                    UntilSuccessful.class,
                    "Repeats its processors until they do not fail.",
                    Scopes::untilSuccessful),
            new ElementType.ProcessorType<>(
                    "async", Async.class, "Runs its processors on the side; the flow goes on at once.", Scopes::async));

    private Scopes() {}

    enum TransactionalAction {
        INDIFFERENT,
        ALWAYS_BEGIN,
        BEGIN_OR_JOIN
    }

    enum TransactionType {
        LOCAL,
        XA
    }

    record Try(
            @Param(value = "Whether a transaction begins.", defaultValue = "INDIFFERENT")
            TransactionalAction transactionalAction,

            @Param(value = "Kind of transaction.", defaultValue = "LOCAL")
            TransactionType transactionType,

            @Param("What happens with errors.") ErrorHandlers.@Nullable Handlers errorHandler,
            @Param("What it runs.") Chain chain) {}

    private static Processor tryScope(Try parameters, Build build) {
        Chain chain = parameters.chain;
        if (parameters.errorHandler == null) {
            return chain;
        }
        ErrorHandling errors = ErrorHandlers.create(parameters.errorHandler, build);
        return event -> {
            try {
                return chain.process(event);
            } catch (FlowError e) {
                return errors.handle(e, event);
            }
        };
    }

    record UntilSuccessful(
            @Param(value = "How often to repeat after the first failure.", defaultValue = "5")
            Expression maxRetries,

            @Param(value = "Wait between two tries.", defaultValue = "60000")
            Expression millisBetweenRetries,

            @Param("What it runs.") Chain chain) {}

    private static Processor untilSuccessful(UntilSuccessful parameters, Build build) {
        return event -> {
            long retries = parameters.maxRetries.number(event);
            long pause = parameters.millisBetweenRetries.number(event);
            for (long attempt = 0; ; attempt++) {
                try {
                    return parameters.chain.process(event);
                } catch (FlowError e) {
                    if (attempt >= retries) {
                        throw exhausted(e);
                    }
                }
                pause(pause);
            }
        };
    }

    private static void pause(long millis) throws FlowError {
        try {
            Thread.sleep(Math.max(0, millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlowError(ErrorType.RETRY_EXHAUSTED, "interrupted between two tries", e);
        }
    }

    private static FlowError exhausted(FlowError last) {
        ErrorInfo info = last.info();
        return new FlowError(
                new ErrorInfo(
                        ErrorType.RETRY_EXHAUSTED,
                        "'until-successful' retries exhausted",
                        "'until-successful' retries exhausted. Last error: " + info.errorType() + ": "
                                + info.description(),
                        last,
                        info.errorMessage(),
                        List.of(info),
                        ""),
                null);
    }

    record Async(
            @Param("Name for logs.") @Nullable String name,

            @Param(value = "How many events at once; 0: no bound.", defaultValue = "0")
            int maxConcurrency,

            @Param("What it runs.") Chain chain) {}

    private static Processor async(Async parameters, Build build) {
        ElementBuild core = (ElementBuild) build;
        Work work = core.graph().work();
        ErrorHandling errors = new ErrorHandling(List.of(), core.graph().errorLog());
        Semaphore permits = parameters.maxConcurrency > 0 ? new Semaphore(parameters.maxConcurrency) : null;
        return event -> {
            Event side = Parallel.shared(event);
            work.fork(() -> {
                if (permits != null) {
                    permits.acquireUninterruptibly();
                }
                try {
                    run(parameters.chain, side, errors);
                } finally {
                    if (permits != null) {
                        permits.release();
                    }
                }
            });
            return event;
        };
    }

    /** The error handling logs what fails; there is nobody else to tell. */
    private static void run(Chain chain, Event event, ErrorHandling errors) {
        try {
            chain.process(event);
        } catch (FlowError e) {
            errors.absorb(e, event);
        }
    }
}
