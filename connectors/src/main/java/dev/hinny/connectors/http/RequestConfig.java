package dev.hinny.connectors.http;

import dev.hinny.connectors.http.RequestConfigParameters.BasicAuthentication;
import dev.hinny.connectors.http.RequestConfigParameters.DigestAuthentication;
import dev.hinny.connectors.http.RequestConfigParameters.NtlmAuthentication;
import dev.hinny.connectors.http.RequestConfigParameters.NtlmProxy;
import dev.hinny.connectors.http.RequestConfigParameters.Proxy;
import dev.hinny.connectors.http.RequestConfigParameters.RequestConnection;
import dev.hinny.connectors.tls.TlsContext;
import dev.hinny.http.ClientConfig;
import dev.hinny.http.HttpClient;
import dev.hinny.http.ProxyConfig;
import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.Lifecycle;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The clients of one configuration, made when the first request is sent. */
final class RequestConfig implements Lifecycle {
    private static final int MAX_REDIRECTS = 5;

    private final Application application;
    private final @Nullable RequestConfigParameters parameters;
    private final @Nullable TlsContext tls;
    private @Nullable Loops loops;
    private @Nullable HttpClient following;
    private @Nullable HttpClient plain;

    private RequestConfig(
            Application application, @Nullable RequestConfigParameters parameters, @Nullable TlsContext tls) {
        this.application = application;
        this.parameters = parameters;
        this.tls = tls;
    }

    static RequestConfig of(RequestConfigParameters parameters, Build build) {
        RequestConnection connection = parameters.requestConnection();
        TlsContext tls = null;
        if (connection != null) {
            if (connection.tls() != null) {
                tls = TlsContext.of(connection.tls(), build);
            } else if (connection.tlsContext() != null) {
                tls = build.configuration(connection.tlsContext(), TlsContext.class).orElse(null);
            }
            refuseUnsupported(connection, build);
        }
        return new RequestConfig(build.application(), parameters, tls);
    }

    private static void refuseUnsupported(RequestConnection connection, Build build) {
        String found =
                switch (connection.authentication() == null ? null : connection.authentication().authentication()) {
                    case DigestAuthentication _ -> "digest authentication";
                    case NtlmAuthentication _ -> "NTLM authentication";
                    case BasicAuthentication _ -> "";
                    case null -> "";
                };
        if (connection.proxy() != null && connection.proxy().proxy() instanceof NtlmProxy) {
            found = "a proxy with NTLM";
        }
        if (!found.isEmpty()) {
            build.problems()
                    .error(
                            "NOT-SUPPORTED",
                            build.component().place(),
                            found + " of '" + build.component().attribute("name").orElse("http:request-config")
                                    + "' is not supported",
                            "use basic authentication");
        }
    }

    /** The clients of requests without a configuration. */
    static RequestConfig standard(Application application) {
        synchronized (application) {
            return application.service(Standard.class).map(Standard::config).orElseGet(() -> {
                Standard standard = new Standard(new RequestConfig(application, null, null));
                application.offer(Standard.class, standard);
                return standard.config;
            });
        }
    }

    private record Standard(RequestConfig config) {}

    Optional<RequestConfigParameters> parameters() {
        return Optional.ofNullable(parameters);
    }

    @Nullable RequestConnection connection() {
        return parameters == null ? null : parameters.requestConnection();
    }

    /** @throws dev.hinny.base.ProblemException when the TLS context cannot be used */
    synchronized HttpClient client(boolean follow) {
        HttpClient known = follow ? following : plain;
        if (known != null) {
            return known;
        }
        Loops used = loops;
        if (used == null) {
            used = Loops.acquire(application);
            loops = used;
        }
        HttpClient made = new HttpClient(used.loops(), config(follow));
        if (follow) {
            following = made;
        } else {
            plain = made;
        }
        return made;
    }

    private ClientConfig config(boolean follow) {
        ClientConfig.Builder builder = ClientConfig.builder().maxRedirects(follow ? MAX_REDIRECTS : 0);
        if (tls != null) {
            builder.tls(tls.config());
        }
        RequestConnection connection = connection();
        if (connection == null) {
            return builder.build();
        }
        builder.maxConnections(Math.max(0, connection.maxConnections()))
                .idleTimeout(Duration.ofMillis(
                        connection.usePersistentConnections() ? Math.max(1, connection.connectionIdleTimeout()) : 1));
        RequestConfigParameters.ClientSocketProperties sockets = connection.clientSocketProperties();
        if (sockets != null) {
            Integer timeout = sockets.tcp() == null ? sockets.connectionTimeout() : sockets.tcp().connectionTimeout();
            if (timeout != null && timeout > 0) {
                builder.connectTimeout(Duration.ofMillis(timeout));
            }
        }
        if (connection.proxy() != null && connection.proxy().proxy() instanceof Proxy proxy) {
            builder.proxy(new ProxyConfig(
                    proxy.host(),
                    proxy.port(),
                    proxy.username() == null
                            ? Optional.empty()
                            : Optional.of(proxy.username() + ":" + (proxy.password() == null ? "" : proxy.password())),
                    proxy.nonProxyHosts() == null
                            ? java.util.List.of()
                            : Arrays.stream(proxy.nonProxyHosts().split("[,|]"))
                                    .map(String::strip)
                                    .toList()));
        }
        return builder.build();
    }

    @Override
    public void start() {}

    @Override
    public synchronized void stop() {
        if (following != null) {
            following.close();
            following = null;
        }
        if (plain != null) {
            plain.close();
            plain = null;
        }
        if (loops != null) {
            loops.release();
            loops = null;
        }
    }
}
