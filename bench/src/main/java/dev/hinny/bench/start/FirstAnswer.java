package dev.hinny.bench.start;

import dev.hinny.bench.Call;
import dev.hinny.bench.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** Asks a starting server every 2 ms, with little work of its own, and as often as wanted afterwards. */
final class FirstAnswer {
    private static final long PATIENCE = 60_000_000_000L;

    private FirstAnswer() {}

    /** @throws IllegalStateException when there is no answer with status 200 within a minute */
    static void await(Server server, Call call) {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end) {
            if (status(server, call) == 200) {
                return;
            }
            LockSupport.parkNanos(2_000_000);
        }
        throw new IllegalStateException(server.launch().name() + " did not answer");
    }

    static void repeat(Server server, Call call, int count) {
        for (int i = 0; i < count; i++) {
            int status = status(server, call);
            if (status != 200) {
                throw new IllegalStateException(server.launch().name() + " answers with " + status);
            }
        }
    }

    private static int status(Server server, Call call) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String request = "GET " + call.path() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] head = socket.getInputStream().readNBytes(12);
            return head.length < 12 ? 0 : Integer.parseInt(new String(head, 9, 3, StandardCharsets.US_ASCII));
        } catch (java.net.ConnectException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
