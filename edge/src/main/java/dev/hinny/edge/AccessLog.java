package dev.hinny.edge;

import dev.hinny.http.ExchangeEnd;
import dev.hinny.http.Request;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Writes a JSON object for each request. The query is left out: it may hold secrets. */
final class AccessLog {
    private final Consumer<String> to;

    AccessLog(Consumer<String> to) {
        this.to = to;
    }

    void write(Request request, ExchangeEnd end, String application, String replica) {
        StringBuilder line = new StringBuilder(320).append('{');
        text(line, "time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        text(line, "remote", request.remote().getHostString());
        text(line, "method", request.method());
        text(line, "host", request.host());
        text(line, "path", request.rawPath());
        number(line, "status", end.status());
        number(line, "requestBytes", end.requestBytes());
        number(line, "responseBytes", end.responseBytes());
        number(line, "micros", end.duration().toNanos() / 1_000);
        text(line, "application", application);
        text(line, "replica", replica);
        text(line, "correlationId", request.headers().first("x-correlation-id", ""));
        end.failure().ifPresent(failure -> text(line, "failure", String.valueOf(failure.getMessage())));
        line.setCharAt(line.length() - 1, '}');
        to.accept(line.toString());
    }

    private static void number(StringBuilder line, String name, long value) {
        line.append('"').append(name).append("\":").append(value).append(',');
    }

    private static void text(StringBuilder line, String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        line.append('"').append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (c < ' ') {
                line.append(String.format("\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        line.append("\",");
    }
}
