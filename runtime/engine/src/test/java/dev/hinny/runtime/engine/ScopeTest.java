package dev.hinny.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.Covers;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private App app;

    @BeforeEach
    void start() {
        app = App.start("scopes");
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    @Covers("RUN-009")
    void aReferencedFlowSharesTheEvent() throws FlowError {
        Event event = app.run("caller", "in");
        assertThat(App.text(event.payload())).isEqualTo("callee then caller");
        assertThat(App.text(event.variable("x").orElseThrow())).isEqualTo("2");
    }

    @Test
    @Covers("RUN-009")
    void aSubFlowIsAPieceOfItsCaller() throws FlowError {
        Event event = app.run("sub-caller", "in");
        assertThat(App.text(event.payload())).isEqualTo("sub-caller");
        assertThat(event.variables()).containsKey("y");
    }

    @Test
    @Covers("RUN-009")
    void flowsAreReferencedByComputedNames() throws FlowError {
        app.acme.attempts.set(0);
        assertThatThrownBy(() -> app.run("dynamic", "no"))
                .isInstanceOfSatisfying(
                        FlowError.class, e -> assertThat(e.type()).isEqualTo(ErrorType.ROUTING));
        Event event = app.run("dynamic", "lee");
        assertThat(App.text(event.variable("result").orElseThrow())).isEqualTo("CALLEE");
        assertThat(App.text(event.payload())).isEqualTo("lee");
        assertThat(event.variables()).doesNotContainKey("x");
    }

    @Test
    void endlessRecursionIsAnError() {
        assertThatThrownBy(() -> app.run("endless", ""))
                .isInstanceOfSatisfying(
                        FlowError.class, e -> assertThat(e.type()).isEqualTo(ErrorType.CRITICAL));
    }

    @Test
    @Covers("RUN-022")
    void untilSuccessfulRepeats() throws FlowError {
        assertThat(app.text("retry", "in")).isEqualTo("attempt 3");
        assertThatThrownBy(() -> app.run("retry-exhausted", "")).isInstanceOfSatisfying(FlowError.class, e -> {
            assertThat(e.type()).isEqualTo(ErrorType.RETRY_EXHAUSTED);
            assertThat(e.info().detailedDescription()).contains("APP:NO: never");
        });
    }

    @Test
    @Covers("RUN-013")
    void asyncRunsOnTheSideWithTheSameCorrelationId() throws Exception {
        assertThat(app.text("async", "in")).isEqualTo("main");
        Event side = Objects.requireNonNull(app.acme.recorded.poll(5, TimeUnit.SECONDS));
        assertThat(App.text(side.payload())).isEqualTo("side");
        assertThat(side.correlationId()).isEqualTo("id-1");
    }

    @Test
    @Covers("RUN-013")
    void aFailureOnTheSideDoesNotChangeTheAnswer() throws FlowError {
        assertThat(app.text("async-fails", "in")).isEqualTo("main");
    }

    @Test
    void aFlowRefusesMoreEventsThanItMayHave() throws Exception {
        Thread first = Thread.ofVirtual().start(() -> {
            try {
                app.run("narrow", "");
            } catch (FlowError e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(app.acme.waiting.await(5, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> app.run("narrow", ""))
                .isInstanceOfSatisfying(
                        FlowError.class, e -> assertThat(e.type()).isEqualTo(ErrorType.FLOW_BACK_PRESSURE));
        app.acme.release.countDown();
        first.join();
    }
}
