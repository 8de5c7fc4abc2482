package dev.hinny.plane.server;

import dev.hinny.plane.contract.agent.AgentIdentity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS contexts of PEM texts. */
final class Tls {
    private Tls() {}

    static SSLContext trusting(String ca) throws Exception {
        return context(ca, null);
    }

    static SSLContext of(AgentIdentity identity) throws Exception {
        KeyStore store = empty();
        Certificate[] chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(bytes(identity.certificate()))
                .toArray(Certificate[]::new);
        String base64 =
                identity.privateKey().replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        PrivateKey key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        store.setKeyEntry("agent", key, new char[0], chain);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        return context(identity.trust(), keys.getKeyManagers());
    }

    private static SSLContext context(String ca, KeyManager[] keys) throws Exception {
        KeyStore store = empty();
        store.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(bytes(ca)));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore empty() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static ByteArrayInputStream bytes(String pem) {
        return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    }
}
