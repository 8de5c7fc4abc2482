package dev.hinny.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A server in a process of its own, which writes to a log of its own. */
public final class Server implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final Launch launch;
    private final int port;
    private final Process process;
    private final Path log;

    private Server(Launch launch, int port, Process process, Path log) {
        this.launch = launch;
        this.port = port;
        this.process = process;
        this.log = log;
    }

    /** A program that serves on the port it is told. */
    @FunctionalInterface
    public interface Command {
        List<String> on(int port);
    }

    /**
     * @param name for people
     * @param ahead whether it is compiled ahead and so needs little warming
     */
    public record Launch(String name, boolean ahead, Command command) {}

    public static Server start(Launch launch, Pins pins) {
        int port = freePort();
        List<String> command = new ArrayList<>(pins.server());
        command.addAll(launch.command().on(port));
        Path log = Home.out().resolve("logs").resolve(launch.name().replaceAll("\\W+", "-") + ".log");
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("HINNY_JAVA_OPTS", String.join(" ", Java.HEAP));
            builder.environment().put("HINNY_BUILD", "off");
            return new Server(launch, port, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Launch launch() {
        return launch;
    }

    public int port() {
        return port;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** The body of the first answer with status 200. */
    public byte[] awaitAnswer(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + call.path()))
                .timeout(Duration.ofSeconds(5));
        call.headers().forEach(request::header);
        if (call.body().length > 0) {
            request.POST(HttpRequest.BodyPublishers.ofByteArray(call.body()));
        }
        HttpRequest made = request.build();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        String last = "no answer";
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                HttpResponse<byte[]> response = CLIENT.send(made, HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() == 200) {
                    return response.body();
                }
                last = "status " + response.statusCode();
            } catch (IOException e) {
                last = String.valueOf(e.getMessage());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new NotServing(launch.name() + " does not answer with 200 (" + last + "); its log ends: " + tail());
    }

    private String tail() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.filter(line -> !line.isBlank()).toList();
            return String.join(" | ", all.subList(Math.max(0, all.size() - 4), all.size()));
        } catch (IOException e) {
            return "unreadable";
        }
    }

    /** Asks it to end, as an operator would, and waits. */
    @Override
    public void close() {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                below.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A server that did not come up; the others are measured without it. */
    public static final class NotServing extends RuntimeException {
        NotServing(String message) {
            super(message);
        }
    }
}
