package dev.hinny.plane.server.runtimemanager;

import dev.hinny.plane.contract.runtimemanager.Application;
import dev.hinny.plane.server.usecase.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The sizes of workers. */
enum WorkerSize {
    MICRO("Micro", 0.1, 256),
    SMALL("Small", 0.2, 512),
    MEDIUM("Medium", 1, 1024),
    LARGE("Large", 2, 2048),
    XLARGE("xLarge", 4, 4096),
    XXLARGE("xxLarge", 8, 8192),
    XXXXLARGE("4xLarge", 16, 16384);

    private final String label;
    private final double vcores;
    private final int heapMegabytes;

    WorkerSize(String label, double vcores, int heapMegabytes) {
        this.label = label;
        this.vcores = vcores;
        this.heapMegabytes = heapMegabytes;
    }

    double vcores() {
        return vcores;
    }

    static WorkerSize named(String name) {
        return Arrays.stream(values())
                .filter(size -> size.label.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("worker size '" + name + "' is unknown, expected one of "
                        + Arrays.stream(values()).map(s -> s.label).collect(Collectors.joining(", "))));
    }

    /** The smallest size of at least that many virtual cores. */
    static WorkerSize of(double vcores) {
        return Arrays.stream(values())
                .filter(size -> size.vcores >= vcores - 0.001)
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("worker size " + vcores + " vCores is more than 16"));
    }

    static int heapMegabytes(double vcores) {
        return of(vcores).heapMegabytes;
    }

    Application.WorkerType shown() {
        String memory = heapMegabytes < 1024 ? heapMegabytes * 2 + " MB" : heapMegabytes * 2 / 1024 + " GB";
        String cores = vcores == Math.floor(vcores) ? Long.toString((long) vcores) : Double.toString(vcores);
        return new Application.WorkerType(label, vcores, cores + " vCores", memory);
    }
}
