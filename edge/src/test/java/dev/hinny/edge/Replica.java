package dev.hinny.edge;

import dev.hinny.http.Body;
import dev.hinny.http.EventLoops;
import dev.hinny.http.Headers;
import dev.hinny.http.HttpServer;
import dev.hinny.http.Request;
import dev.hinny.http.RequestHandler;
import dev.hinny.http.Response;
import dev.hinny.http.ServerConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A server behind the edge that answers with its own name and what it was asked; {@link #main} runs one as a process. */
final class Replica implements AutoCloseable {
    final String name;
    final HttpServer server;
    /** Requests to a path that ends with {@code /slow} wait for it. */
    final CountDownLatch release = new CountDownLatch(1);
    /** Counted down by the first such request. */
    final CountDownLatch slowArrived = new CountDownLatch(1);

    Replica(EventLoops loops, String name, int port) {
        this.name = name;
        this.server =
                HttpServer.start(loops, ServerConfig.of("127.0.0.1", port), RequestHandler.blocking(this::answer));
    }

    EdgeConfig.Target target() {
        return new EdgeConfig.Target(name, false, "127.0.0.1", server.port());
    }

    private Response answer(Request request) throws Exception {
        if (request.rawPath().endsWith("/slow")) {
            slowArrived.countDown();
            release.await();
        }
        String body =
                request.body().length() == 0 ? "" : new String(request.body().bytes(1 << 20), StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(name + " " + request.method() + " " + request.target() + " " + body);
        request.headers()
                .forEach((key, value) ->
                        text.append('\n').append(key.toLowerCase()).append(": ").append(value));
        return Response.of(200, Headers.of("x-replica", name), Body.of(text.toString(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        release.countDown();
        server.close();
    }

    public static void main(String[] arguments) throws InterruptedException {
        Replica replica = new Replica(EventLoops.create(1), arguments[0], 0);
        System.out.println(replica.server.port());
        new CountDownLatch(1).await();
    }

    /** A replica in a JVM of its own. */
    record Remote(Process process, EdgeConfig.Target target) {
        static Remote start(String name) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Replica.class.getName(),
                            name)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return new Remote(
                    process, new EdgeConfig.Target(name, false, "127.0.0.1", Integer.parseInt(out.readLine())));
        }
    }
}
