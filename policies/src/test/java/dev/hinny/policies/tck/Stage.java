package dev.hinny.policies.tck;

import dev.hinny.base.Problem;
import dev.hinny.gateway.api.ApiConfig;
import dev.hinny.gateway.api.ApiConfig.Contract;
import dev.hinny.gateway.api.ApiConfig.PolicyBinding;
import dev.hinny.gateway.api.ApiContext;
import dev.hinny.gateway.api.ClientApplication;
import dev.hinny.gateway.api.PolicyCatalog;
import dev.hinny.gateway.engine.Gateway;
import dev.hinny.gateway.engine.UnknownApi;
import dev.hinny.http.Answer;
import dev.hinny.http.Destination;
import dev.hinny.http.EventLoops;
import dev.hinny.http.Forward;
import dev.hinny.http.HttpServer;
import dev.hinny.http.RequestHandler;
import dev.hinny.http.Response;
import dev.hinny.http.ServerConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An API behind a gateway with all installed policies, on real servers, with a client. */
public final class Stage implements AutoCloseable {
    /** The id of the API. */
    public static final long API = 12;

    /** A contract of the client {@code shop} with the secret {@code s3cret}. */
    public static final Contract SHOP = contract("shop", "s3cret");

    public final TurnedClock clock = new TurnedClock();
    public final List<Problem> failures = new CopyOnWriteArrayList<>();

    /** How many requests came through to the API. */
    public final AtomicInteger through = new AtomicInteger();

    public final Gateway gateway = new Gateway(
            PolicyCatalog.installed(Stage.class.getClassLoader()),
            UnknownApi.REFUSE,
            (request, problem, cause) -> failures.add(problem),
            clock);

    private final EventLoops loops = EventLoops.create(2);
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<HttpServer> servers = new ArrayList<>();
    private final String plain = serve(gateway.guard(API, request -> {
        through.incrementAndGet();
        return new Answer(Response.text(200, "ok"));
    }));
    private final String blocking = serve(gateway.guard(API, RequestHandler.blocking(request -> {
        through.incrementAndGet();
        return Response.text(200, "ok");
    })));
    private final String proxy = proxy();

    public static Contract contract(String id, String secret) {
        return new Contract(new ClientApplication(id + " application", id, "", List.of()), hash(secret));
    }

    /** As the control plane makes it. */
    public static String hash(String secret) {
        try {
            byte[] salt = ("salt of " + secret).getBytes(StandardCharsets.UTF_8);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
            return "sha256:1:" + base64.encodeToString(salt) + ":"
                    + base64.encodeToString(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static PolicyBinding bind(long id, String policy, int order, String configuration) {
        return new PolicyBinding(id, policy, "1.0.0", order, configuration);
    }

    /** Applies policies with the contract of {@link #SHOP}. */
    public List<Problem> apply(PolicyBinding... policies) {
        return apply(List.of(SHOP), policies);
    }

    public List<Problem> apply(List<Contract> contracts, PolicyBinding... policies) {
        ApiConfig config = new ApiConfig(new ApiContext(API, "orders-api", "1.0.0", ""), List.of(policies), contracts);
        Map<Long, List<Problem>> problems = gateway.apply(List.of(config));
        return problems.getOrDefault(API, List.of());
    }

    /** The API that answers on the event loop, the one on a virtual thread, and the proxy of an upstream. */
    public List<String> urls() {
        return List.of(plain, blocking, proxy);
    }

    public HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(plain, "GET", path, headers);
    }

    public HttpResponse<String> send(String url, String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String proxy() {
        String upstream = serve(request -> {
            through.incrementAndGet();
            return new Answer(Response.text(200, "ok"));
        });
        int port = Integer.parseInt(upstream.substring(upstream.lastIndexOf(':') + 1));
        Forward forward = Forward.to(Destination.plain("127.0.0.1", port));
        return serve(gateway.guard(API, request -> forward));
    }

    private String serve(RequestHandler handler) {
        HttpServer server = HttpServer.start(loops, ServerConfig.of("127.0.0.1", 0), handler);
        servers.add(server);
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        client.close();
        servers.forEach(HttpServer::close);
        loops.close();
    }
}
