package dev.hinny.bench;

import java.nio.file.Path;

/** Where things are. */
public final class Home {
    private static final Path BENCH =
            Path.of(System.getProperty("bench.home", "bench")).toAbsolutePath();

    private Home() {}

    public static Path bench() {
        return BENCH;
    }

    /** Logs, caches and figures of single workloads; not kept under version control. */
    public static Path out() {
        return BENCH.resolve("out");
    }

    public static String hinny() {
        return BENCH.resolveSibling("hinny").toString();
    }
}
