package dev.hinny.bench.gateway;

import dev.hinny.bench.Call;
import dev.hinny.bench.Contest;
import dev.hinny.bench.Home;
import dev.hinny.bench.Java;
import dev.hinny.bench.Pace;
import dev.hinny.bench.Pins;
import dev.hinny.bench.Result;
import dev.hinny.bench.Server;
import dev.hinny.bench.Server.Launch;
import dev.hinny.bench.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Proxies in front of the same upstream. */
public final class GatewayWorkload implements Workload {
    private static final Call CALL = Call.get("/orders/1");

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public Result run(Pace pace) {
        Launch upstream =
                new Launch("upstream", true, port -> List.of("nginx", "-c", write("upstream.nginx.conf", port, 0)));
        try (Server server = Server.start(upstream, Pins.ofMachine().swapped())) {
            server.awaitAnswer(CALL);
            return contest(pace, server.port());
        }
    }

    private Result contest(Pace pace, int upstream) {
        return new Contest(
                        name(),
                        "Gateway, no policy",
                        "GET of 1 KB JSON from the same nginx upstream for all; 32 kept connections of wrk, kept"
                            + " connections upstream; one thread or worker each; routing by path, forwarded headers,"
                            + " counters, no access log. Hinny is its edge.",
                        CALL,
                        Map.of("nginx", "<= 1.25"))
                .run(
                        pace,
                        List.of(
                                new Launch("Hinny edge", false, port -> Java.own(EdgeServer.class, port, upstream)),
                                new Launch(
                                        "nginx",
                                        true,
                                        port -> List.of("nginx", "-c", write("proxy.nginx.conf", port, upstream))),
                                new Launch(
                                        "HAProxy",
                                        true,
                                        port -> List.of(
                                                "/usr/sbin/haproxy",
                                                "-db",
                                                "-f",
                                                write("haproxy.cfg", port, upstream)))));
    }

    private static String write(String name, int port, int upstream) {
        try (InputStream in = Objects.requireNonNull(GatewayWorkload.class.getResourceAsStream("/" + name))) {
            Path file = Home.out().resolve(name);
            Files.createDirectories(file.getParent());
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@OUT@", Home.out().toString())
                    .replace("@PORT@", Integer.toString(port))
                    .replace("@UPSTREAM@", Integer.toString(upstream))
                    .replace("@JSON@", "{\"text\":\"" + "x".repeat(1010) + "\"}");
            return Files.writeString(file, text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
