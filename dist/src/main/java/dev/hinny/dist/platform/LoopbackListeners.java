package dev.hinny.dist.platform;

import dev.hinny.plane.contract.agent.StatusReport.ListenerAddress;
import dev.hinny.runtime.api.Listeners;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** In a platform worker every listener binds a free port of the loopback interface; the load balancer is told which. */
final class LoopbackListeners implements Listeners {
    private final List<ListenerAddress> bound = new CopyOnWriteArrayList<>();

    @Override
    public InetSocketAddress address(String configuration, String declaredHost, int declaredPort) {
        return new InetSocketAddress("127.0.0.1", 0);
    }

    @Override
    public void bound(String configuration, int declaredPort, String protocol, String basePath, int realPort) {
        bound.add(new ListenerAddress(configuration, declaredPort, protocol, basePath, realPort));
    }

    List<ListenerAddress> bound() {
        return List.copyOf(bound);
    }
}
