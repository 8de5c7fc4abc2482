package dev.hinny.http;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Keys, trust and protocols of one side of TLS; for servers and clients alike. Immutable; compared by identity, so that
 * it can be part of a pool's key: keep one rather than building it anew for each request.
 */
public final class TlsConfig {
    private static final List<String> SECURE = List.of("TLSv1.3", "TLSv1.2");

    private final List<X509Certificate> chain;
    private final @Nullable PrivateKey key;
    private final @Nullable List<X509Certificate> trusted;
    private final boolean insecure;
    private final boolean verifyHost;
    private final ClientAuth clientAuth;
    private final List<String> protocols;
    private final List<String> ciphers;
    private final Optional<String> sniHost;
    private final SslContext[] contexts = new SslContext[4];
    private @Nullable X509TrustManager trust;

    private TlsConfig(Builder builder) {
        chain = List.copyOf(builder.chain);
        key = builder.key;
        trusted = builder.trusted == null ? null : List.copyOf(builder.trusted);
        insecure = builder.insecure;
        verifyHost = builder.verifyHost;
        clientAuth = builder.clientAuth;
        protocols = List.copyOf(builder.protocols);
        ciphers = List.copyOf(builder.ciphers);
        sniHost = builder.sniHost;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A client's usual choice: the JDK's trusted authorities, host name verified. */
    public static TlsConfig client() {
        return builder().build();
    }

    /** The own certificate chain, own certificate first; empty where there is none. */
    public List<X509Certificate> chain() {
        return chain;
    }

    boolean verifyHost() {
        return verifyHost && !insecure;
    }

    Optional<String> sniHost() {
        return sniHost;
    }

    synchronized SslContext serverContext(boolean http2) {
        PrivateKey own = key;
        if (own == null) {
            throw new IllegalStateException("a server's TLS needs a certificate and its key");
        }
        SslContext made = contexts[http2 ? 1 : 0];
        if (made == null) {
            made = build(SslContextBuilder.forServer(own, chain).clientAuth(asked()), http2, true);
            contexts[http2 ? 1 : 0] = made;
        }
        return made;
    }

    synchronized SslContext clientContext(boolean http2) {
        SslContext made = contexts[http2 ? 3 : 2];
        if (made == null) {
            SslContextBuilder builder = SslContextBuilder.forClient();
            if (key != null) {
                builder.keyManager(key, chain);
            }
            builder.endpointIdentificationAlgorithm(verifyHost() ? "HTTPS" : null);
            made = build(builder, http2, false);
            contexts[http2 ? 3 : 2] = made;
        }
        return made;
    }

    private io.netty.handler.ssl.ClientAuth asked() {
        return switch (clientAuth) {
            case NONE -> io.netty.handler.ssl.ClientAuth.NONE;
            case WANT, REPORT -> io.netty.handler.ssl.ClientAuth.OPTIONAL;
            case NEED -> io.netty.handler.ssl.ClientAuth.REQUIRE;
        };
    }

    private SslContext build(SslContextBuilder builder, boolean http2, boolean server) {
        builder.sslProvider(SslProvider.JDK).protocols(protocols);
        if (!ciphers.isEmpty()) {
            builder.ciphers(ciphers);
        }
        if (insecure || server && clientAuth == ClientAuth.REPORT) {
            builder.trustManager(new TrustEverybody());
        } else if (trusted != null) {
            builder.trustManager(trusted);
        }
        if (http2) {
            builder.applicationProtocolConfig(new ApplicationProtocolConfig(
                    ApplicationProtocolConfig.Protocol.ALPN,
                    ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                    ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                    ApplicationProtocolNames.HTTP_2,
                    ApplicationProtocolNames.HTTP_1_1));
        }
        try {
            return builder.build();
        } catch (SSLException e) {
            throw TlsProblems.unusable(e);
        }
    }

    /** Whether a client's chain is one that this server trusts. */
    boolean trustsClient(List<X509Certificate> certificates) {
        if (clientAuth != ClientAuth.REPORT) {
            return true;
        }
        try {
            X509Certificate first = certificates.get(0);
            trust().checkClientTrusted(
                            certificates.toArray(X509Certificate[]::new),
                            first.getPublicKey().getAlgorithm());
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private synchronized X509TrustManager trust() {
        X509TrustManager made = trust;
        if (made == null) {
            made = trustManager(trusted);
            trust = made;
        }
        return made;
    }

    private static X509TrustManager trustManager(@Nullable List<X509Certificate> authorities) {
        try {
            KeyStore store = null;
            if (authorities != null) {
                store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                for (int i = 0; i < authorities.size(); i++) {
                    store.setCertificateEntry("ca" + i, authorities.get(i));
                }
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw TlsProblems.unusable(e);
        }
    }

    /** Collects the parts; a {@link dev.hinny.base.ProblemException} says which of them is not usable. */
    public static final class Builder {
        private List<X509Certificate> chain = List.of();
        private @Nullable PrivateKey key;
        private @Nullable List<X509Certificate> trusted;
        private boolean insecure;
        private boolean verifyHost = true;
        private ClientAuth clientAuth = ClientAuth.NONE;
        private List<String> protocols = SECURE;
        private List<String> ciphers = List.of();
        private Optional<String> sniHost = Optional.empty();

        private Builder() {}

        /** The own certificate, then its intermediates, and the key that belongs to it. */
        public Builder identity(List<X509Certificate> certificates, PrivateKey privateKey) {
            TlsProblems.checkPair(certificates, privateKey);
            chain = certificates;
            key = privateKey;
            return this;
        }

        /** The same as PEM text; the key unencrypted, as PKCS#8, PKCS#1 or SEC 1. */
        public Builder identityPem(String certificates, String privateKey) {
            return identity(Pem.certificates(certificates), Pem.privateKey(privateKey));
        }

        /** The key entry of a store: the one under the alias, or the only one. */
        public Builder identity(KeyStore store, char[] keyPassword, Optional<String> alias) {
            KeyStore.PrivateKeyEntry entry = TlsProblems.entry(store, keyPassword, alias);
            List<X509Certificate> certificates = new ArrayList<>();
            for (var certificate : entry.getCertificateChain()) {
                certificates.add((X509Certificate) certificate);
            }
            return identity(certificates, entry.getPrivateKey());
        }

        /** Authorities, or single certificates, to trust in place of the JDK's. */
        public Builder trust(Collection<X509Certificate> certificates) {
            trusted = List.copyOf(certificates);
            return this;
        }

        public Builder trustPem(String certificates) {
            return trust(Pem.certificates(certificates));
        }

        /** All certificates of a store. */
        public Builder trust(KeyStore store) {
            return trust(TlsProblems.certificates(store));
        }

        /** Trusts everybody and verifies no host name; only for tests and by express wish. */
        public Builder insecure(boolean on) {
            insecure = on;
            return this;
        }

        /** Whether a client compares the certificate with the host name; default yes. */
        public Builder verifyHost(boolean on) {
            verifyHost = on;
            return this;
        }

        /** Whether a server asks for a certificate; default no. */
        public Builder clientAuth(ClientAuth mode) {
            clientAuth = mode;
            return this;
        }

        /** JDK names; default TLSv1.3 and TLSv1.2. */
        public Builder protocols(List<String> names) {
            protocols = names;
            return this;
        }

        /** JDK or OpenSSL names; default the JDK's choice. */
        public Builder ciphers(List<String> names) {
            ciphers = names;
            return this;
        }

        /** The host name that a client asks for and verifies, where it is not the destination's. */
        public Builder sniHost(String host) {
            sniHost = Optional.of(host);
            return this;
        }

        public TlsConfig build() {
            return new TlsConfig(this);
        }
    }
}
