package dev.hinny.runtime.engine;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.java.JavaBridge;
import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowEntry;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.engine.core.CoreConnector;
import dev.hinny.runtime.engine.core.SecureProperties;
import dev.hinny.runtime.engine.ee.EeConnector;
import dev.hinny.runtime.engine.expression.Texts;
import dev.hinny.runtime.model.LoadOptions;
import dev.hinny.runtime.model.descriptor.Catalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An application of {@code src/test/resources/apps} that runs, with the test connector. */
final class App implements AutoCloseable {
    final Acme acme;
    final ApplicationRuntime runtime;

    private App(Acme acme, ApplicationRuntime runtime) {
        this.acme = acme;
        this.runtime = runtime;
    }

    static App start(String name) {
        return start(name, h -> h);
    }

    static App start(String name, UnaryOperator<Host> host) {
        Acme acme = new Acme();
        return new App(acme, Applications.start(path(name), catalog(acme), options(), host.apply(Host.inMemory())));
    }

    static Path path(String name) {
        return Path.of("src/test/resources/apps").resolve(name);
    }

    static LoadOptions options(String... pairs) {
        Map<String, String> properties = new java.util.HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put(pairs[i], pairs[i + 1]);
        }
        return LoadOptions.lenient(properties);
    }

    static Catalog catalog(Acme acme) {
        return new Catalog(
                List.<ConnectorProvider>of(new CoreConnector(), new EeConnector(), new SecureProperties(), acme));
    }

    /** Runs a flow with a Java object as payload. */
    Event run(String flow, Object payload) throws FlowError {
        return run(flow, TypedValue.of(JavaBridge.toValue(payload), MediaType.JAVA));
    }

    Event run(String flow, TypedValue payload) throws FlowError {
        FlowEntry entry = runtime.flow(flow).orElseThrow();
        Message message =
                new Message(payload, TypedValue.of(JavaBridge.toValue(Map.of("kind", "test")), MediaType.JAVA));
        return entry.run(entry.event(message, "id-1"));
    }

    Event runJson(String flow, String json) throws FlowError {
        return run(flow, TypedValue.of(ByteSource.of(json), MediaType.JSON));
    }

    /** The payload as text; objects as JSON. */
    String text(String flow, Object payload) throws FlowError {
        return text(run(flow, payload).payload());
    }

    static String text(TypedValue value) {
        String text = Texts.of(value).replaceAll("\\s+", " ");
        return text.startsWith("{") || text.startsWith("[")
                ? text.replaceAll("([\\[{,]) ", "$1")
                        .replaceAll(" ([\\]}])", "$1")
                        .replace("\": ", "\":")
                : text;
    }

    @Override
    public void close() {
        runtime.close();
    }
}
