package dev.hinny.runtime.engine.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/** An SLF4J logger whose lines go to {@link Logs}. */
final class JsonLogger extends LegacyAbstractLogger implements LoggingEventAware {
    private static final long serialVersionUID = 1L;

    private final transient Logs logs;
    private transient volatile int generation = -1;
    private transient volatile int threshold;

    JsonLogger(String name, Logs logs) {
        this.name = name;
        this.logs = logs;
    }

    private boolean on(Level level) {
        int current = logs.generation();
        if (generation != current) {
            threshold = logs.level(name).toInt();
            generation = current;
        }
        return level.toInt() >= threshold;
    }

    @Override
    public boolean isTraceEnabled() {
        return on(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return on(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return on(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return on(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return on(Level.ERROR);
    }

    private static String threadName() {
        Thread thread = Thread.currentThread();
        return thread.getName().isEmpty() ? "virtual-" + thread.threadId() : thread.getName();
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return JsonLogger.class.getName();
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            Object @Nullable [] arguments,
            @Nullable Throwable throwable) {
        logs.log(new LogLine(
                Instant.now(),
                level,
                name,
                threadName(),
                String.valueOf(MessageFormatter.basicArrayFormat(message, arguments)),
                throwable,
                List.of()));
    }

    @Override
    public void log(LoggingEvent event) {
        if (!on(event.getLevel())) {
            return;
        }
        List<Map.Entry<String, Object>> fields = new ArrayList<>();
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            for (KeyValuePair pair : pairs) {
                fields.add(Map.entry(pair.key, pair.value == null ? "null" : pair.value));
            }
        }
        logs.log(new LogLine(
                Instant.now(),
                event.getLevel(),
                name,
                threadName(),
                String.valueOf(MessageFormatter.basicArrayFormat(event.getMessage(), event.getArgumentArray())),
                event.getThrowable(),
                fields));
    }
}
