package dev.hinny.connectors.http;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.Operation;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.Param;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the file that the request's path names, below a folder. */
final class StaticResource implements Operation {
    /** The folder, and the file that stands for a folder. */
    public record Parameters(
            @Param("Folder in the file system or on the class path.") String resourceBasePath,
            @Param(value = "File that stands for a folder.", defaultValue = "index.html") String defaultFile,
            @Param("Attributes of the request; the event's when absent.") @Nullable Expression attributes) {}

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html"),
            Map.entry("htm", "text/html"),
            Map.entry("css", "text/css"),
            Map.entry("js", "text/javascript"),
            Map.entry("mjs", "text/javascript"),
            Map.entry("json", "application/json"),
            Map.entry("xml", "application/xml"),
            Map.entry("txt", "text/plain"),
            Map.entry("csv", "text/csv"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("pdf", "application/pdf"));

    private final Application application;
    private final Parameters parameters;

    private StaticResource(Application application, Parameters parameters) {
        this.application = application;
        this.parameters = parameters;
    }

    static StaticResource of(Parameters parameters, Build build) {
        return new StaticResource(build.application(), parameters);
    }

    @Override
    public Message execute(Event event) throws FlowError {
        Value attributes = parameters.attributes() == null
                ? event.attributes().value()
                : parameters.attributes().evaluate(event);
        String path = path(attributes);
        String file = path.endsWith("/") || path.isEmpty() ? path + parameters.defaultFile() : path;
        byte[] bytes = read(file).orElseThrow(() -> new FlowError(
                HttpErrors.NOT_FOUND, "The file: " + parameters.resourceBasePath() + "/" + strip(file) + " was not found."));
        String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        MediaType type = MediaType.parse(TYPES.getOrDefault(extension, "application/octet-stream"))
                .orElse(MediaType.BINARY);
        return new Message(TypedValue.of(ByteSource.of(bytes), type), event.attributes());
    }

    private static String path(Value attributes) {
        if (!(attributes instanceof ObjectValue object)) {
            return "";
        }
        if (object.get("maskedRequestPath") instanceof StringValue masked) {
            return masked.text();
        }
        return object.get("requestPath") instanceof StringValue path ? path.text() : "";
    }

    private static String strip(String file) {
        return file.replaceFirst("^/+", "");
    }

    private Optional<byte[]> read(String file) throws FlowError {
        try {
            Path folder = Path.of(parameters.resourceBasePath()).toAbsolutePath().normalize();
            Path wanted = folder.resolve(strip(file)).normalize();
            if (!wanted.startsWith(folder)) {
                return Optional.empty();
            }
            if (Files.isRegularFile(wanted) && wanted.toRealPath().startsWith(folder.toRealPath())) {
                return Optional.of(Files.readAllBytes(wanted));
            }
            String inside = folder.relativize(wanted).toString().replace('\\', '/');
            Optional<InputStream> resource = application.resource(parameters.resourceBasePath() + "/" + inside);
            if (resource.isPresent()) {
                try (InputStream in = resource.get()) {
                    return Optional.of(in.readAllBytes());
                }
            }
            return Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new FlowError(HttpErrors.NOT_FOUND, "the file '" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }
}
