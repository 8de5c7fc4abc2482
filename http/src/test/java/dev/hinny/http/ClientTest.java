package dev.hinny.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ClientTest extends Fixture {
    private static final RequestHandler ECHO = RequestHandler.blocking(r -> Response.text(
            200,
            r.method() + " " + r.target() + " " + r.authority() + " "
                    + r.headers().first("content-length", "-") + " " + r.body().text(1000, StandardCharsets.UTF_8)));

    private static String text(Response response) throws IOException {
        try (response) {
            return response.body().text(100_000, StandardCharsets.UTF_8);
        }
    }

    private static void fails(HttpClientException.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        HttpClientException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void sendsBodiesOfEveryKindOverOneConnection() throws Exception {
        HttpServer server = serve(ECHO);
        HttpClient client = client();
        String host = "127.0.0.1:" + server.port();
        ClientRequest post = ClientRequest.of("POST", url(server, "/p?q=%20"));
        assertThat(text(client.send(ClientRequest.get(url(server, ""))))).isEqualTo("GET / " + host + " - ");
        assertThat(text(client.send(post))).isEqualTo("POST /p?q=%20 " + host + " 0 ");
        assertThat(text(client.send(post.withBody(Body.of("abc", StandardCharsets.UTF_8)))))
                .endsWith(" 3 abc");
        InputStream in = new ByteArrayInputStream("stream".getBytes(StandardCharsets.UTF_8));
        assertThat(text(client.send(post.withBody(Body.of(in, 6))))).endsWith(" 6 stream");
        assertThat(text(client.send(post.withBody(Body.writing(o -> o.write('w'))))))
                .endsWith(" - w");
        await(() -> server.connections() == 1);
    }

    @Test
    void findsNamesBelowLocalhostOnThisMachine() throws Exception {
        HttpServer server = serve(ECHO);
        String host = "shop.apps.localhost:" + server.port();
        assertThat(text(client().send(ClientRequest.get("http://" + host + "/x"))))
                .isEqualTo("GET /x " + host + " - ");
    }

    @Test
    void freesTheConnectionOfAResponseThatIsClosedEarly() throws Exception {
        HttpServer server = serve(r -> new Answer(Response.of(200, Headers.empty(), Body.writing(out -> {
            while (true) {
                out.write(new byte[10_000]);
            }
        }))));
        HttpClient client = client(ClientConfig.builder().maxConnections(1));
        for (int i = 0; i < 3; i++) {
            try (Response response = client.send(ClientRequest.get(url(server, "/")))) {
                assertThat(response.body().stream().read()).isZero();
            }
        }
        await(() -> server.connections() == 0);
    }

    @Test
    void waitsForAFreeConnectionAndGivesUpInTime() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        HttpServer server = serve(RequestHandler.blocking(r -> {
            entered.countDown();
            go.await();
            return Response.text(200, "x");
        }));
        HttpClient client =
                client(ClientConfig.builder().maxConnections(1).maxWaiting(1).waitTimeout(Duration.ofMillis(100)));
        CompletableFuture<Response> first = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                first.complete(client.send(ClientRequest.get(url(server, "/"))));
            } catch (IOException e) {
                first.completeExceptionally(e);
            }
        });
        entered.await();
        assertThatThrownBy(() -> client.send(ClientRequest.get(url(server, "/"))))
                .isInstanceOfSatisfying(
                        HttpClientException.class,
                        e -> assertThat(e.kind()).isEqualTo(HttpClientException.Kind.TIMEOUT))
                .hasMessageContaining("none of the 1 connections");
        go.countDown();
        assertThat(text(first.get(5, TimeUnit.SECONDS))).isEqualTo("x");
        assertThat(text(client.send(ClientRequest.get(url(server, "/"))))).isEqualTo("x");
    }

    @Test
    void saysWhyThereIsNoResponse() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        HttpClient client = client(ClientConfig.builder().responseTimeout(Duration.ofMillis(100)));
        fails(HttpClientException.Kind.CONNECTIVITY, () -> client.send(ClientRequest.get("http://127.0.0.1:" + port)));
        fails(HttpClientException.Kind.CONNECTIVITY, () -> client.send(ClientRequest.get("http://nowhere.invalid/")));
        CountDownLatch never = new CountDownLatch(1);
        HttpServer slow = serve(RequestHandler.blocking(r -> {
            never.await();
            return Response.of(200);
        }));
        fails(HttpClientException.Kind.TIMEOUT, () -> client.send(ClientRequest.get(url(slow, "/"))));
        never.countDown();
        fails(HttpClientException.Kind.CLOSED, () -> client.send(ClientRequest.get(raw(""))));
        fails(HttpClientException.Kind.PROTOCOL, () -> client.send(ClientRequest.get(raw("SSH-2.0 hello\r\n\r\n"))));
        Response cut = client.send(ClientRequest.get(raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")));
        fails(HttpClientException.Kind.CLOSED, () -> cut.body().bytes(100));
        Response open = client.send(ClientRequest.get(raw("HTTP/1.1 200 Sure\r\n\r\nabc")));
        assertThat(open.reason()).isEqualTo("Sure");
        assertThat(text(open)).isEqualTo("abc");
    }

    /** The address of a server that answers once with these bytes and closes. */
    private String raw(String answer) throws IOException {
        ServerSocket server = closing(new ServerSocket(0));
        Thread.startVirtualThread(() -> {
            try (Socket socket = server.accept()) {
                socket.getInputStream().read(new byte[4096]);
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                Thread.currentThread().interrupt();
            }
        });
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    @Test
    void followsRedirectsOnlyWhereAsked() throws Exception {
        HttpServer server = serve(r -> switch (r.path()) {
            case "/303" -> new Answer(Response.redirect(303, "/end"));
            case "/307" -> new Answer(Response.redirect(307, "/end"));
            case "/loop" -> new Answer(Response.redirect(302, "/loop"));
            default -> ECHO.onRequest(r);
        });
        Body body = Body.of("abc", StandardCharsets.UTF_8);
        assertThat(client().send(ClientRequest.get(url(server, "/303"))).status())
                .isEqualTo(303);
        HttpClient client = client(ClientConfig.builder().maxRedirects(3));
        assertThat(text(client.send(
                        ClientRequest.of("POST", url(server, "/303")).withBody(body))))
                .startsWith("GET /end");
        assertThat(text(client.send(
                        ClientRequest.of("POST", url(server, "/307")).withBody(body))))
                .startsWith("POST /end")
                .endsWith("abc");
        assertThat(client.send(ClientRequest.get(url(server, "/loop"))).status())
                .isEqualTo(302);
    }

    @Test
    void sendsPlainRequestsThroughAProxyWithCredentials() throws Exception {
        HttpServer proxy = serve(r ->
                new Answer(Response.text(200, r.target() + " " + r.headers().first("proxy-authorization", "-"))));
        HttpClient client = client(ClientConfig.builder()
                .proxy(ProxyConfig.of("127.0.0.1", proxy.port()).withCredentials("user", "pass")));
        assertThat(text(client.send(ClientRequest.get("http://far.example/x?y"))))
                .isEqualTo("http://far.example/x?y Basic dXNlcjpwYXNz");
    }

    @Test
    void reachesTlsThroughATunnelAndSaysWhenTheProxyRefuses() throws Exception {
        var own = Certificates.authority("localhost");
        HttpServer server = serve(
                TlsContexts.of(
                        TlsConfig.builder().identity(own.chain(), own.key()).build()),
                ECHO);
        AtomicInteger tunnels = new AtomicInteger();
        ServerSocket proxy = closing(new ServerSocket(0));
        Thread.startVirtualThread(() -> tunnel(proxy, server.port(), tunnels));
        HttpClient client = client(ClientConfig.builder()
                .tls(TlsConfig.builder().insecure(true).build())
                .proxy(ProxyConfig.of("127.0.0.1", proxy.getLocalPort())));
        assertThat(text(client.send(ClientRequest.get("https://secret.example/x"))))
                .startsWith("GET /x secret.example");
        assertThat(tunnels).hasValue(1);
        HttpServer refusing = serve(r -> new Answer(Response.of(200)));
        HttpClient refused = client(ClientConfig.builder().proxy(ProxyConfig.of("127.0.0.1", refusing.port())));
        fails(HttpClientException.Kind.CONNECTIVITY, () -> refused.send(ClientRequest.get("https://secret.example/x")));
    }

    private static void tunnel(ServerSocket proxy, int port, AtomicInteger tunnels) {
        try (Socket client = proxy.accept();
                Socket server = new Socket("127.0.0.1", port)) {
            byte[] head = new byte[4096];
            int n = client.getInputStream().read(head);
            if (new String(head, 0, n, StandardCharsets.US_ASCII).startsWith("CONNECT secret.example:443 HTTP/1.1")) {
                tunnels.incrementAndGet();
            }
            client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread.startVirtualThread(() -> copy(server, client));
            copy(client, server);
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // the test is over
        }
    }

    @Test
    void opensANewConnectionWhereAnIdleOneWasClosed() throws Exception {
        HttpServer server = serve(local().idleTimeout(Duration.ofMillis(100)).build(), ECHO);
        HttpClient client = client();
        assertThat(text(client.send(ClientRequest.get(url(server, "/1"))))).startsWith("GET /1");
        await(() -> server.connections() == 0);
        assertThat(text(client.send(ClientRequest.get(url(server, "/2"))))).startsWith("GET /2");
    }

    @Test
    void failsARequestWhoseBodyCannotBeRead() throws Exception {
        HttpServer server = serve(RequestHandler.blocking(r -> Response.text(
                200, r.method() + " " + r.target() + " " + r.body().bytes(100_000).length)));
        HttpClient client = client(ClientConfig.builder().maxConnections(1));
        Body broken = Body.writing(out -> {
            out.write(new byte[50_000]);
            throw new IOException("the file is gone");
        });
        assertThatThrownBy(() ->
                        client.send(ClientRequest.of("POST", url(server, "/")).withBody(broken)))
                .isInstanceOf(HttpClientException.class)
                .hasMessageContaining("the file is gone");
        assertThat(text(client.send(ClientRequest.get(url(server, "/next"))))).startsWith("GET /next");
    }
}
