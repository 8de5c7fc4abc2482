package dev.hinny.plane.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What the agent itself has to report: the snapshot in force and what went wrong with others. Thread-safe. */
final class Standing {
    private final Map<String, List<String>> problems = new ConcurrentSkipListMap<>();
    private volatile String hash = "";

    String hash() {
        return hash;
    }

    void inForce(String snapshotHash) {
        hash = snapshotHash;
    }

    /** The problem lines of one subject; an empty list takes them back. */
    void problems(String subject, List<String> lines) {
        if (lines.isEmpty()) {
            problems.remove(subject);
        } else {
            problems.put(subject, List.copyOf(lines));
        }
    }

    List<String> with(List<String> others) {
        List<String> all = new ArrayList<>(others);
        problems.values()
                .forEach(lines ->
                        lines.stream().filter(line -> !all.contains(line)).forEach(all::add));
        return all;
    }
}
