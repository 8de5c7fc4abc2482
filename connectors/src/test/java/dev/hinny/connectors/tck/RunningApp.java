package dev.hinny.connectors.tck;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.java.JavaBridge;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowEntry;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.engine.ApplicationRuntime;
import dev.hinny.runtime.engine.Applications;
import dev.hinny.runtime.engine.Host;
import dev.hinny.runtime.model.LoadOptions;
import dev.hinny.runtime.model.descriptor.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An application that runs on the real engine, with listeners on free ports. */
public final class RunningApp implements AutoCloseable {
    private static final String NAMESPACES = """
        <mule xmlns="http://www.mulesoft.org/schema/mule/core"
              xmlns:http="http://www.mulesoft.org/schema/mule/http"
              xmlns:tls="http://www.mulesoft.org/schema/mule/tls"
              xmlns:db="http://www.mulesoft.org/schema/mule/db"
              xmlns:ee="http://www.mulesoft.org/schema/mule/ee/core"
              xmlns:doc="http://www.mulesoft.org/schema/mule/documentation"
              xmlns:apikit="http://www.mulesoft.org/schema/mule/mule-apikit">
        """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Ports ports;
    private final ApplicationRuntime runtime;

    private RunningApp(Ports ports, ApplicationRuntime runtime) {
        this.ports = ports;
        this.runtime = runtime;
    }

    /** Starts what stands between the {@code mule} tags. */
    public static RunningApp of(Path folder, String elements, String... properties) {
        return of(folder, elements, h -> h, properties);
    }

    public static RunningApp of(Path folder, String elements, UnaryOperator<Host> host, String... properties) {
        return start(project(folder, elements), host, properties);
    }

    /** Writes a project folder whose only flow file holds the elements. */
    public static Path project(Path folder, String elements) {
        try {
            Path mule = Files.createDirectories(folder.resolve("src/main/mule"));
            Files.createDirectories(folder.resolve("src/main/resources"));
            String document = elements.contains("<mule ") ? elements : NAMESPACES + elements + "</mule>";
            Files.writeString(mule.resolve("app.xml"), document);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a file on the class path of a project. */
    public static void resource(Path folder, String name, String text) {
        resource(folder, name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public static void resource(Path folder, String name, byte[] bytes) {
        try {
            Path file = folder.resolve("src/main/resources").resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RunningApp start(Path project, UnaryOperator<Host> host, String... properties) {
        Ports ports = new Ports();
        return new RunningApp(
                ports,
                Applications.start(
                        project,
                        Catalog.standard(),
                        options(properties),
                        host.apply(Host.inMemory().withListeners(ports))));
    }

    /** The problems of a project, one line each. */
    public static List<String> check(Path project, String... properties) {
        return Applications.check(project, Catalog.standard(), options(properties)).problems().stream()
                .map(Problem::line)
                .toList();
    }

    private static LoadOptions options(String... pairs) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put(pairs[i], pairs[i + 1]);
        }
        return LoadOptions.lenient(properties);
    }

    public Ports ports() {
        return ports;
    }

    public String url(String configuration) {
        return ports.url(configuration);
    }

    public ApplicationRuntime runtime() {
        return runtime;
    }

    /** The payload of a flow's result as a plain Java object. */
    public @Nullable Object run(String flow, @Nullable Object payload) throws FlowError {
        return JavaBridge.toJava(event(flow, payload).payload().value());
    }

    public Event event(String flow, @Nullable Object payload) throws FlowError {
        FlowEntry entry = runtime.flow(flow).orElseThrow();
        TypedValue value = payload instanceof TypedValue typed
                ? typed
                : TypedValue.of(JavaBridge.toValue(payload), MediaType.JAVA);
        return entry.run(entry.event(new Message(value, TypedValue.NULL), "test-correlation"));
    }

    public HttpResponse<String> get(String configuration, String path, String... headers) {
        return send(configuration, "GET", path, "", headers);
    }

    /** Headers as name, value, name, value. */
    public HttpResponse<String> send(String configuration, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(configuration) + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        runtime.close();
    }
}
