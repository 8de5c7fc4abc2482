package dev.hinny.runtime.engine.core;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.runtime.api.Source;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.Element;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.api.element.Param;
import dev.hinny.runtime.engine.graph.ElementBuild;
import dev.hinny.runtime.engine.schedule.Cron;
import dev.hinny.runtime.engine.schedule.SchedulerSource;
import dev.hinny.runtime.engine.schedule.Timing;
import dev.hinny.runtime.model.xml.XmlAttribute;
import dev.hinny.runtime.model.xml.XmlElement;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code scheduler}: a source that fires by the clock. */
final class Schedulers {
    static final List<ElementType> TYPES = List.of(new ElementType.SourceType<>(
            "scheduler", Scheduler.class, "Starts the flow at fixed intervals or times.", Schedulers::create));

    private Schedulers() {}

    record Scheduler(
            @Param(value = "Whether a firing is left out while the one before is running.", defaultValue = "false")
            boolean disallowConcurrentExecution,

            @Param("When it fires.") SchedulingStrategy schedulingStrategy) {}

    @Element("scheduling-strategy")
    record SchedulingStrategy(@Param("Interval or times.") Strategy strategy) {}

    /** An interval or times. */
    sealed interface Strategy {}

    @Element("fixed-frequency")
    record FixedFrequency(
            @Param(value = "Interval.", defaultValue = "1000")
            long frequency,

            @Param(value = "Wait before the first firing.", defaultValue = "0")
            long startDelay,

            @Param(value = "Unit of both.", defaultValue = "MILLISECONDS")
            TimeUnit timeUnit)
            implements Strategy {}

    @Element("cron")
    record CronTimes(
            @Param("Seconds, minutes, hours, day of month, month, day of week, and the year when wanted.")
            String expression,

            @Param("Time zone; the machine's when absent.") @Nullable
            String timeZone)
            implements Strategy {}

    private static Source create(Scheduler parameters, Build build) {
        ElementBuild core = (ElementBuild) build;
        Timing timing = switch (parameters.schedulingStrategy.strategy) {
            case FixedFrequency f -> interval(f, core);
            case CronTimes c -> times(c, core);
        };
        return new SchedulerSource(
                timing,
                parameters.disallowConcurrentExecution,
                build.application(),
                core.graph().work());
    }

    private static Timing interval(FixedFrequency fixed, ElementBuild build) {
        if (fixed.frequency <= 0) {
            build.problems()
                    .error(
                            "BAD-VALUE",
                            build.element().place(),
                            "'frequency' is " + fixed.frequency + " and must be above 0",
                            "");
            return new Timing.Interval(Duration.ZERO, Duration.ofDays(1));
        }
        return new Timing.Interval(
                Duration.of(fixed.startDelay, fixed.timeUnit.toChronoUnit()),
                Duration.of(fixed.frequency, fixed.timeUnit.toChronoUnit()));
    }

    private static Timing times(CronTimes times, ElementBuild build) {
        ZoneId zone = ZoneId.systemDefault();
        if (times.timeZone != null && !times.timeZone.isBlank() && !times.timeZone.contains("${")) {
            try {
                zone = ZoneId.of(times.timeZone.strip(), ZoneId.SHORT_IDS);
            } catch (DateTimeException e) {
                build.problems()
                        .add(Problem.error(
                                "BAD-VALUE",
                                place(build, "timeZone"),
                                "'" + times.timeZone + "' is no time zone",
                                "as in Europe/Berlin"));
            }
        }
        if (times.expression.contains("${")) {
            return new Timing.Never();
        }
        try {
            return new Timing.Times(Cron.parse(times.expression), zone);
        } catch (ProblemException e) {
            build.problems().add(e.first().at(place(build, "expression")));
            return new Timing.Never();
        }
    }

    private static dev.hinny.base.SourceSpan place(ElementBuild build, String attribute) {
        return build.element()
                .child("scheduling-strategy")
                .flatMap(s -> s.child("cron"))
                .flatMap((XmlElement c) -> c.attribute(attribute))
                .map(XmlAttribute::place)
                .orElse(build.element().place());
    }
}
