package dev.hinny.runtime.engine;

import dev.hinny.runtime.api.Listeners;
import java.net.InetSocketAddress;

/** Listeners bind where the application says. */
final class DeclaredListeners implements Listeners {
    @Override
    public InetSocketAddress address(String configuration, String declaredHost, int declaredPort) {
        return new InetSocketAddress(declaredHost, declaredPort);
    }

    @Override
    public void bound(String configuration, int declaredPort, String protocol, String basePath, int realPort) {}
}
