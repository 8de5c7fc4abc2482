package dev.hinny.bench.transform;

import dev.hinny.bench.Cpu;
import dev.hinny.bench.Home;
import dev.hinny.bench.Java;
import dev.hinny.bench.Pace;
import dev.hinny.bench.Result;
import dev.hinny.bench.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Script start: a script of 40 lines parsed, compiled and run once, in a warm JVM and as a process. */
public final class ScriptWorkload implements Workload {
    private static final String WARM = "parse, compile, first result in a warm JVM, ms of thread CPU";
    private static final String PROCESS = "`hinny dw` as a process, s";

    @Override
    public String name() {
        return "script";
    }

    @Override
    public Result run(Pace pace) {
        Cpu.Moment begin = Cpu.Moment.now();
        List<List<String>> lines = new ArrayList<>();
        try {
            lines.add(List.of(WARM, text(warm(pace)), "<= 2"));
            lines.add(List.of(PROCESS, text(process(pace)), "<= 0.6"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.forEach(line -> System.out.println("  " + String.join("  ", line)));
        return new Result(
                name(),
                "Script start",
                "A script of 40 lines with an import, functions and variables, on the 1 KB order. In the warm JVM it"
                    + " is parsed, compiled and run anew each time, in windows of 50 ms of which the 10th percentile"
                    + " counts.",
                LocalDate.now().toString(),
                pace.name(),
                begin.othersSince(),
                List.of(),
                List.of("", "measured", "we mean to reach"),
                lines,
                List.of());
    }

    private static String text(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }

    private static double warm(Pace pace) throws IOException {
        return Double.parseDouble(output(Java.own(ScriptFork.class, pace.transformWarm(), pace.transform()))
                        .strip())
                / 1e6;
    }

    private static double process(Pace pace) throws IOException {
        Files.createDirectories(Home.out());
        Path order = Files.write(Home.out().resolve("order.json"), Orders.order());
        Path script = Files.writeString(Home.out().resolve("start.dwl"), HinnyTransform.source("/start.dwl"));
        List<String> command = List.of(Home.hinny(), "dw", "-i", "payload=" + order, script.toString());
        output(command);
        double[] seconds = new double[pace.starts()];
        for (int i = 0; i < seconds.length; i++) {
            long from = System.nanoTime();
            output(command);
            seconds[i] = (System.nanoTime() - from) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds[seconds.length / 2];
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return output;
    }
}
