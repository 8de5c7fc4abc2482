package dev.hinny.dist.platform;

import dev.hinny.plane.agent.LogShipper;
import dev.hinny.runtime.engine.log.LogLine;
import dev.hinny.runtime.engine.log.LogSink;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** Sends an application's log lines to the platform. */
record AgentSink(LogShipper shipper) implements LogSink {
    @Override
    public void write(LogLine line) {
        shipper.add(
                line.time(),
                line.level().name(),
                line.logger(),
                line.thread(),
                line.field("correlationId"),
                line.message(),
                trace(line.throwable()));
    }

    private static @Nullable String trace(@Nullable Throwable throwable) {
        if (throwable == null) {
            return null;
        }
        StringWriter text = new StringWriter();
        throwable.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
