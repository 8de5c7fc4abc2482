package dev.hinny.plane.server;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.store.Modes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ports that must stay the same when a controller comes back, since replicas that outlived it use them.
 *
 * @param agent of the agent address
 * @param edge of the load balancer
 */
record Ports(int agent, int edge) {
    /** The ones of before, or free ones; a given edge port wins. */
    static Ports of(Path file, int edgePort) throws IOException {
        Ports kept = Files.exists(file) ? Json.read(Files.readAllBytes(file), Ports.class) : new Ports(0, 0);
        Ports now = new Ports(
                kept.agent() == 0 ? free() : kept.agent(),
                edgePort != 0 ? edgePort : kept.edge() == 0 ? free() : kept.edge());
        if (!now.equals(kept)) {
            Modes.writePrivate(file, Json.bytes(now));
        }
        return now;
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
