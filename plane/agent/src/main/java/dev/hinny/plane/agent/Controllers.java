package dev.hinny.plane.agent;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.PrivateFile;
import dev.hinny.plane.contract.agent.AgentBootstrap;
import dev.hinny.plane.contract.agent.AgentIdentity;
import dev.hinny.plane.contract.agent.AgentPaths;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Asks the controllers in turn, from the one that answered last, with the identity that is the newest on disk. */
final class Controllers implements AutoCloseable {
    private final Path file;
    private final AgentOptions options;
    private volatile Link link;
    private volatile int preferred;

    /** @throws IOException when the bootstrap file cannot be read */
    Controllers(Path bootstrapFile, AgentOptions options) throws IOException {
        this.file = bootstrapFile;
        this.options = options;
        this.link = Link.read(bootstrapFile, options.connect());
    }

    AgentBootstrap bootstrap() {
        return link.bootstrap();
    }

    HttpResponse<byte[]> get(String path, Duration limit) throws ControllersAway, InterruptedException {
        return send(path, null, limit, HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<Path> download(String path, Path to, Duration limit) throws ControllersAway, InterruptedException {
        return send(path, null, limit, HttpResponse.BodyHandlers.ofFile(to));
    }

    HttpResponse<byte[]> post(String path, byte[] json) throws ControllersAway, InterruptedException {
        return send(path, json, options.answer(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Replaces the identity by a fresh one when a third of its life is left; false when that is due but failed. */
    boolean renewWhenDue() throws InterruptedException {
        refresh();
        if (Instant.now().isBefore(link.renewAt())) {
            return true;
        }
        try {
            AgentIdentity fresh =
                    Json.read(post(AgentPaths.IDENTITY, new byte[0]).body(), AgentIdentity.class);
            Tls.context(fresh);
            AgentBootstrap old = Link.read(file, options.connect()).bootstrap();
            PrivateFile.write(
                    file,
                    Json.bytes(new AgentBootstrap(
                            old.role(), old.replicaId(), old.controllers(), old.directory(), fresh)));
            refresh();
            return true;
        } catch (IOException | GeneralSecurityException | JacksonException e) {
            return false;
        }
    }

    /** A status of 200 to 299; any other sends the question to the next controller. */
    private <T> HttpResponse<T> send(
            String path, byte @Nullable [] json, Duration limit, HttpResponse.BodyHandler<T> body)
            throws ControllersAway, InterruptedException {
        try {
            return attempt(path, json, limit, body);
        } catch (ControllersAway away) {
            if (refresh()) {
                return attempt(path, json, limit, body);
            }
            throw away;
        }
    }

    private <T> HttpResponse<T> attempt(
            String path, byte @Nullable [] json, Duration limit, HttpResponse.BodyHandler<T> body)
            throws ControllersAway, InterruptedException {
        Link now = link;
        HttpClient client = now.client();
        if (client == null) {
            throw new ControllersAway(now.flaw(), 0);
        }
        List<String> controllers = now.bootstrap().controllers();
        StringBuilder reasons = new StringBuilder();
        int status = 0;
        int first = preferred;
        for (int i = 0; i < controllers.size(); i++) {
            int index = Math.floorMod(first + i, controllers.size());
            String controller = controllers.get(index);
            try {
                HttpResponse<T> response = within(limit, client.sendAsync(request(controller, path, json), body));
                if (response.statusCode() / 100 == 2) {
                    preferred = index;
                    return response;
                }
                status = response.statusCode();
                reasons.append(controller).append(" answered ").append(status).append("; ");
            } catch (IOException | IllegalArgumentException e) {
                reasons.append(controller).append(": ").append(e.getMessage() == null ? e : e.getMessage());
                reasons.append("; ");
            }
        }
        throw new ControllersAway("no controller answers: " + reasons, status);
    }

    private static HttpRequest request(String controller, String path, byte @Nullable [] json) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(controller + path));
        if (json != null) {
            builder.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofByteArray(json));
        }
        return builder.build();
    }

    /** The client's own timeout ends with the headers; a body that stalls must not hold a loop for ever. */
    private static <T> T within(Duration limit, CompletableFuture<T> answer) throws IOException, InterruptedException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + limit.toMillis() + " ms", e);
        } finally {
            answer.cancel(true);
        }
    }

    /** Reads the bootstrap again when somebody has written it since; true when it did. */
    private synchronized boolean refresh() {
        try {
            if (Files.getLastModifiedTime(file).equals(link.read())) {
                return false;
            }
            Link next = Link.read(file, options.connect());
            if (next.client() == null && link.client() != null) {
                return false;
            }
            HttpClient old = link.client();
            link = next;
            if (old != null) {
                old.shutdown();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        HttpClient client = link.client();
        if (client != null) {
            client.shutdownNow();
        }
    }
}
