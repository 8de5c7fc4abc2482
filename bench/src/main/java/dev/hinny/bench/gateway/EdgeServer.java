package dev.hinny.bench.gateway;

import dev.hinny.base.Problem;
import dev.hinny.edge.Edge;
import dev.hinny.edge.EdgeConfig;
import dev.hinny.edge.EdgeSettings;
import dev.hinny.http.EventLoops;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Hinny's edge with one rule: {@code EdgeServer PORT UPSTREAM-PORT}. */
public final class EdgeServer {
    private EdgeServer() {}

    public static void main(String[] args) throws InterruptedException {
        Edge edge = Edge.start(EventLoops.create(1), EdgeSettings.standard());
        List<Problem> problems = edge.apply(new EdgeConfig(
                List.of(new EdgeConfig.Listener("bench", "127.0.0.1", Integer.parseInt(args[0]), "", "")),
                List.of(new EdgeConfig.Rule(
                        "*",
                        "/orders",
                        "/orders",
                        "orders",
                        List.of(new EdgeConfig.Target("one", false, "127.0.0.1", Integer.parseInt(args[1])))))));
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.toString());
        }
        new CountDownLatch(1).await();
    }
}
