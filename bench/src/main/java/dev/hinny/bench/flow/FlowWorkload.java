package dev.hinny.bench.flow;

import dev.hinny.bench.Call;
import dev.hinny.bench.Contest;
import dev.hinny.bench.Home;
import dev.hinny.bench.Java;
import dev.hinny.bench.Pace;
import dev.hinny.bench.Result;
import dev.hinny.bench.Server.Launch;
import dev.hinny.bench.Workload;
import dev.hinny.bench.transform.Orders;
import java.util.List;
import java.util.Map;

/** The small transformation as an application behind HTTP. */
public final class FlowWorkload implements Workload {
    private static final String FLOOR = "Netty + streaming (floor)";

    @Override
    public String name() {
        return "flow";
    }

    @Override
    public Result run(Pace pace) {
        String application = Home.bench().resolve("apps").resolve("flow").toString();
        return new Contest(
                        name(),
                        "Flow over HTTP",
                        "POST of the 1 KB order, the small transform, JSON answer; 32 kept connections of wrk. Hinny is"
                                + " `hinny run` with an application of one flow (listener and transformation).",
                        Call.post("/orders", Orders.order()),
                        Map.of(FLOOR, "<= 1.35"))
                .run(
                        pace,
                        List.of(
                                new Launch(
                                        "Hinny flow",
                                        false,
                                        port -> List.of(Home.hinny(), "run", application, "-Dhttp.port=" + port)),
                                new Launch(FLOOR, false, port -> Java.own(NettyServer.class, port)),
                                new Launch("Vert.x + tree", false, port -> Java.own(VertxServer.class, port))));
    }
}
