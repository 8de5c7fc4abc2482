package dev.hinny.bench;

/** One row of the table. */
public interface Workload {
    /** As on the command line. */
    String name();

    Result run(Pace pace);
}
