package dev.hinny.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests and waits for their responses; to be used from virtual threads. Keeps connections per destination.
 * Safe for several threads.
 */
public final class HttpClient implements AutoCloseable {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final EventLoops loops;
    private final ClientConfig config;
    private final Map<Destination, ClientPool> pools = new ConcurrentHashMap<>();
    private final io.netty.util.concurrent.Future<?> sweep;
    private volatile boolean closed;

    public HttpClient(EventLoops loops, ClientConfig config) {
        this.loops = loops;
        this.config = config;
        this.sweep = loops.group().next().scheduleAtFixedRate(this::sweep, 1, 1, TimeUnit.SECONDS);
    }

    private void sweep() {
        pools.values().forEach(ClientPool::sweep);
    }

    public ClientConfig config() {
        return config;
    }

    /**
     * Sends the request and returns as soon as the head of the response was read; its body is still arriving. A
     * streamed request body is sent meanwhile. Blocks.
     *
     * @throws HttpClientException where there is no response; its kind says why
     */
    public Response send(ClientRequest request) throws HttpClientException {
        ClientRequest now = request;
        Response response = once(now);
        for (int hops = 0; hops < config.maxRedirects() && REDIRECTS.contains(response.status()); hops++) {
            Optional<ClientRequest> next = redirected(now, response);
            if (next.isEmpty()) {
                return response;
            }
            response.close();
            now = next.get();
            response = once(now);
        }
        return response;
    }

    private Response once(ClientRequest request) throws HttpClientException {
        if (closed) {
            throw new HttpClientException(HttpClientException.Kind.CLOSED, "the client is closed", null);
        }
        Optional<TlsConfig> tls = request.https() ? Optional.of(config.tls()) : Optional.empty();
        Destination destination = new Destination(request.host(), request.port(), tls);
        ClientPool pool = pools.computeIfAbsent(destination, d -> new ClientPool(loops, config, d));
        return pool.send(request);
    }

    private static Optional<ClientRequest> redirected(ClientRequest from, Response response) {
        Optional<String> location = response.headers().first("location");
        boolean same = response.status() == 307 || response.status() == 308;
        if (location.isEmpty() || same && !(from.body() instanceof BytesBody)) {
            return Optional.empty();
        }
        try {
            URI to = from.uri().resolve(location.get());
            HeadersBuilder headers = from.headers().toBuilder().remove("host");
            boolean elsewhere = !to.getScheme().equalsIgnoreCase(from.uri().getScheme())
                    || !String.valueOf(to.getAuthority())
                            .equalsIgnoreCase(from.uri().getAuthority());
            if (elsewhere) {
                headers.remove("authorization").remove("cookie");
            }
            boolean get = !same && !from.method().equals("HEAD");
            if (get) {
                headers.remove("content-type").remove("content-encoding");
            }
            return Optional.of(new ClientRequest(
                    get ? "GET" : from.method(),
                    to,
                    headers.build(),
                    get ? Body.empty() : from.body(),
                    from.responseTimeout()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Closes all connections; requests in flight fail. */
    @Override
    public void close() {
        closed = true;
        sweep.cancel(false);
        pools.values().forEach(ClientPool::close);
    }
}
