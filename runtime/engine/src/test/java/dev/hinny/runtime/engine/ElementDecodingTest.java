package dev.hinny.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ElementDecodingTest {
    private static App app;

    @BeforeAll
    static void start() {
        app = App.start("elements");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void parametersComeFromChildren() throws FlowError {
        assertThat(app.text("children", "in"))
                .isEqualTo("Config[host=db.local, port=8080, mode=SLOW, login=Basic[user=u, password=p], broken=false]"
                        + "|in!|a=1,c=x,c=y|t1 t2 |2|children/processors/0");
    }

    @Test
    void parametersComeFromAttributes() throws FlowError {
        assertThat(app.text("attributes", "in"))
                .isEqualTo("Config[host=h2, port=80, mode=null, login=Token[value= t ], broken=false]"
                        + "|plain|X-A=in,X-B=b||1|attributes/processors/0");
    }

    @Test
    void aTargetTakesTheResultAndTheMessageStays() throws FlowError {
        Event event = app.run("target", "in");
        assertThat(App.text(event.payload())).isEqualTo("in");
        assertThat(App.text(event.variable("kind").orElseThrow())).isEqualTo("answer");
    }

    @Test
    void pathsNameRoutesAndHandlers() throws FlowError {
        assertThat(app.text("nested", "in")).endsWith("|nested/processors/0/route/0/processors/0/processors/0");
        assertThat(app.text("handler-paths", "in")).endsWith("|handler-paths/errorHandler/1/processors/0");
    }

    @Test
    void whatAnOperationThrowsIsAnError() {
        assertThatThrownBy(() -> app.run("crash", "in")).isInstanceOfSatisfying(FlowError.class, e -> {
            assertThat(e.type()).isEqualTo(ErrorType.UNKNOWN);
            assertThat(e).hasMessage("crashed");
            assertThat(e.info().cause()).isInstanceOf(IllegalStateException.class);
        });
    }
}
