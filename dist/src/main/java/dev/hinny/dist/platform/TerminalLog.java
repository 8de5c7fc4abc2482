package dev.hinny.dist.platform;

import dev.hinny.dist.JavaLogging;
import dev.hinny.runtime.engine.log.LogLine;
import dev.hinny.runtime.engine.log.LogSink;
import dev.hinny.runtime.engine.log.Logs;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.slf4j.event.Level;

/** The controller's log for who sits at the terminal: what went wrong, in plain lines on standard error. */
public final class TerminalLog implements LogSink {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final PrintStream err;

    TerminalLog(PrintStream err) {
        this.err = err;
    }

    /** Takes the place of the JSON lines; libraries speak up when something is wrong only. */
    public static void install() {
        Logs logs = Logs.standard();
        logs.replace(List.of(new TerminalLog(System.err)));
        logs.level("", System.getProperty("hinny.log.level", "WARN"));
        logs.level("dev.hinny", "INFO");
        // A pool whose database is restarted complains of every connection.
        logs.level("com.zaxxer.hikari", "ERROR");
        JavaLogging.toLogs();
    }

    @Override
    public void write(LogLine line) {
        String level = line.level() == Level.INFO ? "" : line.level().name().toLowerCase(Locale.ROOT) + ": ";
        err.println(TIME.format(line.time()) + " " + level + line.message());
        if (line.throwable() != null) {
            line.throwable().printStackTrace(err);
        }
    }

    @Override
    public void flush() {
        err.flush();
    }
}
