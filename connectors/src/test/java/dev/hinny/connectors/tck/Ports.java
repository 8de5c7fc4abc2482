package dev.hinny.connectors.tck;

import dev.hinny.runtime.api.Listeners;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Binds every listener to a free port of the loopback interface, and remembers which. */
public final class Ports implements Listeners {
    private final Map<String, String> urls = new ConcurrentHashMap<>();

    @Override
    public InetSocketAddress address(String configuration, String declaredHost, int declaredPort) {
        return new InetSocketAddress("127.0.0.1", 0);
    }

    @Override
    public void bound(String configuration, int declaredPort, String protocol, String basePath, int realPort) {
        urls.put(configuration, protocol + "://localhost:" + realPort);
    }

    /** {@code http://localhost:port} of a listener configuration. */
    public String url(String configuration) {
        return Optional.ofNullable(urls.get(configuration))
                .orElseThrow(() -> new AssertionError("'" + configuration + "' is not bound; bound: " + urls.keySet()));
    }

    public boolean isBound(String configuration) {
        return urls.containsKey(configuration);
    }
}
