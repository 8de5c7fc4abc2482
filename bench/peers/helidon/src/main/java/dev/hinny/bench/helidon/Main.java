package dev.hinny.bench.helidon;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;

/** Helidon SE with one route: {@code Main PORT}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        WebServer.builder()
                .host("127.0.0.1")
                .port(Integer.parseInt(args[0]))
                .routing(routing -> routing.get(
                        "/api/hello",
                        (request, response) -> response.header(HeaderNames.CONTENT_TYPE, "application/json")
                                .send("{\"message\":\"hello\"}")))
                .build()
                .start();
    }
}
