package dev.hinny.bench.handoff;

import dev.hinny.http.Answer;
import dev.hinny.http.Body;
import dev.hinny.http.EventLoops;
import dev.hinny.http.HttpServer;
import dev.hinny.http.RequestHandler;
import dev.hinny.http.Response;
import dev.hinny.http.ServerConfig;
import java.util.concurrent.CountDownLatch;

/** Answers with the same JSON from the event loop or from a virtual thread: {@code HandOffServer PORT answer|handle|read}. */
public final class HandOffServer {
    private HandOffServer() {}

    public static void main(String[] args) throws InterruptedException {
        Response json = Response.json(200, "{\"text\":\"" + "x".repeat(1010) + "\"}");
        RequestHandler handler = switch (args[1]) {
            case "answer" -> request -> new Answer(json);
            case "handle" -> RequestHandler.blocking(request -> json);
            default ->
                RequestHandler.blocking(request ->
                        Response.of(200, json.headers(), Body.of(request.body().bytes(1 << 20))));
        };
        HttpServer.start(EventLoops.create(1), ServerConfig.of("127.0.0.1", Integer.parseInt(args[0])), handler);
        new CountDownLatch(1).await();
    }
}
