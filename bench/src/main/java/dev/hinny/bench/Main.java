package dev.hinny.bench;

import dev.hinny.bench.flow.FlowWorkload;
import dev.hinny.bench.gateway.GatewayWorkload;
import dev.hinny.bench.handoff.HandOffWorkload;
import dev.hinny.bench.start.MemoryWorkload;
import dev.hinny.bench.start.StartWorkload;
import dev.hinny.bench.transform.Race;
import dev.hinny.bench.transform.ScriptWorkload;
import dev.hinny.bench.transform.TransformWorkload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code [--quick|--long] [WORKLOAD...]}: runs the workloads, all by default, and writes the results. */
public final class Main {
    private static final List<Workload> WORKLOADS = List.of(
            new TransformWorkload(Race.TRANSFORM),
            new TransformWorkload(Race.LARGE),
            new TransformWorkload(Race.XML),
            new TransformWorkload(Race.CSV),
            new ScriptWorkload(),
            new FlowWorkload(),
            new GatewayWorkload(),
            new StartWorkload(),
            new MemoryWorkload(),
            new HandOffWorkload());

    private Main() {}

    public static void main(String[] args) {
        Pace pace = Pace.STANDARD;
        List<String> names = WORKLOADS.stream().map(Workload::name).toList();
        List<String> wanted = new ArrayList<>();
        for (String arg : args) {
            switch (arg) {
                case "--quick" -> pace = Pace.QUICK;
                case "--long" -> pace = Pace.LONG;
                default -> {
                    if (!names.contains(arg)) {
                        System.err.println("bench: there is no workload '" + arg + "'; there are " + names);
                        System.exit(2);
                    }
                    wanted.add(arg);
                }
            }
        }
        System.exit(run(pace, wanted.isEmpty() ? names : wanted, names) ? 0 : 1);
    }

    private static boolean run(Pace pace, List<String> wanted, List<String> order) {
        boolean whole = true;
        for (Workload workload : WORKLOADS) {
            if (wanted.contains(workload.name())) {
                System.out.println(workload.name());
                whole &= run(workload, pace);
            }
        }
        Path written = Report.write(order);
        System.out.println("written: " + written);
        return whole;
    }

    private static boolean run(Workload workload, Pace pace) {
        try {
            Result result = workload.run(pace);
            Report.keep(result);
            result.troubles().forEach(trouble -> System.err.println("bench: " + trouble));
            result.ratios()
                    .forEach(r -> System.out.println("  Hinny / " + r.against() + ": " + r.ratio() + " (" + r.figure()
                            + ", " + r.range() + ")"));
            return result.troubles().isEmpty();
        } catch (RuntimeException e) {
            System.err.println("bench: " + workload.name() + " failed: " + e);
            e.printStackTrace();
            return false;
        }
    }
}
