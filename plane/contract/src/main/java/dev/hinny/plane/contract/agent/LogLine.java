package dev.hinny.plane.contract.agent;

import org.jspecify.annotations.Nullable;

/**
 * A line of an application's log.
 *
 * @param sequence grows within a replica: the controller drops what it already has
 * @param time ISO-8601 instant with milliseconds
 * @param event the line's message
 */
public record LogLine(
        long sequence,
        String time,
        String level,
        String logger,
        String thread,
        @Nullable String correlationId,
        String event,
        @Nullable String throwable) {}
