package dev.hinny.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Covers;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.engine.log.LogLine;
import dev.hinny.runtime.engine.log.LogSink;
import dev.hinny.runtime.engine.log.Logs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ErrorHandlingTest {
    private static App app;

    @BeforeAll
    static void start() {
        app = App.start("errors");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static FlowError failure(String flow) {
        try {
            app.run(flow, "in");
        } catch (FlowError e) {
            return e;
        }
        throw new AssertionError(flow + " did not fail");
    }

    @Test
    @Covers("RUN-038")
    void flowsWithoutHandlerUseTheDefaultOne() throws FlowError {
        assertThat(app.text("default-handler", "in")).isEqualTo("global one");
        assertThat(app.text("referenced", "in")).isEqualTo("shared");
    }

    @Test
    @Covers("RUN-038")
    void whatNoHandlerMatchesLeavesTheFlowWithItsEvent() {
        FlowError error = failure("default-not-matching");
        assertThat(error.type()).hasToString("APP:OTHER");
        Event event = Objects.requireNonNull(error.event());
        assertThat(event.variables()).containsKey("kept");
        assertThat(event.error()).isEmpty();
    }

    @Test
    @Covers("RUN-036")
    void theFirstMatchingHandlerGivesTheResult() throws FlowError {
        Event event = app.run("continue", "in");
        assertThat(App.text(event.payload()))
                .startsWith("[\"before\",\"kept\",\"broken\",\"APP\",\"X\",\"APP:X\",\"continue/processors/2 @"
                        + " src/main/mule/errors.xml:");
        assertThat(event.error()).isEmpty();
    }

    @Test
    void aPropagatedErrorCarriesWhatTheHandlerSet() {
        FlowError error = failure("propagate");
        assertThat(error.type()).hasToString("APP:X");
        Event event = Objects.requireNonNull(error.event());
        assertThat(App.text(event.payload())).isEqualTo("handled");
        assertThat(App.text(event.variable("status").orElseThrow())).isEqualTo("503");
    }

    @Test
    @Covers("RUN-037")
    void anOuterScopeHandlesWhatAnInnerFlowPropagates() throws FlowError {
        Event event = app.run("nested", "in");
        assertThat(App.text(event.payload())).isEqualTo("[\"handled\",503,\"up\"]");
        assertThat(App.text(event.variable("after").orElseThrow())).isEqualTo("true");
    }

    @Test
    void handlersMayHaveConditions() throws FlowError {
        assertThat(app.text("when", "a")).isEqualTo("first");
        assertThat(app.text("when", "b")).isEqualTo("second");
    }

    @Test
    @Covers("RUN-036")
    void parentsAndWildcardsMatch() throws FlowError {
        assertThat(app.text("parent", "in")).isEqualTo("by parent");
        assertThat(app.text("wildcard", "in")).isEqualTo("any of app");
    }

    @Test
    @Covers("RUN-037")
    void operationsMapTheirErrors() throws FlowError {
        assertThat(app.text("mapped", "in")).isEqualTo("mapped");
    }

    @Test
    void anErrorInAHandlerLeavesTheFlow() {
        FlowError error = failure("in-handler");
        assertThat(error.type()).hasToString("APP:SECOND");
        assertThat(error).hasMessage("in the handler");
    }

    @Test
    void scriptsSayWhatAndWhere() throws FlowError {
        assertThat(app.text("expression", "in")).contains("src/main/mule/errors.xml:");
    }

    @Test
    void anElementOfAMissingConnectorFailsOnlyWhenItRuns() {
        FlowError error = failure("stand-in");
        assertThat(error.type()).isEqualTo(ErrorType.UNKNOWN);
        assertThat(error).hasMessageContaining("the connector of 'acme2:query' is not there");
        assertThat(app.runtime.problems()).anySatisfy(p -> assertThat(p.line()).contains("warning: STAND-IN"));
    }

    @Test
    @Covers("RUN-039")
    void anUnhandledErrorIsLoggedOnceWithTypeAndPlace() {
        List<LogLine> seen = Collections.synchronizedList(new ArrayList<>());
        LogSink sink = seen::add;
        // what earlier tests logged may still be on its way
        Logs.standard().flush();
        Logs.standard().add(sink);
        failure("logged");
        Logs.standard().flush();
        Logs.standard().remove(sink);
        List<LogLine> lines = seen.stream()
                .filter(l -> l.logger().equals("dev.hinny.runtime.error"))
                .toList();
        assertThat(lines).hasSize(1);
        LogLine line = lines.get(0);
        assertThat(line.message()).isEqualTo("deep down");
        assertThat(line.field("errorType")).isEqualTo("APP:LOGGED");
        assertThat(line.field("correlationId")).isEqualTo("id-1");
        assertThat(line.field("flow")).isEqualTo("logged-inner");
        assertThat(line.field("flowStack")).isEqualTo("logged-inner <- logged");
        assertThat(line.field("element"))
                .startsWith("logged-inner/processors/0 @ src/main/mule/errors.xml:")
                .endsWith(" (Deep)");
    }

    @Test
    void transactionsAreAccepted() throws FlowError {
        assertThat(app.text("transaction", "in")).isEqualTo("inside");
    }
}
