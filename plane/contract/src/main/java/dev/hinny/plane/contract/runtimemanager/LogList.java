package dev.hinny.plane.contract.runtimemanager;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Log lines, oldest first. */
public record LogList(List<Line> data, long total) {
    /** A line. */
    public record Line(
            String recordId,
            String instanceId,
            String deploymentId,
            long line,
            Event event,
            @Nullable String correlationId) {}

    /** What was logged. */
    public record Event(
            long timestamp,
            String threadName,
            String loggerName,
            String message,
            String priority,
            @Nullable String throwable) {}
}
