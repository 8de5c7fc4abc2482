package dev.hinny.runtime.engine.graph;

import dev.hinny.runtime.api.ErrorInfo;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes an error once: one line with type, element and flow as fields. */
public final class ErrorLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.hinny.runtime.error");

    private static final int SHOWN_FLOWS = 20;

    private final String application;

    public ErrorLog(String application) {
        this.application = application;
    }

    private static String stack(Event.Context context) {
        List<String> flows = context.stack();
        return String.join(" <- ", flows.subList(0, Math.min(flows.size(), SHOWN_FLOWS)))
                + (flows.size() > SHOWN_FLOWS ? " <- …" : "");
    }

    void error(FlowError error, Event event) {
        if (error.isLogged()) {
            return;
        }
        error.markLogged();
        ErrorInfo info = error.info();
        LoggingEventBuilder line = LOG.atError()
                .addKeyValue("correlationId", event.correlationId())
                .addKeyValue("application", application)
                .addKeyValue("flow", event.context().flow())
                .addKeyValue("flowStack", stack(event.context()))
                .addKeyValue("errorType", info.errorType().toString())
                .addKeyValue("element", info.failingComponent());
        if (!info.detailedDescription().equals(info.description())) {
            line = line.addKeyValue("detail", info.detailedDescription());
        }
        Throwable cause = info.cause();
        if (cause != null && !(cause instanceof FlowError) && !(cause instanceof dev.hinny.base.ProblemException)) {
            line = line.setCause(cause);
        }
        line.log(info.description());
    }
}
