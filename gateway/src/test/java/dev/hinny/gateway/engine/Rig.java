package dev.hinny.gateway.engine;

import dev.hinny.base.Problem;
import dev.hinny.gateway.api.ApiConfig;
import dev.hinny.gateway.api.ApiConfig.PolicyBinding;
import dev.hinny.gateway.api.ApiContext;
import dev.hinny.gateway.api.PolicyCatalog;
import dev.hinny.http.EventLoops;
import dev.hinny.http.HttpServer;
import dev.hinny.http.RequestHandler;
import dev.hinny.http.ServerConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway on a real server with a client, and the policies of {@link Probes}. */
final class Rig implements AutoCloseable {
    static final long API = 12;

    final EventLoops loops = EventLoops.create(2);
    final HttpClient client = HttpClient.newHttpClient();
    final List<Problem> failures = new CopyOnWriteArrayList<>();
    final Gateway gateway;
    private final List<AutoCloseable> open = new ArrayList<>();

    Rig(UnknownApi unknown) {
        gateway = new Gateway(PolicyCatalog.of(Probes.ALL), unknown, (request, problem, cause) -> failures.add(problem));
    }

    static ApiConfig api(PolicyBinding... policies) {
        return new ApiConfig(new ApiContext(API, "orders-api", "1.0.0", ""), List.of(policies), List.of());
    }

    static PolicyBinding bind(long id, String policy, int order, String configuration) {
        return new PolicyBinding(id, policy, "1.0.0", order, configuration);
    }

    static PolicyBinding mark(long id, int order, String text) {
        return bind(id, "mark", order, "{\"text\":\"" + text + "\"}");
    }

    void apply(PolicyBinding... policies) {
        gateway.apply(List.of(api(policies)));
    }

    /** The base URL of a server with the handler as it is. */
    String serve(RequestHandler handler) {
        HttpServer server = HttpServer.start(loops, ServerConfig.of("127.0.0.1", 0), handler);
        open.add(server);
        return "http://127.0.0.1:" + server.port();
    }

    String guarded(RequestHandler handler) {
        return serve(gateway.guard(API, handler));
    }

    HttpResponse<String> get(String url, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws Exception {
        client.close();
        for (AutoCloseable one : open) {
            one.close();
        }
        loops.close();
    }
}
