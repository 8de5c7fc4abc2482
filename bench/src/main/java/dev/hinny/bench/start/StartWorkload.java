package dev.hinny.bench.start;

import dev.hinny.bench.Cpu;
import dev.hinny.bench.Pace;
import dev.hinny.bench.Pins;
import dev.hinny.bench.Ratios;
import dev.hinny.bench.Result;
import dev.hinny.bench.Server;
import dev.hinny.bench.Workload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Seconds and CPU time from the start of the process to its first answer with status 200. */
public final class StartWorkload implements Workload {
    @Override
    public String name() {
        return "start";
    }

    @Override
    public Result run(Pace pace) {
        Cpu.Moment begin = Cpu.Moment.now();
        List<String> troubles = new ArrayList<>();
        List<Server.Launch> launches = Candidates.ready(troubles);
        Ratios seconds = new Ratios();
        Ratios cpu = new Ratios();
        for (int i = 0; i < pace.starts(); i++) {
            for (Server.Launch launch : launches) {
                long from = System.nanoTime();
                try (Server server = Server.start(launch, Pins.NONE)) {
                    FirstAnswer.await(server, Candidates.CALL);
                    double took = (System.nanoTime() - from) / 1e9;
                    seconds.add(launch.name(), took);
                    cpu.add(launch.name(), Cpu.micros(server.handle()) / 1e6);
                    System.out.printf(Locale.ROOT, "  %-26s %.2f s%n", launch.name(), took);
                }
            }
        }
        List<List<String>> lines = new ArrayList<>();
        for (Server.Launch launch : launches) {
            lines.add(List.of(
                    launch.name(),
                    String.format(Locale.ROOT, "%.2f", seconds.median(launch.name())),
                    String.format(Locale.ROOT, "%.2f", cpu.median(launch.name()))));
        }
        List<Result.Ratio> ratios = new ArrayList<>();
        if (!launches.isEmpty() && launches.getFirst().name().equals(Candidates.HINNY)) {
            ratios.addAll(seconds.ratios("seconds", Map.of(Candidates.HELIDON, "<= 1.3")));
            ratios.addAll(cpu.ratios("CPU", Map.of()));
        }
        return new Result(
                name(),
                "Application start",
                "From the start of the process to the first answer with status 200. Hinny runs an application with a"
                        + " RAML specification behind APIkit's router through its launcher; the peers are hello worlds"
                        + " with one route. All with an AOT cache and -Xmx256m, not pinned.",
                LocalDate.now().toString(),
                pace.name(),
                begin.othersSince(),
                ratios,
                List.of("", "seconds", "CPU seconds"),
                lines,
                troubles);
    }
}
