package dev.hinny.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ForwardTest extends Fixture {
    private static final String GET = "GET /a?b=1 HTTP/1.1\r\nHost: shop.example\r\n";

    private HttpServer mirror() {
        return serve(RequestHandler.blocking(r -> {
            TreeMap<String, String> seen = new TreeMap<>();
            r.headers().forEach((name, value) -> seen.put(name.toLowerCase(java.util.Locale.ROOT), value));
            return Response.text(
                            200,
                            r.method() + " " + r.target() + " " + seen + " "
                                    + r.body().text(1000, StandardCharsets.UTF_8))
                    .withHeader("x-from", "mirror");
        }));
    }

    private HttpServer proxy(Forward forward) {
        return serve(r -> forward);
    }

    private static int closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void removesHopByHopHeadersAndNamesTheClient() throws Exception {
        Wire wire = wire(proxy(Forward.to(at(mirror()))));
        String answer = wire.send(
                        GET + "Connection: keep-alive, X-Private\r\nX-Private: 1\r\nKeep-Alive: 5\r\nTE: trailers\r\n"
                                + "Upgrade: x\r\nX-Kept: 1\r\nX-Forwarded-For: 10.0.0.1\r\n\r\n")
                .response();
        assertThat(answer)
                .contains("GET /a?b=1 {", "host=shop.example", "x-kept=1", "x-from: mirror")
                .contains(
                        "x-forwarded-for=10.0.0.1, 127.0.0.1",
                        "x-forwarded-proto=http",
                        "x-forwarded-host=shop.example")
                .doesNotContain("x-private", "keep-alive=", "te=", "upgrade=");
    }

    @Test
    void rewritesTheRequestAndLetsTheHookChangeTheHead() throws Exception {
        BlockingQueue<ExchangeEnd> ends = new LinkedBlockingQueue<>();
        HttpServer mirror = mirror();
        Forward forward = Forward.to(at(mirror))
                .withRewrite(head -> {
                    head.target("/app" + head.target()).host("inner");
                    head.headers().set("x-added", "1");
                })
                .withHook(new ResponseHook() {
                    @Override
                    public void onHead(ResponseHead head) {
                        head.status(203).headers().remove("x-from").set("x-to", "client");
                    }

                    @Override
                    public void onEnd(ExchangeEnd end) {
                        ends.add(end);
                    }
                });
        String answer = wire(proxy(forward)).send(GET + "\r\n").response();
        assertThat(answer).startsWith("HTTP/1.1 203 ").contains("x-to: client").doesNotContain("x-from");
        assertThat(answer).contains("GET /app/a?b=1", "host=inner", "x-added=1");
        ExchangeEnd end = ends.poll(5, TimeUnit.SECONDS);
        assertThat(end.status()).isEqualTo(203);
        assertThat(end.upstream()).contains(at(mirror));
        assertThat(end.failure()).isEmpty();
    }

    @Test
    void keepsConnectionsToTheUpstream() throws Exception {
        HttpServer mirror = mirror();
        Wire wire = wire(proxy(Forward.to(at(mirror))));
        for (int i = 0; i < 20; i++) {
            assertThat(wire.send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n")
                            .response())
                    .endsWith(" ab");
            assertThat(wire.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\ncd")
                            .response())
                    .endsWith(" cd");
        }
        assertThat(mirror.connections()).isEqualTo(1);
    }

    @Test
    void triesTheNextTargetWhereNothingWasSent() throws Exception {
        Destination dead = Destination.plain("127.0.0.1", closedPort());
        Wire wire = wire(proxy(Forward.to(Upstream.inOrder(List.of(dead, at(mirror()))))));
        assertThat(wire.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab")
                        .response())
                .endsWith(" ab");
    }

    @Test
    void triesTheNextTargetOnAConnectionThatWaitsForIt() throws Exception {
        Destination dead = Destination.plain("127.0.0.1", closedPort());
        Destination alive = at(mirror());
        Forward direct = Forward.to(alive);
        Forward around = Forward.to(Upstream.inOrder(List.of(dead, alive)));
        Wire wire = wire(serve(r -> r.target().equals("/direct") ? direct : around));
        assertThat(wire.send("GET /direct HTTP/1.1\r\nHost: h\r\n\r\n").response())
                .contains("GET /direct");
        assertThat(wire.send("GET /around HTTP/1.1\r\nHost: h\r\n\r\n").response())
                .contains("GET /around");
    }

    @Test
    void sendsNothingTwiceWhereARequestWasBrokenOff() throws Exception {
        AtomicInteger arrived = new AtomicInteger();
        try (ServerSocket rude = new ServerSocket(0)) {
            Thread.startVirtualThread(() -> {
                while (true) {
                    try (Socket socket = rude.accept()) {
                        socket.getInputStream().read();
                        arrived.incrementAndGet();
                    } catch (Exception e) {
                        return;
                    }
                }
            });
            Destination first = Destination.plain("127.0.0.1", rude.getLocalPort());
            AtomicInteger second = new AtomicInteger();
            HttpServer other = serve(r -> {
                second.incrementAndGet();
                return new Answer(Response.of(200));
            });
            Wire wire = wire(proxy(Forward.to(Upstream.inOrder(List.of(first, at(other))))));
            assertThat(wire.send(GET + "\r\n").response())
                    .startsWith("HTTP/1.1 502 ")
                    .contains("application/problem+json", "\"status\":502");
            assertThat(arrived).hasValue(1);
            assertThat(second).hasValue(0);
        }
    }

    @Test
    void sendsAgainWhereAnIdleConnectionWasClosedMeanwhile() throws Exception {
        try (ServerSocket once = new ServerSocket(0)) {
            Thread.startVirtualThread(() -> {
                for (int i = 0; i < 3; i++) {
                    try (Socket socket = once.accept()) {
                        byte[] answer =
                                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);
                        new Wire2(socket).head();
                        socket.getOutputStream().write(answer);
                        // the next request on the same connection is read but never answered
                        new Wire2(socket).head();
                    } catch (Exception e) {
                        return;
                    }
                }
            });
            Wire wire = wire(proxy(Forward.to(Destination.plain("127.0.0.1", once.getLocalPort()))));
            assertThat(wire.send(GET + "\r\n").response()).endsWith("ok");
            assertThat(wire.send(GET + "\r\n").response()).endsWith("ok");
            assertThat(wire.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\na")
                            .response())
                    .startsWith("HTTP/1.1 502 ");
        }
    }

    private record Wire2(Socket socket) {
        void head() throws Exception {
            int ends = 0;
            while (ends < 4) {
                int b = socket.getInputStream().read();
                if (b < 0) {
                    throw new java.io.EOFException();
                }
                ends = b == '\r' || b == '\n' ? ends + 1 : 0;
            }
        }
    }

    @Test
    void answersForAnUpstreamThatIsMissingLateOrUnreachable() throws Exception {
        Wire none = wire(proxy(Forward.to(attempt -> Optional.empty())));
        assertThat(none.send(GET + "\r\n").response()).startsWith("HTTP/1.1 503 ");
        Wire dead = wire(proxy(Forward.to(Destination.plain("127.0.0.1", closedPort()))));
        assertThat(dead.send(GET + "\r\n").response()).startsWith("HTTP/1.1 502 ");
        CountDownLatch never = new CountDownLatch(1);
        HttpServer slow = serve(RequestHandler.blocking(r -> {
            never.await();
            return Response.of(200);
        }));
        Forward hasty =
                Forward.to(at(slow)).withOptions(ForwardOptions.STANDARD.withResponseTimeout(Duration.ofMillis(100)));
        assertThat(wire(proxy(hasty)).send(GET + "\r\n").response()).startsWith("HTTP/1.1 504 ");
        never.countDown();
    }

    @Test
    void passesAnswersWithoutBodyAndWithoutLength() throws Exception {
        HttpServer upstream = serve(r -> switch (r.path()) {
            case "/204" -> new Answer(Response.of(204));
            case "/304" -> new Answer(Response.of(304));
            case "/chunks" ->
                new Answer(Response.of(200, Headers.empty(), Body.writing(out -> {
                    out.write('a');
                    out.flush();
                })));
            default -> new Answer(Response.text(200, "four"));
        });
        Wire wire = wire(proxy(Forward.to(at(upstream))));
        assertThat(wire.send("GET /204 HTTP/1.1\r\nHost: h\r\n\r\n").head()).startsWith("HTTP/1.1 204 ");
        assertThat(wire.send("GET /304 HTTP/1.1\r\nHost: h\r\n\r\n").head()).startsWith("HTTP/1.1 304 ");
        assertThat(wire.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n").head()).contains("content-length: 4");
        wire.send("GET /chunks HTTP/1.1\r\nHost: h\r\n\r\n");
        assertThat(wire.head()).contains("transfer-encoding: chunked");
        assertThat(wire.line() + wire.line() + wire.line() + wire.line()).isEqualTo("1a0");
        assertThat(wire.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").response()).endsWith("\nfour");
    }

    @Test
    void keepsPipelinedRequestsInOrder() throws Exception {
        Wire wire = wire(proxy(Forward.to(at(mirror()))));
        for (int i = 0; i < 20; i++) {
            wire.send("GET /" + i + " HTTP/1.1\r\nHost: h\r\n\r\n");
        }
        for (int i = 0; i < 20; i++) {
            assertThat(wire.response()).contains("GET /" + i + " ");
        }
    }

    @Test
    void asksForAnExpectedBodyOnlyOnceTheUpstreamIsReached() throws Exception {
        Wire wire = wire(proxy(Forward.to(at(mirror()))));
        wire.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        assertThat(wire.head()).isEqualTo("HTTP/1.1 100 Continue\n");
        assertThat(wire.send("ok").response()).endsWith(" ok").doesNotContain("expect=");
        Wire dead = wire(proxy(Forward.to(Destination.plain("127.0.0.1", closedPort()))));
        dead.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        assertThat(dead.rest()).startsWith("HTTP/1.1 502 ");
    }

    @Test
    void answers500WhereTheRewriteFails() throws Exception {
        Wire wire = wire(proxy(Forward.to(at(mirror())).withRewrite(head -> head.target("no slash"))));
        assertThat(wire.send(GET + "\r\n").response())
                .startsWith("HTTP/1.1 500 ")
                .doesNotContain("slash");
    }

    @Test
    void breaksOffWhereTheUpstreamBreaksOff() throws Exception {
        BlockingQueue<ExchangeEnd> ends = new LinkedBlockingQueue<>();
        HttpServer upstream = serve(r -> new Answer(Response.of(200, Headers.empty(), Body.writing(out -> {
            out.write('a');
            out.flush();
            throw new IllegalStateException("in the middle");
        }))));
        HttpServer proxy = serve(r -> {
            r.onEnd(ends::add);
            return Forward.to(at(upstream));
        });
        String seen = wire(proxy).send(GET + "\r\n").rest();
        assertThat(seen).contains("chunked").doesNotContain("0\r\n\r\n");
        assertThat(ends.poll(5, TimeUnit.SECONDS).failure()).isPresent();
    }
}
