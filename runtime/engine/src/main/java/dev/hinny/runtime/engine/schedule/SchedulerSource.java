package dev.hinny.runtime.engine.schedule;

import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.FlowEntry;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.Source;
import dev.hinny.runtime.engine.graph.Work;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires a flow by the clock; each firing runs on a virtual thread of its own. */
public final class SchedulerSource implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(SchedulerSource.class);

    private final Timing timing;
    private final boolean single;
    private final Application application;
    private final Work work;
    private final AtomicInteger running = new AtomicInteger();
    private volatile @Nullable Future<?> next;
    private volatile boolean stopped = true;

    /** @param single whether a firing is left out while the one before is running */
    public SchedulerSource(Timing timing, boolean single, Application application, Work work) {
        this.timing = timing;
        this.single = single;
        this.application = application;
        this.work = work;
    }

    @Override
    public void start(FlowEntry flow) {
        stopped = false;
        switch (timing) {
            case Timing.Interval(Duration delay, Duration period) ->
                next = application
                        .scheduler()
                        .scheduleAtFixedRate(() -> fire(flow), delay.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
            case Timing.Times times -> plan(times, flow, ZonedDateTime.now(times.zone()));
            case Timing.Never() -> {}
        }
    }

    private void plan(Timing.Times times, FlowEntry flow, ZonedDateTime after) {
        Optional<ZonedDateTime> at = times.cron().next(after);
        if (at.isEmpty() || stopped) {
            return;
        }
        long wait = Math.max(
                0, Duration.between(ZonedDateTime.now(times.zone()), at.get()).toNanos());
        try {
            next = application
                    .scheduler()
                    .schedule(
                            () -> {
                                if (!stopped) {
                                    fire(flow);
                                    plan(times, flow, at.get());
                                }
                            },
                            wait,
                            TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the application stops: no further firing of '{}'", flow.flowName());
        }
    }

    private void fire(FlowEntry flow) {
        if (stopped || (single && running.get() > 0)) {
            return;
        }
        running.incrementAndGet();
        work.fork(() -> {
            try {
                flow.run(flow.event(Message.EMPTY, ""));
            } catch (FlowError e) {
                if (e.type().is(ErrorType.FLOW_BACK_PRESSURE)) {
                    LOG.warn("a firing of '{}' is left out: {}", flow.flowName(), e.getMessage());
                } else {
                    LOG.debug("the scheduled flow '{}' ended with {}", flow.flowName(), e.type());
                }
            } finally {
                running.decrementAndGet();
            }
        });
    }

    @Override
    public void stop(Duration drain) {
        stopped = true;
        Future<?> planned = next;
        if (planned != null) {
            planned.cancel(false);
        }
    }

    /** Fires once now, whatever the clock says; returns when the flow is done. */
    public void fireNow(FlowEntry flow) throws FlowError {
        flow.run(flow.event(Message.EMPTY, ""));
    }
}
