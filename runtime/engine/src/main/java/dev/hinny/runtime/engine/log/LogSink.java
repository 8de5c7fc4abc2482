package dev.hinny.runtime.engine.log;

/** Where log lines go. Called by one thread at a time; must not log itself. */
@FunctionalInterface
public interface LogSink {
    void write(LogLine line);

    /** What was written has arrived. */
    default void flush() {}
}
