package dev.hinny.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.MediaType;
import dev.hinny.base.ProblemException;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Interceptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {
    @Test
    void configurationsStartBeforeSourcesAndStopAfterThem() {
        App app = App.start("elements");
        app.close();
        assertThat(app.acme.lifecycle)
                .containsExactly("start one", "start two", "listen listening", "deaf", "stop two", "stop one");
    }

    @Test
    void whatWasStartedStopsWhenTheRestCannot(@TempDir Path temporary) throws IOException {
        Acme acme = new Acme();
        assertThatThrownBy(() -> Applications.start(
                        App.path("broken-start"),
                        App.catalog(acme),
                        App.options(),
                        Host.inMemory().withTemporary(temporary)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'second' cannot start");
        assertThat(acme.lifecycle).containsExactly("start first", "stop first");
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anApplicationWithErrorsDoesNotStart() {
        assertThatThrownBy(() -> Applications.start(
                        Path.of("src/test/resources/broken/bad-expression"),
                        App.catalog(new Acme()),
                        App.options(),
                        Host.inMemory()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("flows.xml:5:39: error: SCRIPT-SYNTAX");
    }

    @Test
    void spilledStreamsGoWithTheApplication(@TempDir Path temporary) throws IOException {
        byte[] large = new byte[2 << 20];
        try (App app = App.start("elements", h -> h.withTemporary(temporary))) {
            TypedValue kept = TypedValue.of(
                    app.runtime.application().keep(new ByteArrayInputStream(large), -1), MediaType.BINARY);
            assertThat(kept.bytes().bytes()).hasSize(large.length);
            try (Stream<Path> files = Files.walk(temporary)) {
                assertThat(files.filter(Files::isRegularFile)).hasSize(1);
            }
        }
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void interceptorsGoAroundEveryProcessorTheFirstOutermost() throws FlowError {
        List<String> seen = new ArrayList<>();
        Interceptor outer = (component, event, next) -> {
            seen.add("> " + component.identifier());
            try {
                return next.process(event);
            } finally {
                seen.add("< " + component.identifier());
            }
        };
        Interceptor mock = (component, event, next) -> component.identifier().equals("acme:call")
                ? event.withPayload(TypedValue.text("mocked"))
                : next.process(event);
        try (App app = App.start("elements", h -> h.withInterceptor(outer).withInterceptor(mock))) {
            assertThat(app.text("nested", "in")).isEqualTo("mocked");
        }
        assertThat(seen)
                .containsExactly(
                        "> flow", "> choice", "> try", "> acme:call", "< acme:call", "< try", "< choice", "< flow");
    }

    @Test
    void stoppingWaitsForWhatIsInFlight() throws Exception {
        App app = App.start("scopes");
        Thread running = Thread.ofVirtual().start(() -> {
            try {
                app.run("narrow", "");
            } catch (FlowError e) {
                throw new IllegalStateException(e);
            }
        });
        app.acme.waiting.await();
        Thread stopping = Thread.ofVirtual().start(() -> app.runtime.stop(Duration.ofSeconds(30)));
        assertThat(stopping.join(Duration.ofMillis(50))).isFalse();
        app.acme.release.countDown();
        running.join();
        assertThat(stopping.join(Duration.ofSeconds(10))).isTrue();
        assertThat(app.runtime.running()).isZero();
    }
}
