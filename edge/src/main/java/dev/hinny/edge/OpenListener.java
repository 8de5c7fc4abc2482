package dev.hinny.edge;

import dev.hinny.http.HttpServer;
import dev.hinny.http.TlsConfig;
import dev.hinny.http.TlsContexts;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A bound address.
 *
 * @param listeners those of the configuration that share it
 * @param tls empty for plain HTTP
 */
record OpenListener(List<EdgeConfig.Listener> listeners, HttpServer server, Optional<TlsContexts> tls) {
    private static final int DNS_NAME = 2;

    /** The certificates of listeners that share an address. */
    record Certificates(TlsConfig standard, Map<String, TlsConfig> byHost) {
        static Certificates of(List<EdgeConfig.Listener> listeners) {
            List<TlsConfig> configs = listeners.stream()
                    .map(listener -> TlsConfig.builder()
                            .identityPem(listener.certificate(), listener.privateKey())
                            .build())
                    .toList();
            Map<String, TlsConfig> byHost = new HashMap<>();
            if (configs.size() > 1) {
                configs.forEach(
                        config -> names(config.chain().get(0)).forEach(name -> byHost.putIfAbsent(name, config)));
            }
            return new Certificates(configs.get(0), byHost);
        }

        TlsContexts contexts() {
            return TlsContexts.of(standard, byHost);
        }

        private static List<String> names(X509Certificate certificate) {
            try {
                Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
                if (alternatives != null) {
                    return alternatives.stream()
                            .filter(name -> Integer.valueOf(DNS_NAME).equals(name.get(0)))
                            .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                            .toList();
                }
            } catch (CertificateParsingException e) {
                // without readable names it serves as standard or not at all
            }
            return List.of();
        }
    }
}
