package dev.hinny.suite;

import dev.hinny.cli.platform.AccessFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The program as a process of its own, with a home in a temporary folder. */
final class Hinny {
    private static final long PAUSE_MILLIS = 20;

    private final Path home;

    Hinny(Path home) {
        this.home = home;
    }

    /** What a process ended with. */
    record Ended(int status, String output) {}

    /** Runs a command to its end. */
    Ended run(int seconds, String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "run-", ".txt");
        Process process = start(output, arguments);
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroy();
            throw new AssertionError(
                    String.join(" ", arguments) + " takes longer than " + seconds + " s:\n" + Files.readString(output));
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    /** Starts a command; both streams go to the file. */
    Process start(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dhinny.home=" + Repository.ROOT,
                "-Djava.io.tmpdir=" + home,
                "-cp",
                classPath(),
                "dev.hinny.dist.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().put("HOME", home.toString());
        return builder.start();
    }

    /** Starts a platform on free ports and returns when it serves. */
    Process up(Path data) throws IOException, InterruptedException {
        Path output = home.resolve("up.txt");
        Path access = data.resolve(AccessFile.NAME);
        Files.deleteIfExists(access);
        Process process = start(output, "up", "--data", data.toString(), "--port", "0", "--edge-port", "0");
        await(60, "the platform serves", () -> Files.exists(access) || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("up ended with " + process.exitValue() + ":\n" + Files.readString(output));
        }
        return process;
    }

    /** Returns when the condition holds. */
    static void await(int seconds, String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("after " + seconds + " s not yet: " + what);
            }
            pause();
        }
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }

    /** Processes whose command line names the folder, ourselves apart. */
    static List<String> processesOf(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            Path line = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            if (process.pid() != ProcessHandle.current().pid() && Files.isReadable(line)) {
                String text = read(line).replace('\0', ' ');
                if (text.contains(folder.toString())) {
                    found.add(process.pid() + " " + text);
                }
            }
        }
        return found;
    }

    private static String read(Path line) {
        try {
            return Files.readString(line);
        } catch (IOException e) {
            // It ended while we looked.
            return "";
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
