package dev.hinny.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.Covers;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static App app;

    @BeforeAll
    static void start() {
        app = App.start("routers");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static String variable(Event event, String name) {
        return App.text(event.variable(name).orElseThrow());
    }

    @Test
    @Covers("RUN-022")
    void choiceTakesTheFirstRouteThatFits() throws FlowError {
        assertThat(app.text("choice", 1)).isEqualTo("one");
        assertThat(app.text("choice", 2)).isEqualTo("two");
        assertThat(app.text("choice", 3)).isEqualTo("many");
        assertThat(app.text("choice-without-otherwise", "same")).isEqualTo("same");
    }

    @Test
    @Covers("RUN-021")
    void forEachShowsCounterAndRootMessageAndKeepsThePayload() throws FlowError {
        Event event = app.runJson("foreach", "{\"items\": [\"a\", \"b\"]}");
        assertThat(variable(event, "seen")).isEqualTo("[\"1:a:2\",\"2:b:2\"]");
        assertThat(App.text(event.payload())).isEqualTo("{\"items\":[\"a\",\"b\"]}");
        assertThat(event.variables()).doesNotContainKeys("counter", "rootMessage");
    }

    @Test
    @Covers("RUN-021")
    void forEachTakesBatches() throws FlowError {
        assertThat(variable(app.run("foreach-batches", List.of(1, 2, 3)), "seen"))
                .isEqualTo("[[1,[1,2]],[2,[3]]]");
        assertThat(variable(app.run("foreach-batches", List.of()), "seen")).isEqualTo("[]");
    }

    @Test
    void forEachGoesOverEntries() throws FlowError {
        assertThat(variable(app.runJson("foreach-object", "{\"a\": 1, \"b\": 2}"), "seen"))
                .isEqualTo("[\"a=1\",\"b=2\"]");
    }

    @Test
    void forEachRefusesAnObjectAndSaysHowToGoOverIt() {
        assertThatThrownBy(() -> app.run("foreach-plain-object", Map.of("a", 1)))
                .isInstanceOf(FlowError.class)
                .hasMessageContaining("entrySet(payload)");
    }

    @Test
    @Covers("RUN-019")
    void scatterGatherCollectsMessagesAndMergesVariables() throws FlowError {
        Event event = app.run("scatter", "in");
        assertThat(App.text(event.payload()))
                .contains("\"0\":{\"payload\":\"in a\"")
                .contains("\"1\":{\"payload\":\"in b\"");
        assertThat(variable(event, "one")).isEqualTo("1");
        assertThat(variable(event, "both")).isEqualTo("[\"x\",\"y\"]");
        assertThat(variable(event, "shared")).isEqualTo("before");
    }

    @Test
    void scatterGatherCollectsAListIntoAVariable() throws FlowError {
        Event event = app.run("scatter-list", "in");
        assertThat(App.text(event.payload())).isEqualTo("in");
        assertThat(variable(event, "all")).startsWith("[{\"payload\":\"a\"");
    }

    @Test
    @Covers("RUN-019")
    void aFailedRouteGivesResultsAndFailures() throws FlowError {
        assertThat(app.text("scatter-fails", "in"))
                .isEqualTo("{\"type\":\"APP:BROKEN\",\"result\":\"fine\",\"failed\":\"no route\"}");
    }

    @Test
    void aRouteThatIsTooSlowFails() {
        assertThatThrownBy(() -> app.run("scatter-timeout", "in")).isInstanceOfSatisfying(FlowError.class, e -> {
            assertThat(e.type()).isEqualTo(ErrorType.COMPOSITE_ROUTING);
            assertThat(e.info().childErrors()).hasSize(1);
        });
    }

    @Test
    @Covers("RUN-020")
    void parallelForEachKeepsTheOrder() throws FlowError {
        assertThat(app.text("parallel", List.of(1, 2, 3, 4, 5, 6, 7, 8))).isEqualTo("[10,20,30,40,50,60,70,80]");
        assertThat(app.acme.most.get()).isBetween(1, 3);
        assertThatThrownBy(() -> app.run("parallel-timeout", List.of(1, 2)))
                .isInstanceOfSatisfying(FlowError.class, e -> {
                    assertThat(e.type()).isEqualTo(ErrorType.COMPOSITE_ROUTING);
                    assertThat(e.info().childErrors())
                            .extracting(c -> c.errorType())
                            .containsOnly(ErrorType.TIMEOUT);
                });
    }

    @Test
    @Covers("RUN-022")
    void firstSuccessfulTakesTheFirstThatDoesNotFail() throws FlowError {
        assertThat(app.text("first-successful", "in")).isEqualTo("second");
        assertThatThrownBy(() -> app.run("none-successful", "in"))
                .isInstanceOfSatisfying(
                        FlowError.class, e -> assertThat(e.type()).hasToString("APP:B"));
    }

    @Test
    @Covers("RUN-022")
    void roundRobinTakesRoutesInTurn() throws FlowError {
        assertThat(app.text("round-robin", "") + app.text("round-robin", "") + app.text("round-robin", ""))
                .isEqualTo("aba");
    }
}
