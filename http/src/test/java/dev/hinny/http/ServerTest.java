package dev.hinny.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ServerTest extends Fixture {
    private static final RequestHandler ECHO = RequestHandler.blocking(r -> Response.text(
            200,
            r.method() + " " + r.path() + " " + r.query().asMap() + " "
                    + r.body().text(1000, StandardCharsets.UTF_8)));

    @Test
    void answersSeveralRequestsOnOneConnection() throws Exception {
        Wire wire = wire(serve(ECHO));
        for (int i = 0; i < 3; i++) {
            wire.send("POST /a%20b/" + i + "?x=1&x=2&y HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbody");
            String response = wire.response();
            assertThat(response)
                    .startsWith("HTTP/1.1 200 OK\n")
                    .contains("date: ")
                    .doesNotContain("connection");
            assertThat(response).endsWith("POST /a b/" + i + " {x=[1, 2], y=[]} body".replace("y=[]", "y=[]"));
        }
    }

    @Test
    void keepsTheOrderOfPipelinedRequestsWhateverTheirOutcome() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        Wire wire = wire(serve(r -> r.path().equals("/slow")
                ? new Handle(q -> {
                    slow.await();
                    return Response.text(200, "slow");
                })
                : new Answer(Response.text(200, r.path()))));
        wire.send("GET /slow HTTP/1.1\r\nHost: h\r\n\r\n" + "GET /1 HTTP/1.1\r\nHost: h\r\n\r\n".repeat(40)
                + "GET /last HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        slow.countDown();
        assertThat(wire.response()).endsWith("\nslow");
        for (int i = 0; i < 40; i++) {
            assertThat(wire.response()).endsWith("\n/1");
        }
        assertThat(wire.response()).contains("connection: close").endsWith("\n/last");
        assertThat(wire.closed()).isTrue();
    }

    @Test
    void sendsAnOwnReasonPhrase() throws Exception {
        Wire wire = wire(serve(r -> new Answer(Response.of(299).withReason("Quite Fine"))));
        assertThat(wire.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").response()).startsWith("HTTP/1.1 299 Quite Fine\n");
    }

    @Test
    void answersHeadWithTheLengthButNoBody() throws Exception {
        Wire wire = wire(serve(r -> new Answer(Response.text(200, "four"))));
        wire.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n");
        assertThat(wire.head()).contains("content-length: 4");
        assertThat(wire.response()).startsWith("HTTP/1.1 200").endsWith("\nfour");
    }

    @Test
    void asksForTheBodyOnlyWhenTheHandlerReadsIt() throws Exception {
        HttpServer server = serve(r -> r.path().equals("/no") ? new Answer(Response.of(403)) : ECHO.onRequest(r));
        Wire wire = wire(server);
        wire.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        assertThat(wire.head()).isEqualTo("HTTP/1.1 100 Continue\n");
        assertThat(wire.send("ok").response()).endsWith("POST / {} ok");
        wire.send("POST /no HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        assertThat(wire.response()).startsWith("HTTP/1.1 403").contains("connection: close");
        assertThat(wire.closed()).isTrue();
    }

    @Test
    void readsAndWritesChunks() throws Exception {
        Wire wire = wire(serve(RequestHandler.blocking(r -> {
            String body = r.body().text(100, StandardCharsets.UTF_8);
            return Response.of(200, Headers.empty(), Body.writing(out -> {
                out.write(body.getBytes(StandardCharsets.UTF_8));
                out.flush();
                out.write("second".getBytes(StandardCharsets.UTF_8));
            }));
        })));
        wire.send("POST / HTTP/1.1\r\n"
                + "Host: h\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + "3\r\n"
                + "abc\r\n"
                + "2\r\n"
                + "de\r\n"
                + "0\r\n"
                + "X-T: 1\r\n\r\n");
        assertThat(wire.head()).contains("transfer-encoding: chunked").doesNotContain("content-length");
        assertThat(wire.line() + wire.line() + wire.line() + wire.line() + wire.line() + wire.line())
                .isEqualTo("5abcde6second0");
    }

    @Test
    void serves10WithoutChunksAndClosesUnlessAskedToKeep() throws Exception {
        HttpServer server = serve(RequestHandler.blocking(r -> Response.of(200, Headers.empty(), Body.writing(out -> {
            out.write('a');
            out.flush();
            out.write('b');
        }))));
        assertThat(wire(server).send("GET / HTTP/1.0\r\n\r\n").rest())
                .doesNotContain("chunked")
                .endsWith("\r\n\r\nab");
        HttpServer plain = serve(r -> new Answer(Response.text(200, "x")));
        Wire kept = wire(plain).send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        assertThat(kept.response()).contains("connection: keep-alive");
        assertThat(kept.send("GET / HTTP/1.0\r\n\r\n").rest()).contains("connection: close");
    }

    @Test
    void hidesTheReasonOfAFailureAndTellsTheListener() throws Exception {
        BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
        Wire wire = wire(serve(local().errors((r, t) -> failures.add(t)).build(), r -> {
            if (r.path().equals("/loop")) {
                throw new IllegalStateException("secret of the loop");
            }
            return new Handle(q -> {
                throw new IllegalStateException("secret of the worker");
            });
        }));
        assertThat(wire.send("GET /loop HTTP/1.1\r\nHost: h\r\n\r\n").response())
                .startsWith("HTTP/1.1 500 ")
                .doesNotContain("secret");
        assertThat(wire.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").response())
                .startsWith("HTTP/1.1 500 ")
                .doesNotContain("secret");
        assertThat(failures.take()).hasMessage("secret of the loop");
        assertThat(failures.take()).hasMessage("secret of the worker");
    }

    @Test
    void refusesAPortInUse() {
        HttpServer first = serve(ECHO);
        assertThatThrownBy(() -> serve(ServerConfig.of("127.0.0.1", first.port()), ECHO))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.first().code()).isEqualTo("PORT-IN-USE");
                    assertThat(e.first().message()).contains(Integer.toString(first.port()));
                    assertThat(e.first().hint()).isNotEmpty();
                });
    }

    @Test
    void drainsWithARequestInFlight() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        HttpServer server = serve(RequestHandler.blocking(r -> {
            entered.countDown();
            go.await();
            return Response.text(200, "done");
        }));
        Wire idle = wire(server);
        Wire busy = wire(server).send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        entered.await();
        CompletableFuture<Boolean> drained = CompletableFuture.supplyAsync(() -> server.drain(Duration.ofSeconds(10)));
        assertThat(idle.closed()).isTrue();
        assertThat(refusesConnections(server)).isTrue();
        go.countDown();
        assertThat(busy.response()).contains("connection: close").endsWith("\ndone");
        assertThat(drained.get(10, TimeUnit.SECONDS)).isTrue();
    }

    /** The JDK's own transport closes a listening socket at its selector's next round. */
    private static boolean refusesConnections(HttpServer server) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < end) {
            try (Wire late = new Wire(server.port())) {
                assertThat(late.socket.isConnected()).isTrue();
            } catch (IOException e) {
                return true;
            }
        }
        return false;
    }

    @Test
    void endsARequestThatTakesTooLong() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Wire wire = wire(serve(local().requestTimeout(Duration.ofMillis(100)).build(), RequestHandler.blocking(r -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.complete(true);
            }
            return Response.of(200);
        })));
        assertThat(wire.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").response()).startsWith("HTTP/1.1 503 ");
        assertThat(interrupted.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tellsTheEndOfAnExchange() throws Exception {
        BlockingQueue<ExchangeEnd> ends = new LinkedBlockingQueue<>();
        Wire wire = wire(serve(r -> {
            r.onEnd(ends::add);
            return ECHO.onRequest(r);
        }));
        wire.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc").response();
        ExchangeEnd end = ends.poll(5, TimeUnit.SECONDS);
        assertThat(end.status()).isEqualTo(200);
        assertThat(end.requestBytes()).isEqualTo(3);
        assertThat(end.responseBytes()).isEqualTo("POST / {} abc".length());
        assertThat(end.failure()).isEmpty();
    }
}
