package dev.hinny.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Load by wrk over 32 kept connections. */
public final class Wrk {
    public static final int CONNECTIONS = 32;

    private final Pins pins;
    private final Call call;

    public Wrk(Pins pins, Call call) {
        this.pins = pins;
        this.call = call;
    }

    /** What wrk saw, and what the server's process spent meanwhile. */
    public record Load(long requests, double seconds, double p50Micros, double p99Micros, double cpuMicros) {
        public double cpuPerRequest() {
            return cpuMicros / requests;
        }

        public double perSecond() {
            return requests / seconds;
        }
    }

    /** @throws IllegalStateException when an answer was not 200 or a connection failed */
    public Load run(Server server, int seconds) {
        List<String> command = new ArrayList<>(pins.load());
        command.addAll(List.of("wrk", "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "--timeout", "10s", "-s"));
        command.add(Home.bench().resolve("load.lua").toString());
        command.add("http://127.0.0.1:" + server.port() + call.path());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        try {
            if (call.body().length > 0) {
                Path body = Home.out().resolve("body");
                Files.write(body, call.body());
                builder.environment().put("BENCH_BODY", body.toString());
            }
            call.headers()
                    .forEach((name, value) -> builder.environment()
                            .put("BENCH_" + name.toUpperCase(Locale.ROOT).replace('-', '_'), value));
            double before = Cpu.micros(server.handle());
            Process wrk = builder.start();
            String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            double spent = Cpu.micros(server.handle()) - before;
            return parse(server, output, spent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Load parse(Server server, String output, double cpu) {
        String line = output.lines()
                .filter(l -> l.startsWith("figures "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk says: " + output));
        String[] part = line.split(" ");
        if (!part[5].equals("0") || part[1].equals("0")) {
            throw new IllegalStateException(server.launch().name() + " failed under load: " + output);
        }
        return new Load(
                Long.parseLong(part[1]),
                Double.parseDouble(part[2]) / 1e6,
                Double.parseDouble(part[3]),
                Double.parseDouble(part[4]),
                cpu);
    }
}
