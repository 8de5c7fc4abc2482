package dev.hinny.plane.contract.agent;

import java.util.List;

/**
 * The routing table of a load balancer.
 *
 * @param hash of all other fields
 * @param version grows with every change
 * @param routes matched by host first, then by the longest path prefix
 */
public record EdgeSnapshot(String hash, long version, List<Listener> listeners, List<Route> routes) {
    /**
     * An address that the edge serves.
     *
     * @param certificate PEM chain for HTTPS, empty for plain HTTP
     * @param privateKey PEM, empty for plain HTTP
     */
    public record Listener(String name, String host, int port, String certificate, String privateKey) {
        @Override
        public String toString() {
            return "Listener[name=" + name + ", host=" + host + ", port=" + port + "]";
        }
    }

    /**
     * A mapping rule.
     *
     * @param host exact, or {@code *.domain}, or {@code *}; lower case, without port
     * @param pathPrefix starts with a slash; what follows it is appended to {@code targetPath}
     * @param application the name that status and logs show
     * @param targets tried round robin; empty means 503
     */
    public record Route(String host, String pathPrefix, String targetPath, String application, List<Target> targets) {}

    /** One replica's listener. */
    public record Target(String replicaId, String protocol, String host, int port) {}
}
