package dev.hinny.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of an endpoint by host name, which can be exchanged while it serves: new handshakes see the new
 * ones, open connections keep theirs. Safe for several threads.
 */
public final class TlsContexts {
    private record Table(TlsConfig standard, Map<String, TlsConfig> byHost) {}

    private volatile Table table;

    private TlsContexts(Table table) {
        this.table = table;
    }

    /** One certificate for everybody. */
    public static TlsContexts of(TlsConfig standard) {
        return of(standard, Map.of());
    }

    /**
     * Certificates by host name.
     *
     * @param standard for clients that name no host or an unknown one
     * @param byHost keys are host names, or {@code *.example.com} for all names one label below
     */
    public static TlsContexts of(TlsConfig standard, Map<String, TlsConfig> byHost) {
        return new TlsContexts(table(standard, byHost));
    }

    /** Puts other certificates in place, all at once. */
    public void swap(TlsConfig standard, Map<String, TlsConfig> byHost) {
        table = table(standard, byHost);
    }

    private static Table table(TlsConfig standard, Map<String, TlsConfig> byHost) {
        Map<String, TlsConfig> lower = new HashMap<>();
        byHost.forEach((host, config) -> lower.put(host.toLowerCase(Locale.ROOT), config));
        return new Table(standard, Map.copyOf(lower));
    }

    TlsConfig forHost(@Nullable String host) {
        Table now = table;
        if (host == null || now.byHost.isEmpty()) {
            return now.standard;
        }
        String name = host.toLowerCase(Locale.ROOT);
        TlsConfig exact = now.byHost.get(name);
        if (exact != null) {
            return exact;
        }
        int dot = name.indexOf('.');
        return dot < 0 ? now.standard : now.byHost.getOrDefault("*" + name.substring(dot), now.standard);
    }
}
