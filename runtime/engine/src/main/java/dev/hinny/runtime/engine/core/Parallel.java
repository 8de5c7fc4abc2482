package dev.hinny.runtime.engine.core;

import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.runtime.api.Chain;
import dev.hinny.runtime.api.ErrorInfo;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.engine.expression.Materials;
import dev.hinny.runtime.engine.graph.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs branches at once, each on a virtual thread, and waits for all of them. */
final class Parallel {
    private final Work work;
    private final int maximumConcurrency;
    private final long timeoutMillis;

    /**
     * @param maximumConcurrency 0: no bound
     * @param timeoutMillis 0: none; a branch that is not done then has failed with {@code MULE:TIMEOUT}
     */
    Parallel(Work work, int maximumConcurrency, long timeoutMillis) {
        this.work = work;
        this.maximumConcurrency = maximumConcurrency;
        this.timeoutMillis = timeoutMillis;
    }

    /** What to run with what. */
    record Branch(Chain chain, Event event) {}

    /** How a branch ended: with an event or an error. */
    record Outcome(@Nullable Event event, @Nullable FlowError error) {}

    /** The event for a thread of its own. */
    static Event shared(Event event) {
        Map<String, TypedValue> variables = new LinkedHashMap<>();
        event.variables().forEach((name, value) -> variables.put(name, Materials.shareable(value)));
        return event.withMessage(
                        new Message(Materials.shareable(event.payload()), Materials.shareable(event.attributes())))
                .withVariables(variables);
    }

    List<Outcome> run(List<Branch> branches) throws FlowError {
        @Nullable Outcome[] outcomes = new @Nullable Outcome[branches.size()];
        CountDownLatch done = new CountDownLatch(branches.size());
        Semaphore permits = new Semaphore(maximumConcurrency > 0 ? maximumConcurrency : Math.max(1, branches.size()));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            int index = i;
            Branch branch = branches.get(i);
            Thread thread = work.threads().newThread(() -> {
                try {
                    permits.acquire();
                    try {
                        outcomes[index] = run(branch);
                    } finally {
                        permits.release();
                    }
                } catch (InterruptedException e) {
                    outcomes[index] = timedOut(branch);
                } finally {
                    done.countDown();
                }
            });
            threads.add(thread);
            thread.start();
        }
        boolean inTime = false;
        try {
            inTime = await(done);
        } finally {
            if (Thread.currentThread().isInterrupted()) {
                threads.forEach(Thread::interrupt);
            }
        }
        @Nullable Outcome[] known = outcomes.clone();
        if (!inTime) {
            threads.forEach(Thread::interrupt);
        }
        List<Outcome> all = new ArrayList<>(known.length);
        for (int i = 0; i < known.length; i++) {
            Outcome outcome = known[i];
            all.add(outcome == null ? timedOut(branches.get(i)) : outcome);
        }
        return all;
    }

    /** Whether all branches were done in time. */
    private boolean await(CountDownLatch done) throws FlowError {
        try {
            if (timeoutMillis > 0) {
                return done.await(timeoutMillis, TimeUnit.MILLISECONDS);
            }
            done.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlowError(ErrorType.UNKNOWN, "interrupted while routes were running", e);
        }
    }

    private Outcome timedOut(Branch branch) {
        return new Outcome(
                null,
                new FlowError(ErrorType.TIMEOUT, "the route was not done after " + timeoutMillis + " ms")
                        .in("", branch.event));
    }

    private static Outcome run(Branch branch) {
        try {
            return new Outcome(branch.chain.process(branch.event), null);
        } catch (FlowError e) {
            return new Outcome(null, e);
        } catch (RuntimeException e) {
            return new Outcome(null, new FlowError(ErrorType.UNKNOWN, String.valueOf(e.getMessage()), e));
        }
    }

    /** The error of routes of which at least one failed. */
    static FlowError failure(List<Outcome> outcomes) {
        Map<String, dev.hinny.lang.engine.value.Value> results = new LinkedHashMap<>();
        Map<String, dev.hinny.lang.engine.value.Value> failures = new LinkedHashMap<>();
        List<ErrorInfo> errors = new ArrayList<>();
        StringBuilder detail = new StringBuilder("Error(s) were found for route(s):");
        for (int i = 0; i < outcomes.size(); i++) {
            Event event = outcomes.get(i).event;
            FlowError error = outcomes.get(i).error;
            if (event != null) {
                results.put(String.valueOf(i), Results.message(event.message()));
            } else if (error != null) {
                failures.put(String.valueOf(i), Results.error(error.info()));
                errors.add(error.info());
                detail.append("\n\tRoute ")
                        .append(i)
                        .append(": ")
                        .append(error.type())
                        .append(": ")
                        .append(error.info().description());
            }
        }
        Message message = Message.of(Results.object(Map.of(
                "results",
                Results.object(results).value(),
                "failures",
                Results.object(failures).value())));
        return new FlowError(
                new ErrorInfo(
                        ErrorType.COMPOSITE_ROUTING, detail.toString(), detail.toString(), null, message, errors, ""),
                null);
    }
}
