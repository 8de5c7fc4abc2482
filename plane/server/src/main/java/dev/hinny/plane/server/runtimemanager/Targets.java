package dev.hinny.plane.server.runtimemanager;

import dev.hinny.plane.contract.agent.StatusReport.ListenerAddress;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the listener of a replica that the shared load balancer sends requests to. */
final class Targets {
    private Targets() {}

    /** The one that asked for the port of public HTTP, else of public HTTPS, else the first plain one. */
    static Optional<ListenerAddress> main(ListenerAddress[] listeners) {
        return Stream.of(listeners).min(Comparator.comparingInt(Targets::rank));
    }

    private static int rank(ListenerAddress listener) {
        return switch (listener.declaredPort()) {
            case 8081 -> 0;
            case 8082 -> 1;
            default -> listener.protocol().equals("http") ? 2 : 3;
        };
    }
}
