package dev.hinny.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;

/** Servers, clients and raw connections that are closed after each test. */
class Fixture {
    static final EventLoops LOOPS = EventLoops.create(2);

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    <T extends AutoCloseable> T closing(T resource) {
        open.add(resource);
        return resource;
    }

    HttpServer serve(RequestHandler handler) {
        return serve(local().build(), handler);
    }

    HttpServer serve(ServerConfig config, RequestHandler handler) {
        return closing(HttpServer.start(LOOPS, config, handler));
    }

    HttpServer serve(TlsContexts tls, RequestHandler handler) {
        return serve(
                ServerConfig.builder()
                        .endpoint(Endpoint.tls("127.0.0.1", 0, tls))
                        .build(),
                handler);
    }

    static ServerConfig.Builder local() {
        return ServerConfig.builder().endpoint(Endpoint.plain("127.0.0.1", 0));
    }

    Wire wire(HttpServer server) throws IOException {
        return closing(new Wire(server.port()));
    }

    HttpClient client(ClientConfig.Builder config) {
        return closing(new HttpClient(LOOPS, config.build()));
    }

    HttpClient client() {
        return client(ClientConfig.builder());
    }

    static String url(HttpServer server, String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    static Destination at(HttpServer server) {
        return Destination.plain("127.0.0.1", server.port());
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the condition did not come true in time");
            }
            Thread.onSpinWait();
            Thread.yield();
        }
    }
}
