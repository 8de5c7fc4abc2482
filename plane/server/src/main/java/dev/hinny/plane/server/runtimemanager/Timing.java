package dev.hinny.plane.server.runtimemanager;

import java.time.Duration;

/**
 * The planner's patience.
 *
 * @param stale a replica that has not reported for so long gets no requests, while another one reports
 * @param start a deployment that does not run by then has failed
 * @param drain a replica that was asked to stop and has not is ended then
 * @param tick the longest time between two looks
 */
public record Timing(Duration stale, Duration start, Duration drain, Duration tick) {
    public static Timing standard() {
        return new Timing(Duration.ofSeconds(15), Duration.ofMinutes(3), Duration.ofSeconds(45), Duration.ofSeconds(1));
    }
}
