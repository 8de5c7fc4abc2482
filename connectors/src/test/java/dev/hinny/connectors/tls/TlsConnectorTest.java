package dev.hinny.connectors.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.ProblemException;
import dev.hinny.connectors.tck.ConnectorTck;
import dev.hinny.connectors.tck.RunningApp;
import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.FlowError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

/** Contexts in use by listeners and requests. */
final class TlsConnectorTest extends ConnectorTck {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @Override
    protected ConnectorProvider provider() {
        return new TlsConnector();
    }

    @Override
    protected void prepareExample(Path project) throws IOException {
        stores(project, "shop", "partners");
    }

    private static void stores(Path project, String own, String trusted) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair keys = generator.generateKeyPair();
            X500Principal name = new X500Principal("CN=localhost");
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.ONE,
                    Date.from(Instant.now().minusSeconds(3600)),
                    Date.from(Instant.now().plusSeconds(3600)),
                    name,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(own, keys.getPrivate(), PASSWORD, new X509Certificate[] {certificate});
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry("ca", certificate);
            RunningApp.resource(project, own + ".p12", bytes(store));
            RunningApp.resource(project, trusted + ".p12", bytes(trust));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    private static byte[] bytes(KeyStore store) throws GeneralSecurityException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, PASSWORD);
        return out.toByteArray();
    }

    @Test
    void listeners_and_requests_speak_tls() throws IOException, FlowError {
        String flows = """
            <tls:context name="server"><tls:key-store type="pkcs12" path="own.p12" password="changeit" keyPassword="changeit" alias="own"/></tls:context>
            <tls:context name="client"><tls:trust-store type="pkcs12" path="trusted.p12" password="changeit"/></tls:context>
            <http:listener-config name="in"><http:listener-connection host="127.0.0.1" port="8443" protocol="HTTPS" tlsContext="server"/></http:listener-config>
            <flow name="served"><http:listener config-ref="in" path="/x"/><set-payload value="#['secret ' ++ attributes.scheme]"/></flow>
            <http:request-config name="trusting"><http:request-connection host="localhost" port="#[payload]" protocol="HTTPS" tlsContext="client"/></http:request-config>
            <http:request-config name="strict"><http:request-connection host="localhost" port="#[payload]" protocol="HTTPS"/></http:request-config>
            <http:request-config name="careless"><http:request-connection host="localhost" port="#[payload]" protocol="HTTPS">
              <tls:context><tls:trust-store insecure="true"/></tls:context></http:request-connection></http:request-config>
            <flow name="trusting"><http:request config-ref="trusting" method="GET" path="/x"/></flow>
            <flow name="strict"><http:request config-ref="strict" method="GET" path="/x"/></flow>
            <flow name="careless"><http:request config-ref="careless" method="GET" path="/x"/></flow>
            """;
        stores(folder, "own", "trusted");
        assertThat(RunningApp.check(RunningApp.project(folder, flows)))
                .singleElement()
                .asString()
                .contains("warning: INSECURE-TLS");
        try (RunningApp app = RunningApp.of(folder, flows)) {
            assertThat(app.url("in")).startsWith("https://");
            String port = app.url("in").replaceAll(".*:", "");
            assertThat(app.run("trusting", port)).isEqualTo("secret https");
            assertThat(app.run("careless", port)).isEqualTo("secret https");
            assertThatThrownBy(() -> app.run("strict", port))
                    .isInstanceOfSatisfying(
                            FlowError.class, e -> assertThat(e.type()).hasToString("HTTP:CONNECTIVITY"));
        }
    }

    @Test
    void a_missing_keystore_is_a_warning_when_checked_and_fails_only_the_listener_that_needs_it() {
        String flows = """
            <http:listener-config name="in"><http:listener-connection host="127.0.0.1" port="8443" protocol="HTTPS">
              <tls:context><tls:key-store path="none.jks" password="x" keyPassword="y"/></tls:context>
            </http:listener-connection></http:listener-config>
            <flow name="served"><http:listener config-ref="in" path="/x"/><set-payload value="a"/></flow>
            """;
        List<String> problems = RunningApp.check(RunningApp.project(folder, flows));
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("warning: MISSING-KEYSTORE")
                .contains("'none.jks'");
        assertThatThrownBy(() -> RunningApp.of(folder, flows))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("MISSING-KEYSTORE");
        RunningApp.of(folder, flows, h -> h.withSources(_ -> false)).close();
    }

    @Test
    void a_wrong_password_is_named_with_the_store() throws IOException {
        stores(folder, "own", "trusted");
        String flows = "<tls:context name=\"t\"><tls:trust-store path=\"trusted.p12\" type=\"pkcs12\""
                + " password=\"no\"/></tls:context><flow name=\"f\"><logger/></flow>";
        assertThat(RunningApp.check(RunningApp.project(folder, flows)))
                .singleElement()
                .asString()
                .contains("error: UNREADABLE-TRUSTSTORE")
                .contains("'trusted.p12'");
    }
}
