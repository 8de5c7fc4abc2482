package dev.hinny.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.http.Certificates.Issued;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class Http2Test extends Fixture {
    private static final RequestHandler ECHO = RequestHandler.blocking(r -> Response.text(
                    200,
                    r.version().text() + " " + r.method() + " " + r.target() + " " + r.host() + " "
                            + r.headers().first("cookie", "-") + " "
                            + r.body().text(1 << 22, StandardCharsets.UTF_8).length())
            .withHeader("X-Answer", "yes"));
    private static TlsContexts contexts;
    private static Issued ca;
    private static java.net.http.HttpClient jdk;

    @BeforeAll
    static void certificates() throws Exception {
        ca = Certificates.authority("ca");
        Issued own = ca.issue("localhost");
        contexts = TlsContexts.of(
                TlsConfig.builder().identity(own.chain(), own.key()).build());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", ca.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        jdk = java.net.http.HttpClient.newBuilder().sslContext(tls).build();
    }

    private static HttpResponse<String> post(HttpServer server, String path, String body) throws Exception {
        return jdk.send(
                request(server, path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static java.net.http.HttpRequest.Builder request(HttpServer server, String path) {
        return java.net.http.HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path));
    }

    @Test
    void speaksHttp2WhereTheHandshakeAgreesOnIt() throws Exception {
        HttpServer server = serve(contexts, ECHO);
        HttpResponse<String> response = post(server, "/a?b", "x".repeat(3_000_000));
        assertThat(response.version()).isEqualTo(java.net.http.HttpClient.Version.HTTP_2);
        assertThat(response.body()).isEqualTo("HTTP/2.0 POST /a?b localhost - 3000000");
        assertThat(response.headers().firstValue("x-answer")).contains("yes");
    }

    @Test
    void servesManyStreamsOfOneConnection() throws Exception {
        CountDownLatch all = new CountDownLatch(20);
        HttpServer server = serve(contexts, RequestHandler.blocking(r -> {
            if (!r.path().equals("/first")) {
                all.countDown();
                all.await(10, TimeUnit.SECONDS);
            }
            return Response.text(200, r.path());
        }));
        assertThat(post(server, "/first", "").body()).isEqualTo("/first");
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(jdk.sendAsync(request(server, "/" + i).build(), BodyHandlers.ofString()));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(answers.get(i).get(10, TimeUnit.SECONDS).body()).isEqualTo("/" + i);
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void forwardsStreamsAndAnswersAtOnce() throws Exception {
        HttpServer upstream = serve(ECHO);
        HttpServer server = serve(contexts, r -> switch (r.path()) {
            case "/now" -> new Answer(Response.text(200, "now"));
            case "/refused" -> new Answer(Response.text(413, "too much"));
            default -> Forward.to(at(upstream));
        });
        assertThat(post(server, "/up", "x".repeat(2_000_000)).body())
                .isEqualTo("HTTP/1.1 POST /up localhost - 2000000");
        assertThat(post(server, "/now", "abc").body()).isEqualTo("now");
        assertThat(jdk.send(request(server, "/now").build(), BodyHandlers.ofString())
                        .body())
                .isEqualTo("now");
        assertThat(jdk.send(request(server, "/now").HEAD().build(), BodyHandlers.ofString())
                        .headers()
                        .firstValue("content-length"))
                .contains("3");
        assertThat(jdk.send(request(server, "/up").build(), BodyHandlers.ofString())
                        .body())
                .isEqualTo("HTTP/1.1 GET /up localhost - 0");
    }

    @Test
    void ownClientSpeaksItByAgreementAndByPriorKnowledge() throws Exception {
        HttpServer upstream = serve(ECHO);
        HttpServer proxy = serve(r -> r.path().equals("/up") ? Forward.to(at(upstream)) : ECHO.onRequest(r));
        HttpClient client = client(ClientConfig.builder().http2(ClientConfig.Http2Use.ALWAYS));
        for (int i = 0; i < 5; i++) {
            assertThat(text(client, url(proxy, "/direct"))).isEqualTo("HTTP/2.0 GET /direct 127.0.0.1 a=1; b=2 0");
            assertThat(text(client, url(proxy, "/up"))).isEqualTo("HTTP/1.1 GET /up 127.0.0.1 a=1; b=2 0");
        }
        assertThat(proxy.connections()).isEqualTo(1);
        HttpServer secure = serve(contexts, ECHO);
        HttpClient negotiating = client(ClientConfig.builder()
                .http2(ClientConfig.Http2Use.NEGOTIATED)
                .tls(TlsConfig.builder().trust(ca.chain()).build()));
        assertThat(text(negotiating, "https://localhost:" + secure.port() + "/s"))
                .startsWith("HTTP/2.0 GET /s");
    }

    private static String text(HttpClient client, String url) throws Exception {
        try (Response response = client.send(ClientRequest.get(url).withHeader("Cookie", "a=1; b=2"))) {
            return response.body().text(1000, StandardCharsets.UTF_8);
        }
    }

    @Test
    void drainsWithGoAway() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        HttpServer server = serve(contexts, RequestHandler.blocking(r -> {
            entered.countDown();
            go.await();
            return Response.text(200, "done");
        }));
        var answer = jdk.sendAsync(request(server, "/").build(), BodyHandlers.ofString());
        entered.await();
        var drained = CompletableFuture.supplyAsync(() -> server.drain(Duration.ofSeconds(10)));
        go.countDown();
        assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
        assertThat(drained.get(10, TimeUnit.SECONDS)).isTrue();
    }
}
