package dev.hinny.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.ProblemException;
import dev.hinny.http.Certificates.Issued;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TlsTest extends Fixture {
    /** Made for this test only. */
    private static final String SEC1 = """
        -----BEGIN EC PRIVATE KEY-----
        MHcCAQEEINHlqNGOFHlb+wkmZXW/upJ31xT7QodK2J0dalK3XypmoAoGCCqGSM49
        AwEHoUQDQgAET5tUuW6CT2RPAdnv+IanSHUhnT0n1nsfigClp1ROK/GHWZBbMUn4
        zZzEDGFqPaFQP6ZWO01Hz5hyVROZW/e4wA==
        -----END EC PRIVATE KEY-----
        """;

    private static final String SEC1_CERTIFICATE = """
        -----BEGIN CERTIFICATE-----
        MIIBfTCCASOgAwIBAgIUM1q0beMxyDyLy6WEBd6IaRqU4/0wCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJbG9jYWxob3N0MB4XDTI2MTEyNDE3NDMwN1oXDTI2MTEyNTE3
        NDMwN1owFDESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0D
        AQcDQgAET5tUuW6CT2RPAdnv+IanSHUhnT0n1nsfigClp1ROK/GHWZBbMUn4zZzE
        DGFqPaFQP6ZWO01Hz5hyVROZW/e4wKNTMFEwHQYDVR0OBBYEFBAmbOEdR7l2YLxV
        YgJL3qxSXqi4MB8GA1UdIwQYMBaAFBAmbOEdR7l2YLxVYgJL3qxSXqi4MA8GA1Ud
        EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhANPH2utQEWEYYOKbPAGFuWSP
        m0w9ylAnZtnCddqBPHXGAiA7BmTWW2i0IUXyyfS7UsCMbWXINQCz9CINLIYxgXWY
        gQ==
        -----END CERTIFICATE-----
        """;

    private static Issued ca;
    private static Issued strangers;

    @BeforeAll
    static void authorities() throws Exception {
        ca = Certificates.authority("ca");
        strangers = Certificates.authority("strangers");
    }

    private static TlsConfig.Builder server(Issued certificate) {
        return TlsConfig.builder().identity(certificate.chain(), certificate.key());
    }

    private HttpServer serve(TlsConfig config) {
        return serve(
                TlsContexts.of(config),
                r -> new Answer(Response.text(
                        200,
                        r.tls()
                                .map(t -> t.protocol() + " " + t.sniHost().orElse("-") + " " + t.verification() + " "
                                        + t.peerCertificates().stream()
                                                .map(c -> c.getSubjectX500Principal()
                                                        .getName())
                                                .toList())
                                .orElse("plain"))));
    }

    private String get(HttpServer server, TlsConfig.Builder tls) throws Exception {
        try (Response response = client(ClientConfig.builder().tls(tls.build()))
                .send(ClientRequest.get("https://localhost:" + server.port() + "/"))) {
            return response.body().text(1000, StandardCharsets.UTF_8);
        }
    }

    private static TlsConfig.Builder trusting() {
        return TlsConfig.builder().trust(ca.chain());
    }

    private static void fails(
            HttpClientException.Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        HttpClientException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void servesWithACertificateAndSaysWhatTheHandshakeSettled() throws Exception {
        HttpServer server = serve(server(ca.issue("localhost")).build());
        assertThat(get(server, trusting())).isEqualTo("TLSv1.3 - NONE []");
        assertThat(get(server, trusting().protocols(java.util.List.of("TLSv1.2"))))
                .startsWith("TLSv1.2 ");
    }

    @Test
    void refusesAServerThatIsNotTrustedOrOfAnotherName() throws Exception {
        HttpServer wrongName = serve(server(ca.issue("other.example")).build());
        fails(HttpClientException.Kind.TLS, () -> get(wrongName, trusting()));
        assertThat(get(wrongName, trusting().verifyHost(false))).startsWith("TLSv1.3");
        HttpServer untrusted = serve(server(strangers.issue("localhost")).build());
        fails(HttpClientException.Kind.TLS, () -> get(untrusted, trusting()));
        assertThat(get(untrusted, TlsConfig.builder().insecure(true))).startsWith("TLSv1.3");
    }

    @Test
    void asksForAClientCertificateAsConfigured() throws Exception {
        Issued client = ca.issue("client");
        Issued stranger = strangers.issue("stranger");
        TlsConfig.Builder base = server(ca.issue("localhost")).trust(ca.chain());
        HttpServer need = serve(base.clientAuth(ClientAuth.NEED).build());
        assertThat(get(need, trusting().identity(client.chain(), client.key()))).endsWith("SUCCESS [CN=client]");
        assertThatThrownBy(() -> get(need, trusting())).isInstanceOf(HttpClientException.class);
        assertThatThrownBy(() -> get(need, trusting().identity(stranger.chain(), stranger.key())))
                .isInstanceOf(HttpClientException.class);
        HttpServer want = serve(base.clientAuth(ClientAuth.WANT).build());
        assertThat(get(want, trusting())).endsWith("NONE []");
        HttpServer report = serve(base.clientAuth(ClientAuth.REPORT).build());
        assertThat(get(report, trusting())).endsWith("NONE []");
        assertThat(get(report, trusting().identity(client.chain(), client.key())))
                .endsWith("SUCCESS [CN=client]");
        assertThat(get(report, trusting().identity(stranger.chain(), stranger.key())))
                .endsWith("FAILED [CN=stranger]");
    }

    @Test
    void choosesTheCertificateByHostNameAndSwapsItWhileServing() throws Exception {
        TlsConfig standard = server(ca.issue("standard")).build();
        TlsContexts contexts = TlsContexts.of(
                standard,
                Map.of(
                        "A.example",
                        server(ca.issue("a.example")).build(),
                        "*.b.example",
                        server(ca.issue("x.b.example")).build()));
        HttpServer server = serve(
                contexts,
                r -> new Answer(
                        Response.text(200, r.tls().flatMap(TlsInfo::sniHost).isPresent() ? "ok" : "no name")));
        assertThat(get(server, trusting().sniHost("a.example"))).isEqualTo("ok");
        assertThat(get(server, trusting().sniHost("x.b.example"))).isEqualTo("ok");
        fails(HttpClientException.Kind.TLS, () -> get(server, trusting().sniHost("c.example")));
        contexts.swap(
                standard, Map.of("c.example", server(ca.issue("c.example")).build()));
        assertThat(get(server, trusting().sniHost("c.example"))).isEqualTo("ok");
        fails(HttpClientException.Kind.TLS, () -> get(server, trusting().sniHost("a.example")));
    }

    @Test
    void forwardsToAnUpstreamWithTls() throws Exception {
        HttpServer upstream = serve(server(ca.issue("localhost")).build());
        Destination destination =
                Destination.tls("localhost", upstream.port(), trusting().build());
        HttpServer proxy = serve(r -> Forward.to(destination));
        assertThat(wire(proxy).send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").response())
                .contains("TLSv1.3 - NONE");
    }

    @Test
    void readsKeysInTheirSeveralForms() throws Exception {
        Issued ec = ca.issue("localhost");
        String certificate = Certificates.pem(ec.certificate());
        assertThat(Pem.privateKey(SEC1).getAlgorithm()).isEqualTo("EC");
        assertThat(TlsConfig.builder()
                        .identityPem(SEC1_CERTIFICATE, SEC1)
                        .build()
                        .chain())
                .hasSize(1);
        String pkcs8 = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(ec.key().getEncoded()) + "\n-----END PRIVATE KEY-----\n";
        TlsConfig modern = TlsConfig.builder().identityPem(certificate, pkcs8).build();
        assertThat(get(serve(modern), trusting())).startsWith("TLSv1.3");
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        var pair = rsa.generateKeyPair();
        String pkcs1 = Certificates.pem(pair.getPrivate());
        assertThat(pkcs1).contains("BEGIN RSA PRIVATE KEY");
        assertThat(Pem.privateKey(pkcs1)).isEqualTo(pair.getPrivate());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = "changeit".toCharArray();
        store.setKeyEntry("one", ec.key(), password, new java.security.cert.Certificate[] {ec.certificate()});
        assertThat(get(
                        serve(TlsConfig.builder()
                                .identity(store, password, Optional.empty())
                                .build()),
                        trusting()))
                .startsWith("TLSv1.3");
    }

    @Test
    void refusesAKeyOfAnotherCertificateAndAnEncryptedOne() throws Exception {
        Issued one = ca.issue("one");
        Issued two = ca.issue("two");
        assertThatThrownBy(() -> TlsConfig.builder().identity(one.chain(), two.key()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("does not belong to the certificate of 'CN=one'");
        String encrypted = Certificates.pem(one.key()).replace("EC PRIVATE", "ENCRYPTED PRIVATE");
        assertThatThrownBy(() -> Pem.privateKey(encrypted)).hasMessageContaining("encrypted");
        assertThatThrownBy(() -> Pem.certificates("hello")).hasMessageContaining("no certificate");
    }
}
