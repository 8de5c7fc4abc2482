package dev.hinny.fabric.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;

/** Main class of the processes that the tests supervise; what it does is the part of the replica id before the dash. */
public final class TestReplica {
    private TestReplica() {}

    public static void main(String[] arguments) throws Exception {
        Path bootstrap = Path.of(arguments[2]);
        Path directory = bootstrap.getParent();
        String id = directory.getFileName().toString();
        System.out.println("started " + id + " as " + arguments[0] + " with "
                + System.getenv("PATH").isEmpty());
        switch (id.substring(0, id.indexOf('-'))) {
            case "crash" -> System.exit(3);
            case "finish" -> {
                Files.writeString(directory.resolve("stopped"), "");
                System.exit(0);
            }
            case "stubborn" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(TestReplica::forever));
                Process child = new ProcessBuilder("sleep", "1000").start();
                Files.writeString(directory.resolve("child"), Long.toString(child.pid()));
                ready(directory);
            }
            case "talk" -> {
                System.out.println("x".repeat(10_000));
                ready(directory);
            }
            default -> ready(directory);
        }
        forever();
    }

    private static void ready(Path directory) throws IOException {
        Path temporary = directory.resolve("ready.tmp");
        Files.writeString(temporary, Long.toString(ProcessHandle.current().pid()));
        Files.move(temporary, directory.resolve("ready"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void forever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
