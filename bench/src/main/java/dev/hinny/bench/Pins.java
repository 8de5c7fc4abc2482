package dev.hinny.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What keeps a server on one CPU and the load, with all that only serves the load, on another. */
public record Pins(List<String> server, List<String> load) {
    public static final Pins NONE = new Pins(List.of(), List.of());

    /** Servers on CPU 0 and load on CPU 1, where the machine has two and {@code taskset}. */
    public static Pins ofMachine() {
        boolean possible = Runtime.getRuntime().availableProcessors() > 1 && Files.exists(Path.of("/usr/bin/taskset"));
        return possible ? new Pins(List.of("taskset", "-c", "0"), List.of("taskset", "-c", "1")) : NONE;
    }

    /** The same with the server where the load is: for what only serves the load. */
    public Pins swapped() {
        return new Pins(load, server);
    }
}
