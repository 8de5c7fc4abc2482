package dev.hinny.runtime.api;

import java.net.InetSocketAddress;

/**
 * Decides where a listener binds. Alone ({@code hinny run}) it is the declared address; in a platform worker it is a free
 * port of the loopback interface, and the edge routes to it.
 */
public interface Listeners {
    /** @param configuration name of the listener's configuration element */
    InetSocketAddress address(String configuration, String declaredHost, int declaredPort);

    /**
     * Reports that a listener serves.
     *
     * @param protocol {@code http} or {@code https}
     * @param basePath starts with a slash
     */
    void bound(String configuration, int declaredPort, String protocol, String basePath, int realPort);
}
