package dev.hinny.gateway.engine;

import static dev.hinny.gateway.engine.Rig.bind;
import static dev.hinny.gateway.engine.Rig.mark;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Covers;
import dev.hinny.http.Answer;
import dev.hinny.http.Body;
import dev.hinny.http.Destination;
import dev.hinny.http.Forward;
import dev.hinny.http.Request;
import dev.hinny.http.RequestHandler;
import dev.hinny.http.Response;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChainTest {
    private final Rig rig = new Rig(UnknownApi.REFUSE);
    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    /** Says what headers and thread the API saw. */
    private Response seen(Request request) {
        calls.incrementAndGet();
        return Response.text(200, String.join(",", request.headers().all("x-in")) + " api-" + Probes.where());
    }

    private RequestHandler answering() {
        return request -> new Answer(seen(request));
    }

    @Test
    @Covers("GW-027")
    void policiesRunInOrderWithCorsFirstAndSeeTheResponseInReverse() throws Exception {
        rig.apply(mark(1, 30, "c"), mark(2, 20, "b"), bind(3, "cors", 99, "{}"), mark(4, 10, "a"));
        HttpResponse<String> response = rig.get(rig.guarded(answering()));
        assertThat(response.body()).isEqualTo("cors-loop,a-loop,b-loop,c-loop api-loop");
        assertThat(response.headers().allValues("x-out")).containsExactly("c", "b", "a", "cors");
    }

    @Test
    void checksBeforeAHandlerOnAVirtualThreadStayOnTheLoop() throws Exception {
        rig.apply(mark(1, 1, "a"));
        HttpResponse<String> response = rig.get(rig.guarded(RequestHandler.blocking(this::seen)));
        assertThat(response.body()).isEqualTo("a-loop api-virtual");
        assertThat(response.headers().allValues("x-out")).containsExactly("a");
    }

    @Test
    void aRefusalEndsTheRequestAndPassesTheChecksThatItHadPassed() throws Exception {
        rig.apply(mark(1, 1, "a"), bind(2, "refuse", 2, "{\"text\":\"no\"}"), mark(3, 3, "b"));
        HttpResponse<String> response = rig.get(rig.guarded(answering()));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isEqualTo("no");
        assertThat(response.headers().allValues("x-out")).containsExactly("a");
        assertThat(calls).hasValue(0);
    }

    @Test
    @Covers("GW-038")
    void anAroundMovesTheRestToAVirtualThreadAndWrapsTheResponse() throws Exception {
        rig.apply(mark(1, 1, "a"), bind(2, "wrap", 2, "{}"), mark(3, 3, "b"), bind(4, "wrap", 4, "{}"));
        HttpResponse<String> response = rig.get(rig.guarded(answering()));
        assertThat(response.body()).isEqualTo("a-loop,wrap-virtual,b-virtual,wrap-virtual api-virtual");
        assertThat(response.headers().allValues("x-out")).containsExactly("wrap", "b", "wrap", "a");

        rig.apply(bind(1, "answer", 1, "{\"text\":\"mine\"}"), mark(2, 2, "b"));
        int before = calls.get();
        assertThat(rig.get(rig.guarded(RequestHandler.blocking(this::seen))).body()).isEqualTo("mine");
        assertThat(calls).hasValue(before);
        assertThat(rig.gateway.figures(Rig.API).orElseThrow().refusals()).containsEntry("answer", 1L);
    }

    @Test
    void aForwardedRequestStaysOnTheLoopAndCarriesHeaderChangesBothWays() throws Exception {
        String upstream = rig.serve(RequestHandler.blocking(request -> Response.of(
                        200,
                        dev.hinny.http.Headers.of("x-rewritten", request.headers().first("x-rewritten", "no")),
                        Body.of(new ByteArrayInputStream(new byte[100_000]), -1))
                .withHeader("x-echo", String.join(",", request.headers().all("x-in")))));
        int port = Integer.parseInt(upstream.substring(upstream.lastIndexOf(':') + 1));
        Forward forward = Forward.to(Destination.plain("127.0.0.1", port))
                .withRewrite(head -> head.headers().set("x-rewritten", "yes"));
        rig.apply(mark(1, 1, "a"), mark(2, 2, "b"));
        HttpResponse<String> response = rig.get(rig.guarded(request -> forward), "x-in", "client");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).hasSize(100_000);
        assertThat(response.headers().firstValue("x-echo")).contains("client,a-loop,b-loop");
        assertThat(response.headers().firstValue("x-rewritten")).contains("yes");
        assertThat(response.headers().allValues("x-out")).containsExactly("b", "a");
    }

    @Test
    void aRefusedUploadLeavesTheConnectionUsable() throws Exception {
        rig.apply(bind(1, "refuse", 1, "{}"));
        String url = rig.guarded(answering());
        for (int i = 0; i < 3; i++) {
            var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(url))
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("x".repeat(10_000)))
                    .build();
            var response = rig.client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(response.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aPolicyThatFailsRefusesAndIsNamed() throws Exception {
        for (String policy : new String[] {"broken", "silent", "throws"}) {
            rig.failures.clear();
            rig.apply(bind(7, policy, 1, "{}"));
            HttpResponse<String> response = rig.get(rig.guarded(answering()));
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).contains("the policy '" + policy + "' failed").doesNotContain("no luck");
            assertThat(rig.failures).singleElement().satisfies(p -> assertThat(p.message())
                    .startsWith("policy '" + policy + "' (binding 7) of API 12 (orders-api 1.0.0) ")
                    .endsWith(policy.equals("silent") ? "neither answered nor called next" : "no luck"));
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void aFailureOfTheApiIsNotBlamedOnAPolicyAroundIt() throws Exception {
        rig.apply(bind(1, "wrap", 1, "{}"));
        HttpResponse<String> response = rig.get(rig.guarded(RequestHandler.blocking(r -> {
            throw new IllegalStateException("the flow broke");
        })));
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("policy");
        assertThat(rig.failures).isEmpty();
    }

    @Test
    void requestsAreCountedByStatusRefusalAndTime() throws Exception {
        rig.apply(mark(1, 1, "a"));
        String url = rig.guarded(answering());
        rig.get(url);
        rig.get(url);
        rig.apply(bind(2, "refuse", 1, "{}"));
        rig.get(url);
        ApiFigures figures = rig.gateway.figures(Rig.API).orElseThrow();
        for (int i = 0; i < 1_000_000 && figures.finished() < 3; i++) {
            Thread.onSpinWait();
            figures = rig.gateway.figures(Rig.API).orElseThrow();
        }
        assertThat(figures.requests()).isEqualTo(3);
        assertThat(figures.responses(2)).isEqualTo(2);
        assertThat(figures.responses(4)).isEqualTo(1);
        assertThat(figures.refusals()).containsEntry("refuse", 1L);
        assertThat(figures.latencyMicros(0.5)).isPositive();
    }
}
