package dev.hinny.edge;

import java.util.List;

/**
 * What an edge serves.
 *
 * @param rules matched by host, then by the longest path prefix
 */
public record EdgeConfig(List<Listener> listeners, List<Rule> rules) {
    public EdgeConfig {
        listeners = List.copyOf(listeners);
        rules = List.copyOf(rules);
    }

    /**
     * An address to listen on. Several with certificates may share one: the client's host name chooses.
     *
     * @param port 0 for a free one
     * @param certificate PEM chain; empty for plain HTTP
     * @param privateKey PEM; empty for plain HTTP
     */
    public record Listener(String name, String host, int port, String certificate, String privateKey) {
        public boolean secure() {
            return !certificate.isEmpty();
        }

        @Override
        public String toString() {
            return "Listener[name=" + name + ", host=" + host + ", port=" + port + "]";
        }
    }

    /**
     * Where requests go.
     *
     * @param host a name in lower case, {@code *.domain} for all names below it, or {@code *}
     * @param pathPrefix starts with a slash; one that does not end with a slash matches whole segments
     * @param targetPath takes the prefix's place
     * @param application for logs and messages
     * @param targets asked in turn; none means 503
     */
    public record Rule(String host, String pathPrefix, String targetPath, String application, List<Target> targets) {
        public Rule {
            targets = List.copyOf(targets);
        }
    }

    /** An address of a replica. */
    public record Target(String replica, boolean secure, String host, int port) {}
}
