package dev.hinny.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP proxy between a client and its destinations: plain requests are sent to it in absolute form, TLS goes
 * through a CONNECT tunnel.
 *
 * @param credentials sent with basic authentication, {@code user:password}
 * @param direct hosts that are reached without the proxy; a leading {@code *} stands for any beginning
 */
public record ProxyConfig(String host, int port, Optional<String> credentials, List<String> direct) {
    public ProxyConfig {
        direct = List.copyOf(direct);
    }

    public static ProxyConfig of(String host, int port) {
        return new ProxyConfig(host, port, Optional.empty(), List.of());
    }

    public ProxyConfig withCredentials(String user, String password) {
        return new ProxyConfig(host, port, Optional.of(user + ":" + password), direct);
    }

    Optional<String> authorization() {
        return credentials.map(c -> "Basic " + Base64.getEncoder().encodeToString(c.getBytes(StandardCharsets.UTF_8)));
    }

    boolean applies(String target) {
        String name = target.toLowerCase(Locale.ROOT);
        for (String pattern : direct) {
            String p = pattern.toLowerCase(Locale.ROOT);
            if (p.startsWith("*") ? name.endsWith(p.substring(1)) : name.equals(p)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "proxy " + host + ":" + port;
    }
}
