package dev.hinny.connectors.http;

import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.element.Build;
import java.util.ArrayList;
import java.util.List;

/** The addresses that the listener configurations of an application claim. */
final class ListenerPorts {
    private record Claim(String configuration, String host, int port) {}

    private final List<Claim> claims = new ArrayList<>();

    private ListenerPorts() {}

    static ListenerPorts of(Application application) {
        return application.service(ListenerPorts.class).orElseGet(() -> {
            ListenerPorts ports = new ListenerPorts();
            application.offer(ListenerPorts.class, ports);
            return ports;
        });
    }

    synchronized void claim(String configuration, String host, int port, Build build) {
        if (port <= 0) {
            return;
        }
        for (Claim other : claims) {
            boolean overlaps = other.host.equals(host) || everywhere(other.host) || everywhere(host);
            if (other.port == port && overlaps) {
                build.problems()
                        .error(
                                "PORT-CONFLICT",
                                build.component().place(),
                                "port " + port + " of '" + host + "' is already taken by the listener configuration '"
                                        + other.configuration + "'",
                                "let the listeners share one configuration, or use another port");
            }
        }
        claims.add(new Claim(configuration, host, port));
    }

    private static boolean everywhere(String host) {
        return host.equals("0.0.0.0") || host.equals("::");
    }
}
