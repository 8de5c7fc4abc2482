package dev.hinny.gateway.engine;

import dev.hinny.gateway.api.Around;
import dev.hinny.gateway.api.Check;
import dev.hinny.gateway.api.Decision;
import dev.hinny.gateway.api.Exchange;
import dev.hinny.gateway.api.Policy;
import dev.hinny.gateway.api.PolicyContext;
import dev.hinny.gateway.api.PolicyProvider;
import dev.hinny.gateway.api.ResponseCheck;
import dev.hinny.gateway.api.ResponseView;
import dev.hinny.gateway.api.config.Setting;
import dev.hinny.http.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** Small policies that show what a chain does with them. */
final class Probes {
    record Text(@Setting(value = "Any text.", defaultValue = "x") String text) {}

    static final List<PolicyProvider<Text>> ALL = List.of(
            probe("mark", (c, x) -> new Mark(c.text())),
            probe("cors", (c, x) -> new Mark("cors")),
            probe("refuse", (c, x) -> (Check) e -> Decision.refuse(Response.text(403, c.text()))),
            probe("count", (c, x) -> new Count()),
            probe("broken", (c, x) -> (Check) e -> {
                throw new IllegalStateException("no luck");
            }),
            probe("wrap", (c, x) -> (Around) (e, next) -> {
                e.addHeader("x-in", "wrap-" + where());
                Response response = next.proceed(e);
                return response.withHeaders(
                        response.headers().toBuilder().add("x-out", "wrap").build());
            }),
            probe("answer", (c, x) -> (Around) (e, next) -> Response.text(202, c.text())),
            probe("silent", (c, x) -> (Around) (e, next) -> nothing()),
            probe("throws", (c, x) -> (Around) (e, next) -> {
                throw new java.io.IOException("no luck");
            }),
            probe("picky", (c, x) -> {
                if (c.text().equals("crash")) {
                    throw new IllegalStateException("crashed");
                }
                x.problems().error("BAD-SETTING", x.place("text"), "found '" + c.text() + "', expected better", "");
                return new Count();
            }));

    private Probes() {}

    @SuppressWarnings("NullAway")
    private static Response nothing() {
        return null;
    }

    /** {@code loop} or {@code virtual}. */
    static String where() {
        return Thread.currentThread().isVirtual() ? "virtual" : "loop";
    }

    private static PolicyProvider<Text> probe(String id, BiFunction<Text, PolicyContext, Policy> make) {
        return new PolicyProvider<>() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String version() {
                return "1.0.0";
            }

            @Override
            public String description() {
                return "For tests.";
            }

            @Override
            public Class<Text> configuration() {
                return Text.class;
            }

            @Override
            public Policy create(Text configuration, PolicyContext context) {
                return make.apply(configuration, context);
            }
        };
    }

    /** Leaves its name on request and response. */
    private record Mark(String text) implements ResponseCheck {
        @Override
        public Decision onRequest(Exchange exchange) {
            exchange.addHeader("x-in", text + "-" + where());
            return Decision.CONTINUE;
        }

        @Override
        public void onResponse(Exchange exchange, ResponseView response) {
            response.headers().add("x-out", text);
        }
    }

    /** Tells how many requests it has seen. */
    private static final class Count implements ResponseCheck {
        private final AtomicInteger seen = new AtomicInteger();

        @Override
        public Decision onRequest(Exchange exchange) {
            seen.incrementAndGet();
            return Decision.CONTINUE;
        }

        @Override
        public void onResponse(Exchange exchange, ResponseView response) {
            response.headers().set("x-count", seen.toString());
        }
    }
}
