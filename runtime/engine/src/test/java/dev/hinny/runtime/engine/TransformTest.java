package dev.hinny.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TransformTest {
    private static App app;

    @BeforeAll
    static void start() {
        app = App.start("transform");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void payloadAttributesAndVariablesComeFromTheEventAsItWas() throws FlowError {
        Event event = app.runJson("inline", "{\"a\": 1, \"b\": 2}");
        assertThat(App.text(event.payload())).isEqualTo("{\"sum\":3}");
        assertThat(App.text(event.attributes())).isEqualTo("{\"status\":201}");
        assertThat(App.text(event.variable("before").orElseThrow())).isEqualTo("1");
        assertThat(event.variable("csv").orElseThrow().mediaType().essence()).isEqualTo("application/csv");
        assertThat(App.text(event.variable("csv").orElseThrow())).isEqualTo("x 1 ");
    }

    @Test
    void scriptsStandInFiles() throws FlowError {
        assertThat(App.text(app.runJson("resource", "[1, 2]").payload())).isEqualTo("[2,4]");
    }

    @Test
    void anEmptyTransformationChangesNothing() throws FlowError {
        assertThat(app.text("empty", "same")).isEqualTo("same");
    }

    @Test
    void scriptsAreMadeAtRunTime() throws FlowError {
        assertThat(app.text("dynamic", 4)).isEqualTo("5");
        assertThat(App.text(app.run("dynamic-parameters", 4).variable("r").orElseThrow()))
                .isEqualTo("8");
    }

    @Test
    void theCacheAnswersForAKeyUntilItIsInvalidated() throws FlowError {
        String first = app.text("cached", "k");
        assertThat(app.text("cached", "k")).isEqualTo(first);
        assertThat(app.text("cached", "other")).isNotEqualTo(first);
        app.run("invalidate", "");
        assertThat(app.text("cached", "k")).isNotEqualTo(first);
    }
}
