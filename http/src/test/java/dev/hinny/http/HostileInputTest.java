package dev.hinny.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest extends Fixture {
    private final AtomicInteger handled = new AtomicInteger();
    private final RequestHandler counting = r -> {
        handled.incrementAndGet();
        return new Handle(q -> Response.text(200, "read " + q.body().bytes(1 << 20).length));
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1\nHost: h\nContent-Length: 4\nTransfer-Encoding: chunked\n\n0\n\n",
                "POST / HTTP/1.1\nHost: h\nTransfer-Encoding: chunked\nContent-Length: 4\n\n0\n\n",
                "POST / HTTP/1.1\nHost: h\nContent-Length: 4\nContent-Length: 5\n\nabcde",
                "POST / HTTP/1.1\nHost: h\nContent-Length: 4, 5\n\nabcde",
                "POST / HTTP/1.1\nHost: h\nContent-Length: +4\n\nabcd",
                "POST / HTTP/1.1\nHost: h\nContent-Length: -1\n\n",
                "POST / HTTP/1.1\nHost: h\nContent-Length: 0x4\n\nabcd",
                "POST / HTTP/1.1\nHost: h\nTransfer-Encoding: gzip, chunked\n\n0\n\n",
                "POST / HTTP/1.1\nHost: h\nTransfer-Encoding: xchunked\n\n0\n\n",
                "POST / HTTP/1.1\nHost: h\nTransfer-Encoding: chunked\nTransfer-Encoding: identity\n\n0\n\n",
                "POST / HTTP/1.1\nHost: h\nTransfer-Encoding : chunked\n\n0\n\n",
                "POST / HTTP/1.0\nTransfer-Encoding: chunked\n\n0\n\n",
                "GET / HTTP/1.1\nHost: h\nHost: i\n\n",
                "GET / HTTP/1.1\n\n",
                "GET / HTTP/1.1\nHost: a b\n\n",
                "GET /%zz HTTP/1.1\nHost: h\n\n",
                "GET /%00 HTTP/1.1\nHost: h\n\n",
                "GET * HTTP/1.1\nHost: h\n\n",
                "GET ftp://h/ HTTP/1.1\nHost: h\n\n",
                "GET / HTTP/1.1\nHost: h\nBad Name: x\n\n",
                "GET / HTTP/1.1\nHost: h\nName\u0000: x\n\n",
                "GET / HTTP/1.1\nHost: h\nX: a\u0000b\n\n",
                "nonsense\n\n",
            })
    void refusesWhatCouldBeReadTwoWays(String request) throws Exception {
        HttpServer server = serve(counting);
        String answer = wire(server).send(request.replace("\n", "\r\n")).rest();
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("connection: close");
        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(handled).hasValue(0);
    }

    @Test
    void failsABodyWithABrokenChunk() throws Exception {
        HttpServer server = serve(counting);
        String answer = wire(server)
                .send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n")
                .rest();
        assertThat(answer).doesNotContain("200 OK");
    }

    @Test
    void refusesALongLineLargeHeadersAndALargeBody() throws Exception {
        HttpServer server = serve(
                local().maxInitialLine(200).maxHeaderSize(1000).maxBodySize(100).build(), counting);
        assertThat(wire(server)
                        .send("GET /" + "a".repeat(300) + " HTTP/1.1\r\nHost: h\r\n\r\n")
                        .rest())
                .startsWith("HTTP/1.1 414 ");
        assertThat(wire(server)
                        .send("GET / HTTP/1.1\r\nHost: h\r\nX: " + "a".repeat(2000) + "\r\n\r\n")
                        .rest())
                .startsWith("HTTP/1.1 431 ");
        assertThat(wire(server)
                        .send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 101\r\n\r\n")
                        .rest())
                .startsWith("HTTP/1.1 413 ");
        assertThat(handled).hasValue(0);
        String chunk = "40\r\n" + "a".repeat(64) + "\r\n";
        assertThat(wire(server)
                        .send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + chunk
                                + "0\r\n\r\n")
                        .rest())
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void answers413WhereTheHandlersOwnLimitIsPassed() throws Exception {
        HttpServer server = serve(
                RequestHandler.blocking(r -> Response.text(200, "" + r.body().bytes(3).length)));
        assertThat(wire(server)
                        .send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nabcd")
                        .response())
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void closesOnHeadersThatDripAndOnSilence() throws Exception {
        HttpServer server = serve(
                local().headerTimeout(Duration.ofMillis(150))
                        .idleTimeout(Duration.ofMillis(300))
                        .build(),
                counting);
        Wire dripping = wire(server).send("GET / HTTP/1.1\r\nHo");
        assertThat(dripping.rest()).startsWith("HTTP/1.1 408 ");
        assertThat(wire(server).closed()).isTrue();
        Wire kept = wire(server).send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        assertThat(kept.response()).contains("200 OK");
        assertThat(kept.closed()).isTrue();
        Wire stalled = wire(server).send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc");
        assertThat(stalled.rest()).startsWith("HTTP/1.1 408 ");
    }

    @Test
    void closesConnectionsAboveTheLimit() throws Exception {
        HttpServer server = serve(local().maxConnections(1).build(), counting);
        Wire first = wire(server).send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        assertThat(first.response()).contains("200 OK");
        boolean refused;
        try {
            refused = wire(server).closed();
        } catch (IOException reset) {
            refused = true;
        }
        assertThat(refused).isTrue();
        assertThat(first.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").response()).contains("200 OK");
    }

    @Test
    void readsTheHostFromAnAbsoluteTarget() throws Exception {
        HttpServer server = serve(r -> new Answer(Response.text(200, r.host() + " " + r.path() + " " + r.rawQuery())));
        assertThat(wire(server)
                        .send("GET http://Other:81/p?q=1 HTTP/1.1\r\nHost: h\r\n\r\n")
                        .response())
                .endsWith("\nother /p q=1");
    }

    @Test
    void answersThoughTheClientIsStillSending() throws Exception {
        HttpServer server = serve(r -> new Answer(Response.text(403, "no")));
        Wire wire = wire(server).send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 200000\r\n\r\n");
        assertThat(wire.response()).endsWith("\nno");
        wire.send("a".repeat(200_000)).send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        assertThat(wire.response()).endsWith("\nno");
    }
}
