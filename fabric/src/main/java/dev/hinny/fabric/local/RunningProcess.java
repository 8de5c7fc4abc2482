package dev.hinny.fabric.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A process of this machine that is known to be a certain replica's. */
record RunningProcess(ProcessHandle handle) {
    /** The kernel's idea of the start moves when the clock is set, within this. */
    private static final long CLOCK_TOLERANCE_MILLIS = 2_000;

    /** The process that the state names, unless it is gone and its id now another's. */
    static Optional<RunningProcess> recorded(ReplicaState state, Path bootstrap) {
        if (state.pid() <= 0) {
            return Optional.empty();
        }
        return ProcessHandle.of(state.pid())
                .map(RunningProcess::new)
                .filter(process -> process.alive()
                        && (Math.abs(process.startedMillis() - state.startedMillis()) <= CLOCK_TOLERANCE_MILLIS
                                || process.runs(bootstrap)));
    }

    /** A process that was started with the bootstrap by a controller that died before it could write that down. */
    static Optional<RunningProcess> unrecorded(Path bootstrap) {
        return ProcessHandle.allProcesses()
                .map(RunningProcess::new)
                .filter(process -> process.runs(bootstrap) && process.alive())
                .findFirst();
    }

    long pid() {
        return handle.pid();
    }

    long startedMillis() {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** False for a zombie too: an adopted process may have a parent that never collects it. */
    boolean alive() {
        return handle.isAlive() && !zombie();
    }

    /** The process and what it started, itself last. */
    List<ProcessHandle> tree() {
        return handle.descendants().toList();
    }

    private boolean zombie() {
        Path stat = Path.of("/proc", Long.toString(pid()), "stat");
        try {
            String line = Files.readString(stat, StandardCharsets.ISO_8859_1);
            int state = line.lastIndexOf(')') + 2;
            return state > 1 && state < line.length() && (line.charAt(state) == 'Z' || line.charAt(state) == 'X');
        } catch (IOException e) {
            return false;
        }
    }

    private boolean runs(Path bootstrap) {
        try {
            // ProcessHandle shows no arguments when the command line is longer than a page, and class paths are.
            byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(pid()), "cmdline"));
            return new String(line, StandardCharsets.UTF_8).endsWith("\0--bootstrap\0" + bootstrap + "\0");
        } catch (IOException e) {
            return handle.info().commandLine().orElse("").endsWith("--bootstrap " + bootstrap);
        }
    }
}
