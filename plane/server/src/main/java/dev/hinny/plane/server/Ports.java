package dev.hinny.plane.server;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.agent.AgentBootstrap;
import dev.hinny.plane.contract.fabric.ReplicaStatus;
import dev.hinny.plane.store.Modes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Ports that must stay the same when a controller comes back, since replicas that outlived it use them.
 *
 * @param agent of the agent address
 * @param edge of the load balancer
 */
record Ports(int agent, int edge) {
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * The ones of before, or free ones; a given edge port wins. What runs keeps its ports, even if they are not to be had
     * now for that very reason.
     *
     * @throws ProblemException {@code PORT-IN-USE}
     */
    static Ports of(Path file, ControllerConfig config) throws IOException {
        Ports kept = Files.exists(file) ? Json.read(Files.readAllBytes(file), Ports.class) : new Ports(0, 0);
        List<ReplicaStatus> running = config.fabric().replicas().stream()
                .filter(ReplicaStatus::running)
                .toList();
        boolean edgeRuns = running.stream().anyMatch(r -> r.role() == AgentBootstrap.Role.EDGE);
        int wanted = config.edgePort();
        if (wanted != 0 && !(edgeRuns && wanted == kept.edge())) {
            require(config.host(), wanted, "--edge-port");
        }
        boolean agentStays = kept.agent() != 0 && (!running.isEmpty() || isFree(LOOPBACK, kept.agent()));
        boolean edgeStays = kept.edge() != 0 && (edgeRuns || isFree(config.host(), kept.edge()));
        Ports now =
                new Ports(agentStays ? kept.agent() : free(), wanted != 0 ? wanted : edgeStays ? kept.edge() : free());
        if (!now.equals(kept)) {
            Modes.writePrivate(file, Json.bytes(now));
        }
        return now;
    }

    /** @throws ProblemException {@code PORT-IN-USE} naming the option that gives another; 0 is always to be had */
    static void require(String host, int port, String option) throws IOException {
        if (port != 0 && !isFree(host, port)) {
            throw new ProblemException(new Problem(
                    "PORT-IN-USE",
                    Severity.ERROR,
                    Blame.CAPACITY,
                    null,
                    "port " + port + " of '" + host + "' is in use by another process",
                    "give another one with " + option + " (0 takes a free one), or stop what listens there"));
        }
    }

    private static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
