package dev.hinny.fabric.local;

import java.time.Duration;

/**
 * The times and sizes of supervision.
 *
 * @param firstPause before a process that ended is started again; doubles each time
 * @param longestPause the pause grows no further
 * @param steady after so long a life the pause is the first one again
 * @param grace between asking a process to end and killing it
 * @param poll how often processes that are not our children, and the size of console logs, are looked at
 * @param consoleBytes a console log that is larger becomes {@code console.log.1}
 */
public record FabricLimits(
        Duration firstPause, Duration longestPause, Duration steady, Duration grace, Duration poll, long consoleBytes) {
    /** The grace is longer than the 30 s that edges and workers take at most to drain. */
    public static FabricLimits standard() {
        return new FabricLimits(
                Duration.ofMillis(200),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                Duration.ofSeconds(45),
                Duration.ofMillis(500),
                8 << 20);
    }

    /** The same with another time to drain. */
    public FabricLimits withGrace(Duration other) {
        return new FabricLimits(firstPause, longestPause, steady, other, poll, consoleBytes);
    }
}
