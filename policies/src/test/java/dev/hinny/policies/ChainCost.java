package dev.hinny.policies;

import com.sun.management.ThreadMXBean;
import dev.hinny.gateway.api.ApiConfig;
import dev.hinny.gateway.api.ApiContext;
import dev.hinny.gateway.api.PolicyCatalog;
import dev.hinny.gateway.engine.FailureListener;
import dev.hinny.gateway.engine.Gateway;
import dev.hinny.gateway.engine.UnknownApi;
import dev.hinny.http.Answer;
import dev.hinny.http.EventLoops;
import dev.hinny.http.HttpServer;
import dev.hinny.http.RequestHandler;
import dev.hinny.http.Response;
import dev.hinny.http.ServerConfig;
import dev.hinny.policies.tck.Stage;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures what policies cost: CPU time and allocated bytes of the event loop for a request that is answered on it, without a
 * gateway, with an empty chain, with client-id-enforcement, and with rate-limiting as well.
 *
 * <p>{@code ChainCost SECONDS ROUNDS}
 */
final class ChainCost {
    private static final int CONNECTIONS = 16;
    private static final byte[] REQUEST = ("GET /orders HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n"
                    + "client_id: 0123456789abcdef0123456789abcdef\r\n"
                    + "client_secret: 0123456789ABCDEF0123456789ABCDEF0123456789a\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private record Cost(double micros, double bytes, double perSecond) {}

    private ChainCost() {}

    public static void main(String[] args) throws Exception {
        long seconds = args.length > 0 ? Long.parseLong(args[0]) : 3;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Gateway gateway = new Gateway(
                PolicyCatalog.installed(ChainCost.class.getClassLoader()), UnknownApi.REFUSE, FailureListener.NONE);
        gateway.apply(List.of(api(1, 0), api(2, 1), api(3, 2), api(4, 3)));
        Response ok = Response.json(200, "{\"text\":\"" + "x".repeat(1000) + "\"}");
        RequestHandler plain = request -> new Answer(ok);
        Map<String, RequestHandler> kinds = new LinkedHashMap<>();
        kinds.put("no gateway", plain);
        kinds.put("empty chain", gateway.guard(1, plain));
        kinds.put("client id", gateway.guard(2, plain));
        kinds.put("client id + rate limit", gateway.guard(3, plain));
        kinds.put("the same with headers", gateway.guard(4, plain));
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, RequestHandler> kind : kinds.entrySet()) {
                Cost cost = measure(kind.getValue(), seconds);
                if (round > 0) {
                    costs.computeIfAbsent(kind.getKey(), k -> new ArrayList<>()).add(cost);
                }
            }
        }
        costs.forEach((kind, all) -> System.out.printf(
                "%-24s %6.2f us CPU %8.0f bytes %8.0f requests/s%n",
                kind, median(all, 0), median(all, 1), median(all, 2)));
        System.exit(0);
    }

    private static double median(List<Cost> costs, int what) {
        double[] sorted = costs.stream()
                .mapToDouble(c -> what == 0 ? c.micros() : what == 1 ? c.bytes() : c.perSecond())
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private static ApiConfig api(long id, int policies) {
        List<ApiConfig.PolicyBinding> bindings = new ArrayList<>();
        if (policies > 0) {
            bindings.add(Stage.bind(1, "client-id-enforcement", 1, "{}"));
        }
        if (policies > 1) {
            bindings.add(Stage.bind(
                    2,
                    "rate-limiting",
                    2,
                    "{\"rateLimits\":[{\"maximumRequests\":2000000000,"
                        + "\"timePeriodInMilliseconds\":3600000}],\"keySelector\":\"#[attributes.headers['client_id']]\","
                        + "\"exposeHeaders\":" + (policies > 2) + "}"));
        }
        return new ApiConfig(
                new ApiContext(id, "orders-api", "1.0.0", ""),
                bindings,
                List.of(Stage.contract(
                        "0123456789abcdef0123456789abcdef", "0123456789ABCDEF0123456789ABCDEF0123456789a")));
    }

    private static Cost measure(RequestHandler handler, long seconds) throws Exception {
        try (EventLoops loops = EventLoops.create(1)) {
            long[] loop = new long[1];
            HttpServer server = HttpServer.start(loops, ServerConfig.of("127.0.0.1", 0), request -> {
                loop[0] = Thread.currentThread().threadId();
                return handler.onRequest(request);
            });
            AtomicLong done = new AtomicLong();
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                clients.add(Thread.ofPlatform().start(() -> load(server.port(), end, done)));
            }
            for (Thread client : clients) {
                client.join();
            }
            Cost cost = new Cost(
                    THREADS.getThreadCpuTime(loop[0]) / 1e3 / done.get(),
                    (double) THREADS.getThreadAllocatedBytes(loop[0]) / done.get(),
                    (double) done.get() / seconds);
            server.close();
            return cost;
        }
    }

    private static void load(int port, long end, AtomicLong done) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            int length = 0;
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(REQUEST);
                int read = in.read(buffer);
                if (length == 0) {
                    String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                    if (!text.startsWith("HTTP/1.1 200")) {
                        throw new IllegalStateException(text);
                    }
                    length = read;
                }
                while (read < length - 8) {
                    read += in.read(buffer, read, buffer.length - read);
                }
                done.incrementAndGet();
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
