package dev.hinny.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StreamingTest extends Fixture {
    private static final long SIZE = 200L << 20;
    private static final RequestHandler ECHO = RequestHandler.blocking(r -> Response.of(
            200, Headers.empty(), Body.of(r.body().stream(), r.body().length())));

    /** Bytes made as they are read, so that neither side of the test holds them. */
    private static final class Made extends InputStream {
        private long at;

        @Override
        public int read() {
            return at < SIZE ? (int) (at++ % 251) : -1;
        }

        @Override
        public int read(byte[] to, int offset, int count) {
            if (at >= SIZE) {
                return -1;
            }
            int now = (int) Math.min(count, SIZE - at);
            for (int i = 0; i < now; i++) {
                to[offset + i] = (byte) ((at + i) % 251);
            }
            at += now;
            return now;
        }
    }

    private static void echo(HttpClient client, String url, long declared) throws Exception {
        try (Response response = client.send(ClientRequest.of("POST", url).withBody(Body.of(new Made(), declared)))) {
            assertThat(response.status()).isEqualTo(200);
            InputStream in = response.body().stream();
            Made expected = new Made();
            byte[] got = new byte[65536];
            byte[] want = new byte[65536];
            long total = 0;
            for (int n = in.read(got); n >= 0; n = in.read(got)) {
                assertThat(expected.readNBytes(want, 0, n)).isEqualTo(n);
                assertThat(Arrays.mismatch(got, 0, n, want, 0, n)).isEqualTo(-1);
                total += n;
            }
            assertThat(total).isEqualTo(SIZE);
        }
    }

    @Test
    void bodiesThatTheHandlerLeavesUnreadTakeNoMemory() throws Exception {
        HttpServer server = serve(RequestHandler.blocking(r -> Response.text(200, "enough")));
        HttpClient client = client();
        Body body = Body.of(new byte[64 << 10]);
        for (int i = 0; i < 2000; i++) {
            try (Response response =
                    client.send(ClientRequest.of("POST", url(server, "/")).withBody(body))) {
                assertThat(response.status()).isEqualTo(200);
            }
        }
    }

    @Test
    void bodyCanBeReadByWorkThatOutlivesTheResponse() throws Exception {
        BlockingQueue<Body> left = new LinkedBlockingQueue<>();
        HttpServer server = serve(RequestHandler.blocking(r -> {
            left.add(r.body());
            return Response.text(200, "later");
        }));
        try (Response response = client().send(
                        ClientRequest.of("POST", url(server, "/")).withBody(Body.of("kept", StandardCharsets.UTF_8)))) {
            assertThat(response.status()).isEqualTo(200);
        }
        assertThat(left.take().text(100, StandardCharsets.UTF_8)).isEqualTo("kept");
    }

    @Test
    void echoes200MegabytesThroughAForward() throws Exception {
        HttpServer echo = serve(ECHO);
        HttpServer proxy = serve(r -> Forward.to(at(echo)));
        echo(client(), url(proxy, "/"), -1);
    }

    @Test
    void echoes200MegabytesOfKnownLength() throws Exception {
        echo(client(), url(serve(ECHO), "/"), SIZE);
    }

    @Test
    void echoes200MegabytesOverHttp2() throws Exception {
        HttpServer echo = serve(ECHO);
        HttpServer proxy = serve(r -> Forward.to(at(echo)));
        HttpClient client = client(ClientConfig.builder().http2(ClientConfig.Http2Use.ALWAYS));
        echo(client, url(proxy, "/"), -1);
    }

    @Test
    void holdsBackASenderWhoseBodyNobodyReads() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        HttpServer server = serve(RequestHandler.blocking(r -> {
            read.await();
            return Response.text(200, "" + r.body().stream().skip(Long.MAX_VALUE));
        }));
        holdsBack(server, read);
    }

    @Test
    void holdsBackASenderThroughAForward() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        HttpServer server = serve(RequestHandler.blocking(r -> {
            read.await();
            return Response.text(200, "" + r.body().stream().skip(Long.MAX_VALUE));
        }));
        holdsBack(serve(r -> Forward.to(at(server))), read);
    }

    private void holdsBack(HttpServer server, CountDownLatch read) throws Exception {
        Wire wire = wire(server).send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: " + SIZE + "\r\n\r\n");
        AtomicLong sent = new AtomicLong();
        Thread sender = Thread.startVirtualThread(() -> send(wire.socket, sent));
        // the sender stands still when the buffers of the kernel and ours are full
        long before = -1;
        while (before != sent.get()) {
            before = sent.get();
            assertThat(sender.join(java.time.Duration.ofMillis(200))).isFalse();
        }
        assertThat(before).isLessThan(64L << 20);
        read.countDown();
        assertThat(wire.response()).endsWith("\n" + SIZE);
    }

    private static void send(Socket socket, AtomicLong sent) {
        byte[] piece = new byte[65536];
        try {
            OutputStream out = socket.getOutputStream();
            while (sent.get() < SIZE) {
                out.write(piece);
                sent.addAndGet(piece.length);
            }
        } catch (java.io.IOException e) {
            sent.set(-1);
        }
    }

    @Test
    void holdsBackAWriterWhoseClientDoesNotRead() throws Exception {
        AtomicLong written = new AtomicLong();
        HttpServer server = serve(r -> new Answer(Response.of(200, Headers.empty(), Body.writing(out -> {
            byte[] piece = new byte[65536];
            while (written.get() < SIZE) {
                out.write(piece);
                written.addAndGet(piece.length);
            }
        }))));
        Wire wire = wire(server).send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        wire.line();
        long before = -1;
        while (before != written.get()) {
            before = written.get();
            new CountDownLatch(1).await(200, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        assertThat(before).isLessThan(64L << 20);
        assertThat(wire.socket.getInputStream().transferTo(OutputStream.nullOutputStream()))
                .isGreaterThan(SIZE);
    }

    @Test
    void endsTheWriterWhoseClientIsGone() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        HttpServer server = serve(r -> new Answer(Response.of(200, Headers.empty(), Body.writing(out -> {
            try {
                while (true) {
                    out.write("data: x\n\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            } finally {
                ended.countDown();
            }
        }))));
        Wire wire = wire(server).send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        wire.line();
        wire.close();
        assertThat(ended.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }
}
