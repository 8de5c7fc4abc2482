package dev.hinny.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** CPU time and memory as the kernel counts them. */
public final class Cpu {
    private static final double TICK = 10_000;

    private Cpu() {}

    /** User and system time of a process and those below it, in microseconds. */
    public static double micros(ProcessHandle process) {
        return tree(process).mapToDouble(p -> ticks(p.pid(), false)).sum() * TICK;
    }

    /** Resident memory of a process and those below it, in MiB. */
    public static double residentMib(ProcessHandle process) {
        return tree(process).mapToLong(Cpu::residentKib).sum() / 1024.0;
    }

    private static Stream<ProcessHandle> tree(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants());
    }

    private static double ticks(long pid, boolean withDead) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double own = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
            return withDead ? own + Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]) : own;
        } catch (IOException e) {
            return 0;
        }
    }

    private static long residentKib(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    /** A moment of the whole machine's use, to tell what others took of it. */
    public record Moment(double busy, double own, double total) {
        public static Moment now() {
            try {
                String[] all =
                        Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +");
                double total = 0;
                for (int i = 1; i <= 8; i++) {
                    total += Double.parseDouble(all[i]);
                }
                double idle = Double.parseDouble(all[4]) + Double.parseDouble(all[5]);
                double own = tree(ProcessHandle.current())
                        .mapToDouble(p -> ticks(p.pid(), true))
                        .sum();
                return new Moment(total - idle, own, total);
            } catch (IOException e) {
                return new Moment(0, 0, 0);
            }
        }

        /** The share of the machine's time since then that neither was idle nor ours, as a text. */
        public String othersSince() {
            Moment now = now();
            double others = (now.busy - busy) - (now.own - own);
            double share = now.total > total ? Math.max(0, others) / (now.total - total) : 0;
            return String.format(Locale.ROOT, "%.0f %%", share * 100);
        }
    }
}
