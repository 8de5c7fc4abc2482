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

/** A race: each contender in JVMs of its own, which take turns. */
public final class TransformWorkload implements Workload {
    private final Race race;

    public TransformWorkload(Race race) {
        this.race = race;
    }

    @Override
    public String name() {
        return race.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Result run(Pace pace) {
        Cpu.Moment begin = Cpu.Moment.now();
        compare();
        Ratios micros = new Ratios();
        Ratios kib = new Ratios();
        for (int fork = 0; fork < pace.forks(); fork++) {
            for (int i = 0; i < race.contenders().size(); i++) {
                String title = race.contenders().get(i).title();
                double[] figures = fork(i, pace);
                micros.add(title, figures[0] / 1000);
                kib.add(title, figures[1] / 1024);
                System.out.printf(
                        Locale.ROOT, "  %-26s %10.2f us %10.1f KiB%n", title, figures[0] / 1000, figures[1] / 1024);
            }
        }
        List<List<String>> lines = new ArrayList<>();
        for (Contender contender : race.contenders()) {
            String title = contender.title();
            lines.add(List.of(title, text(micros.best(title)), text(micros.median(title)), text(kib.median(title))));
        }
        return new Result(
                name(),
                race.title(),
                race.how() + " Thread CPU time, 10th percentile of windows of 50 ms, " + pace.forks()
                        + " JVM(s) for each in turn, " + pace.transformWarm() + " s warm, not pinned.",
                LocalDate.now().toString(),
                pace.name(),
                begin.othersSince(),
                micros.bestRatios("thread CPU", race.goals()),
                List.of("", "best JVM, µs", "median JVM, µs", "allocated, KiB"),
                lines,
                List.of());
    }

    private static String text(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }

    /** @throws IllegalStateException when somebody's answer is not Hinny's */
    void compare() {
        byte[] sample = race.sample();
        String expected =
                Values.canonical(race.contenders().getFirst().transform().apply(sample));
        for (Contender contender : race.contenders()) {
            String answer = Values.canonical(contender.transform().apply(sample));
            if (!answer.equals(expected)) {
                throw new IllegalStateException(contender.title() + " answers " + answer + ", expected " + expected);
            }
        }
    }

    private double[] fork(int contender, Pace pace) {
        try {
            Process process = new ProcessBuilder(Java.own(
                            race.options(),
                            TransformFork.class,
                            race.name(),
                            contender,
                            pace.transformWarm(),
                            pace.transform()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(race.contenders().get(contender).title() + " failed: " + output);
            }
            String[] figures = output.strip().split(" ");
            return new double[] {Double.parseDouble(figures[0]), Double.parseDouble(figures[1])};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
