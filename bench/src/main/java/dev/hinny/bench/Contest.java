package dev.hinny.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Servers under the same load in turn, after their answers were found to be the same. The first launch is Hinny. */
public record Contest(String workload, String title, String how, Call call, Map<String, String> goals) {

    public Result run(Pace pace, List<Server.Launch> launches) {
        Cpu.Moment begin = Cpu.Moment.now();
        Pins pins = Pins.ofMachine();
        List<Server> servers = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        try {
            start(launches, pins, servers, troubles);
            return measure(pace, new Wrk(pins, call), servers, troubles, begin);
        } finally {
            servers.forEach(Server::close);
        }
    }

    private void start(List<Server.Launch> launches, Pins pins, List<Server> servers, List<String> troubles) {
        String expected = null;
        for (Server.Launch launch : launches) {
            Server server = Server.start(launch, pins);
            servers.add(server);
            try {
                String answer = Values.canonical(server.awaitAnswer(call));
                if (expected == null) {
                    expected = answer;
                } else if (!expected.equals(answer)) {
                    throw new IllegalStateException(launch.name() + " answers " + answer + ", expected " + expected);
                }
            } catch (Server.NotServing e) {
                troubles.add(String.valueOf(e.getMessage()));
                servers.remove(server);
                server.close();
            }
        }
    }

    private Result measure(Pace pace, Wrk wrk, List<Server> servers, List<String> troubles, Cpu.Moment begin) {
        for (Server server : servers) {
            System.out.println("  warming " + server.launch().name());
            wrk.run(server, server.launch().ahead() ? pace.warmNative() : pace.warm());
        }
        Ratios cpu = new Ratios();
        Ratios rate = new Ratios();
        Ratios p50 = new Ratios();
        Ratios p99 = new Ratios();
        for (int round = 0; round < pace.rounds(); round++) {
            for (Server server : servers) {
                Wrk.Load load = wrk.run(server, pace.round());
                String name = server.launch().name();
                cpu.add(name, load.cpuPerRequest());
                rate.add(name, load.perSecond());
                p50.add(name, load.p50Micros());
                p99.add(name, load.p99Micros());
                System.out.printf(
                        Locale.ROOT,
                        "  %-26s %6.1f us CPU/request %8.0f requests/s%n",
                        name,
                        load.cpuPerRequest(),
                        load.perSecond());
            }
        }
        List<List<String>> lines = new ArrayList<>();
        for (Server server : servers) {
            String name = server.launch().name();
            lines.add(List.of(
                    name,
                    String.format(Locale.ROOT, "%.1f", cpu.median(name)),
                    String.format(Locale.ROOT, "%.0f", rate.median(name)),
                    String.format(Locale.ROOT, "%.2f", p50.median(name) / 1000),
                    String.format(Locale.ROOT, "%.2f", p99.median(name) / 1000)));
        }
        return new Result(
                workload,
                title,
                how,
                LocalDate.now().toString(),
                pace.name(),
                begin.othersSince(),
                hinnyServes(servers) ? cpu.ratios("CPU per request", goals) : List.of(),
                List.of("", "CPU per request, µs", "requests/s", "p50, ms", "p99, ms"),
                lines,
                troubles);
    }

    private static boolean hinnyServes(List<Server> servers) {
        return !servers.isEmpty() && servers.getFirst().launch().name().startsWith("Hinny");
    }
}
