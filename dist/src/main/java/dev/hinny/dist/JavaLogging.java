package dev.hinny.dist;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Sends what is logged through {@code System.Logger} and {@code java.util.logging} where SLF4J's lines go. */
public final class JavaLogging extends Handler {
    private static final SimpleFormatter TEXT = new SimpleFormatter();

    private JavaLogging() {}

    public static void toLogs() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").addHandler(new JavaLogging());
    }

    @Override
    public void publish(LogRecord line) {
        org.slf4j.Logger logger = LoggerFactory.getLogger(line.getLoggerName() == null ? "java" : line.getLoggerName());
        event(logger, line.getLevel()).setCause(line.getThrown()).log(TEXT.formatMessage(line));
    }

    private static LoggingEventBuilder event(org.slf4j.Logger logger, Level level) {
        int severity = level.intValue();
        return severity >= Level.SEVERE.intValue()
                ? logger.atError()
                : severity >= Level.WARNING.intValue()
                        ? logger.atWarn()
                        : severity >= Level.INFO.intValue() ? logger.atInfo() : logger.atDebug();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
