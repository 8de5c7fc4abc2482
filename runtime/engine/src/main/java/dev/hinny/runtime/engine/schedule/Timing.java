package dev.hinny.runtime.engine.schedule;

import java.time.Duration;
import java.time.ZoneId;

/** When a scheduler fires. */
public sealed interface Timing {
    /** At equal distances. */
    record Interval(Duration delay, Duration period) implements Timing {}

    /** At the times of an expression. */
    record Times(Cron cron, ZoneId zone) implements Timing {}

    /** Not at all: its times could not be read. */
    record Never() implements Timing {}
}
