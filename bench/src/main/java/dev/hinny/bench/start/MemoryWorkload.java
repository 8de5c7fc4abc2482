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

/** Resident memory of the same programs after 1,000 requests. */
public final class MemoryWorkload implements Workload {
    private static final int REQUESTS = 1000;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Result run(Pace pace) {
        Cpu.Moment begin = Cpu.Moment.now();
        List<String> troubles = new ArrayList<>();
        List<Server.Launch> launches = Candidates.ready(troubles);
        Ratios mib = new Ratios();
        for (int i = 0; i < Math.min(3, pace.starts()); i++) {
            for (Server.Launch launch : launches) {
                try (Server server = Server.start(launch, Pins.NONE)) {
                    FirstAnswer.await(server, Candidates.CALL);
                    FirstAnswer.repeat(server, Candidates.CALL, REQUESTS);
                    double resident = Cpu.residentMib(server.handle());
                    mib.add(launch.name(), resident);
                    System.out.printf(Locale.ROOT, "  %-26s %.0f MiB%n", launch.name(), resident);
                }
            }
        }
        List<List<String>> lines = new ArrayList<>();
        for (Server.Launch launch : launches) {
            lines.add(List.of(launch.name(), String.format(Locale.ROOT, "%.0f", mib.median(launch.name()))));
        }
        boolean hinny = !launches.isEmpty() && launches.getFirst().name().equals(Candidates.HINNY);
        return new Result(
                name(),
                "Memory",
                "Resident memory of the programs of *application start* after 1,000 requests, -Xmx256m, serial"
                        + " collector, compact object headers. We mean to stay at or below 100 MB.",
                LocalDate.now().toString(),
                pace.name(),
                begin.othersSince(),
                hinny ? mib.ratios("resident memory", Map.of()) : List.of(),
                List.of("", "MiB"),
                lines,
                troubles);
    }
}
