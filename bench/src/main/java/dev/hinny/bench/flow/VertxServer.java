package dev.hinny.bench.flow;

import dev.hinny.bench.transform.Transform;
import dev.hinny.bench.transform.TreeTransform;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.CountDownLatch;

/** Vert.x with Jackson's tree by hand, on its event loop. */
public final class VertxServer {
    private VertxServer() {}

    public static void main(String[] args) throws InterruptedException {
        Transform transform = new TreeTransform();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
        vertx.createHttpServer()
                .requestHandler(request -> request.body()
                        .onSuccess(body -> request.response()
                                .putHeader("Content-Type", "application/json")
                                .end(Buffer.buffer(transform.apply(body.getBytes())))))
                .listen(Integer.parseInt(args[0]), "127.0.0.1");
        new CountDownLatch(1).await();
    }
}
