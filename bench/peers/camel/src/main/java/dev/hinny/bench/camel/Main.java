package dev.hinny.bench.camel;

import org.apache.camel.builder.RouteBuilder;

/** Camel with one route: {@code Main PORT}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        var main = new org.apache.camel.main.Main();
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("netty-http:http://127.0.0.1:" + args[0] + "/api/hello")
                        .setHeader("Content-Type", constant("application/json"))
                        .setBody(constant("{\"message\":\"hello\"}"));
            }
        });
        main.run();
    }
}
