package dev.hinny.dist.demo;

import dev.hinny.cli.platform.AccessFile;
import dev.hinny.dist.Jvm;
import dev.hinny.dist.platform.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A platform of the demonstration's own: {@code hinny up} as a process that can be killed. */
final class PlatformProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(120);

    private final Path data;
    private final List<String> options;
    private Process process;
    private AccessFile access;

    private PlatformProcess(Path data, List<String> options, Process process, AccessFile access) {
        this.data = data;
        this.options = options;
        this.process = process;
        this.access = access;
    }

    static PlatformProcess start(Path data, int port, int edgePort) throws IOException, InterruptedException {
        List<String> options = List.of("--port", Integer.toString(port), "--edge-port", Integer.toString(edgePort));
        Process process = launch(data, options);
        return new PlatformProcess(data, options, process, await(data, process));
    }

    AccessFile access() {
        return access;
    }

    /** Kills the controller and nothing else. */
    void killController() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Starts a controller again, which adopts what runs. */
    void restartController() throws IOException, InterruptedException {
        Files.deleteIfExists(data.resolve(AccessFile.NAME));
        process = launch(data, options);
        access = await(data, process);
    }

    private static Process launch(Path data, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Jvm.inherited());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.hinny.dist.Main", "up", "--data"));
        command.add(data.toString());
        command.addAll(options);
        Path log = data.resolve("controller.log");
        Files.createDirectories(data);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static AccessFile await(Path data, Process process) throws IOException, InterruptedException {
        Path file = data.resolve(AccessFile.NAME);
        boolean there = Await.until(START, () -> Files.exists(file) || !process.isAlive(), done -> done);
        if (!there || !Files.exists(file)) {
            process.destroyForcibly();
            Path log = data.resolve("controller.log");
            throw new IOException("the platform did not start:\n" + tail(log).orElse("it said nothing"));
        }
        return AccessFile.read(data);
    }

    private static Optional<String> tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(log);
        return Optional.of(String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        new House(data).end();
    }
}
