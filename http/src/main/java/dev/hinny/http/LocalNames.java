package dev.hinny.http;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.DefaultNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;

/** Resolves {@code localhost} and every name below it to the loopback address (RFC 6761, 6.3), other names as the JDK does. */
final class LocalNames extends AddressResolverGroup<InetSocketAddress> {
    static final LocalNames GROUP = new LocalNames();

    private LocalNames() {}

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Names(executor).asAddressResolver();
    }

    private static boolean isLocal(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".localhost") || name.endsWith(".localhost.");
    }

    private static final class Names extends DefaultNameResolver {
        Names(EventExecutor executor) {
            super(executor);
        }

        @Override
        protected void doResolve(String host, Promise<InetAddress> promise) throws Exception {
            if (isLocal(host)) {
                promise.setSuccess(InetAddress.ofLiteral("127.0.0.1"));
            } else {
                super.doResolve(host, promise);
            }
        }

        @Override
        protected void doResolveAll(String host, Promise<List<InetAddress>> promise) throws Exception {
            if (isLocal(host)) {
                promise.setSuccess(List.of(InetAddress.ofLiteral("127.0.0.1")));
            } else {
                super.doResolveAll(host, promise);
            }
        }
    }
}
