package dev.hinny.dist.demo;

import dev.hinny.cli.platform.AccessFile;
import dev.hinny.http.Body;
import dev.hinny.http.ClientConfig;
import dev.hinny.http.ClientRequest;
import dev.hinny.http.EventLoops;
import dev.hinny.http.Headers;
import dev.hinny.http.HeadersBuilder;
import dev.hinny.http.HttpClient;
import dev.hinny.http.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Calls applications through the load balancer by their names, all of which lead to this machine. */
final class EdgeCaller implements AutoCloseable {
    private static final int LIMIT = 1 << 20;

    private final AccessFile access;
    private final int port;
    private final EventLoops loops = EventLoops.create(1);
    private final HttpClient client = new HttpClient(loops, ClientConfig.standard());

    EdgeCaller(AccessFile access) {
        this.access = access;
        this.port = URI.create(access.edge()).getPort();
    }

    /** An answer with its body as text. */
    record Answer(int status, Headers headers, String body) {}

    Answer call(String application, String method, String path, Map<String, String> headers, String body)
            throws IOException {
        HeadersBuilder all = Headers.builder();
        headers.forEach(all::set);
        Body content = body.isEmpty() ? Body.empty() : Body.of(body, StandardCharsets.UTF_8);
        Response response = client.send(
                ClientRequest.of(method, "http://" + application + "." + access.domain() + ":" + port + path)
                        .withHeaders(all.build())
                        .withBody(content));
        return new Answer(
                response.status(),
                response.headers(),
                new String(response.body().bytes(LIMIT), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.close();
        loops.close();
    }
}
