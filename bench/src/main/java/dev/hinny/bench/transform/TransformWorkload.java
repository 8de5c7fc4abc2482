package dev.hinny.bench.transform;

import dev.hinny.bench.Cpu;
import dev.hinny.bench.Java;
import dev.hinny.bench.Pace;
import dev.hinny.bench.Ratios;
import dev.hinny.bench.Result;
import dev.hinny.bench.Values;
import dev.hinny.bench.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Small transformation: each contender in JVMs of its own, which take turns. */
public final class TransformWorkload implements Workload {
    private static final Map<String, String> GOALS =
            Map.of(Contender.TREE.title(), "<= 1.0", Contender.STREAMING.title(), "stretch: 1.1");

    @Override
    public String name() {
        return "transform";
    }

    @Override
    public Result run(Pace pace) {
        Cpu.Moment begin = Cpu.Moment.now();
        compare();
        Ratios micros = new Ratios();
        for (int fork = 0; fork < pace.forks(); fork++) {
            for (Contender contender : Contender.values()) {
                double figure = fork(contender, pace);
                micros.add(contender.title(), figure);
                System.out.printf(Locale.ROOT, "  %-26s %6.2f us%n", contender.title(), figure);
            }
        }
        List<List<String>> lines = new ArrayList<>();
        for (Contender contender : Contender.values()) {
            lines.add(List.of(
                    contender.title(),
                    String.format(Locale.ROOT, "%.2f", micros.best(contender.title())),
                    String.format(Locale.ROOT, "%.2f", micros.median(contender.title()))));
        }
        return new Result(
                name(),
                "Small transform",
                "1 KB order, JSON to JSON: rename, concatenate, upper and lower case, filter and map a list of 20, ten"
                        + " fields; bytes in, bytes out. Thread CPU time, 10th percentile of windows of 50 ms, "
                        + pace.forks() + " JVM(s) for each in turn, " + pace.transformWarm() + " s warm, not pinned.",
                LocalDate.now().toString(),
                pace.name(),
                begin.othersSince(),
                micros.bestRatios("thread CPU", GOALS),
                List.of("", "best JVM, µs", "median JVM, µs"),
                lines,
                List.of());
    }

    /** @throws IllegalStateException when somebody's answer is not Hinny's */
    static void compare() {
        byte[] order = Orders.order();
        String expected = Values.canonical(Contender.HINNY.transform().apply(order));
        for (Contender contender : Contender.values()) {
            String answer = Values.canonical(contender.transform().apply(order));
            if (!answer.equals(expected)) {
                throw new IllegalStateException(contender.title() + " answers " + answer + ", expected " + expected);
            }
        }
    }

    private static double fork(Contender contender, Pace pace) {
        try {
            Process process = new ProcessBuilder(
                            Java.own(TransformFork.class, contender.name(), pace.transformWarm(), pace.transform()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(contender.title() + " failed: " + output);
            }
            return Double.parseDouble(output.strip()) / 1000;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
