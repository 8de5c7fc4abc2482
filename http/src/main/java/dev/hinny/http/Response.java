package dev.hinny.http;

import java.nio.charset.StandardCharsets;

/**
 * One response: to be sent by a server, or received by a client.
 *
 * <p>{@code Content-Length}, {@code Transfer-Encoding}, {@code Connection} and {@code Date} are set by the server by
 * itself. One received by a client must be closed, or its body read to the end, to free its connection.
 *
 * @param status 200 to 599
 * @param reason the reason phrase for HTTP/1.1, without control characters; empty for the standard one
 */
public record Response(int status, String reason, Headers headers, Body body) implements AutoCloseable {
    public Response {
        if (status < 200 || status > 999) {
            throw new IllegalArgumentException("found status " + status + ", expected 200 to 999");
        }
        for (int i = 0; i < reason.length(); i++) {
            char c = reason.charAt(i);
            if (c < ' ' && c != '\t' || c == 127) {
                throw new IllegalArgumentException("the reason phrase has a control character");
            }
        }
    }

    /** An answer without headers and body. */
    public static Response of(int status) {
        return new Response(status, "", Headers.empty(), Body.empty());
    }

    public static Response of(int status, Headers headers, Body body) {
        return new Response(status, "", headers, body);
    }

    /** Plain text in UTF-8. */
    public static Response text(int status, String text) {
        return of(
                status, Headers.of("content-type", "text/plain; charset=utf-8"), Body.of(text, StandardCharsets.UTF_8));
    }

    /** JSON in UTF-8; the text must be JSON already. */
    public static Response json(int status, String json) {
        return of(status, Headers.of("content-type", "application/json"), Body.of(json, StandardCharsets.UTF_8));
    }

    /** A redirect to the location, with a status such as 302 or 307. */
    public static Response redirect(int status, String location) {
        return of(status, Headers.of("location", location), Body.empty());
    }

    /** A small problem document (RFC 9457): {@code {"status": 502, "title": "...", "detail": "..."}}. */
    public static Response problem(int status, String title, String detail) {
        String json = "{\"status\":" + status + ",\"title\":" + quote(title) + ",\"detail\":" + quote(detail) + "}";
        return of(
                status, Headers.of("content-type", "application/problem+json"), Body.of(json, StandardCharsets.UTF_8));
    }

    public Response withStatus(int other) {
        return new Response(other, reason, headers, body);
    }

    public Response withReason(String other) {
        return new Response(status, other, headers, body);
    }

    public Response withHeaders(Headers others) {
        return new Response(status, reason, others, body);
    }

    /** With this header in place of all of the same name. */
    public Response withHeader(String name, String value) {
        return withHeaders(headers.toBuilder().set(name, value).build());
    }

    public Response withBody(Body other) {
        return new Response(status, reason, headers, other);
    }

    /** Gives up what was not read of the body. */
    @Override
    public void close() {
        body.close();
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
