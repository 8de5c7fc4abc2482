package dev.hinny.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.Covers;
import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MessageStepsTest {
    private static App app;

    @BeforeAll
    static void start() {
        app = App.start("messages");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void literalTextIsThePayload() throws FlowError {
        Event event = app.run("literal", "in");
        assertThat(App.text(event.payload())).isEqualTo("Hello");
        assertThat(event.payload().mediaType()).isEqualTo(MediaType.TEXT);
    }

    @Test
    @Covers("RUN-008")
    void scriptsWriteWhatTheirOutputSays() throws FlowError {
        Event event = app.run("script", "in");
        assertThat(event.payload().mediaType().essence()).isEqualTo("application/json");
        assertThat(App.text(event.payload())).isEqualTo("{\"a\":3}");
    }

    @Test
    void textAroundScriptsIsATemplate() throws FlowError {
        assertThat(app.text("template", "")).isEqualTo("Hello Ada! #[no script]");
    }

    @Test
    void textWithMediaTypeIsReadInThatFormat() throws FlowError {
        assertThat(app.text("json-text", "")).isEqualTo("3");
    }

    @Test
    void variablesAreSetAndRemovedByComputedNames() throws FlowError {
        assertThat(app.text("variables", "")).isEqualTo("{\"a\":1,\"bc\":2,\"gone\":null}");
    }

    @Test
    @Covers("RUN-008")
    void documentsPassThroughVariablesUntouched() throws FlowError {
        TypedValue document = TypedValue.of(ByteSource.of("{ \"odd\":   1}"), MediaType.JSON);
        Event event = app.run("pass-through", document);
        assertThat(event.payload()).isSameAs(document);
    }

    @Test
    void messagesOfLevelsThatAreOffAreNotEvaluated() throws FlowError {
        assertThat(app.text("level-off", "same")).isEqualTo("same");
    }

    @Test
    void raisedErrorsHaveTypesOfTheApplication() {
        assertThatThrownBy(() -> app.run("raise", "milk")).isInstanceOfSatisfying(FlowError.class, e -> {
            assertThat(e.type()).hasToString("APP:OWN");
            assertThat(e.type().is(ErrorType.ANY)).isTrue();
            assertThat(e).hasMessage("no milk");
            assertThat(e.info().failingComponent()).startsWith("raise/processors/0 @ src/main/mule/messages.xml:");
        });
    }

    @Test
    void templatesComeFromTheElementOrAFile() throws FlowError {
        Event inline = app.run("template-inline", "Ada");
        assertThat(App.text(inline.variable("t").orElseThrow())).isEqualTo("Dear Ada, 2 items");
        assertThat(App.text(inline.payload())).isEqualTo("Ada");
        Event file = app.run("template-file", "Ada");
        assertThat(App.text(file.payload())).isEqualTo("Dear Ada, bye");
        assertThat(file.payload().mediaType().essence()).isEqualTo("text/html");
    }

    @Test
    void scriptsSeeTheNamesOfAFlow() throws FlowError {
        assertThat(app.text("names", "in"))
                .isEqualTo("[\"names\",\"messages\",\"id-1\",\"Hello\",\"Hello\",\"4.\",\"test\",\"in\"]");
    }

    @Test
    void lookupRunsAFlow() throws FlowError {
        assertThat(app.text("lookup", "in")).isEqualTo("8");
    }

    @Test
    void scriptsImportModulesAndReadFilesOfTheApplication() throws FlowError {
        assertThat(app.text("modules", "in")).isEqualTo("{\"loud\":\"HI!\",\"file\":42}");
    }

    @Test
    void scriptsCallJava() throws FlowError {
        assertThat(app.text("java", "in")).isEqualTo("de");
    }

    @Test
    @Covers("RUN-023")
    void theSameIdIsRefusedTheSecondTime() throws FlowError {
        app.run("idempotent", "once");
        assertThatThrownBy(() -> app.run("idempotent", "once"))
                .isInstanceOfSatisfying(
                        FlowError.class, e -> assertThat(e.type()).isEqualTo(ErrorType.DUPLICATE_MESSAGE));
    }

    @Test
    @Covers("RUN-008")
    void aScriptWithoutOutputOverJsonGivesJson() throws FlowError {
        Event event = app.runJson("part", "{\"a\": {\"b\": [1, \"x\"]}}");
        assertThat(event.payload().mediaType()).isEqualTo(MediaType.JSON);
        assertThat(App.text(event.payload())).isEqualTo("[1,\"x\"]");
        assertThat(app.run("part", java.util.Map.of("a", java.util.Map.of("b", 1)))
                        .payload()
                        .mediaType())
                .isEqualTo(MediaType.JAVA);
    }
}
