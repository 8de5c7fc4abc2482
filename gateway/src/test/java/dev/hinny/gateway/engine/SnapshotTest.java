package dev.hinny.gateway.engine;

import static dev.hinny.gateway.engine.Rig.bind;
import static dev.hinny.gateway.engine.Rig.mark;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Covers;
import dev.hinny.base.Problem;
import dev.hinny.http.Answer;
import dev.hinny.http.RequestHandler;
import dev.hinny.http.Response;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final RequestHandler OK = request -> new Answer(Response.text(200, "ok"));

    @Test
    @Covers("GW-003")
    void untilTheFirstSnapshotAndForAnUnknownInstanceRequestsAreRefused() throws Exception {
        try (Rig rig = new Rig(UnknownApi.REFUSE)) {
            String url = rig.guarded(OK);
            HttpResponse<String> early = rig.get(url);
            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(early.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(early.body()).contains("have not arrived yet");
            rig.gateway.bind(Rig.API, "main");
            assertThat(rig.gateway.bound()).containsExactly(new BoundApi(Rig.API, "main", List.of()));

            rig.gateway.apply(List.of());
            assertThat(rig.get(url).body()).contains("API 12 is not an instance of this environment");
            assertThat(rig.gateway.bound().getFirst().problems())
                    .extracting(Problem::code)
                    .containsExactly("UNKNOWN-API");

            rig.apply();
            assertThat(rig.get(url).body()).isEqualTo("ok");
            assertThat(rig.gateway.bound().getFirst().problems()).isEmpty();
        }
    }

    @Test
    void aloneAnUnknownInstanceIsPassedThrough() throws Exception {
        try (Rig rig = new Rig(UnknownApi.PASS)) {
            assertThat(rig.get(rig.guarded(OK)).body()).isEqualTo("ok");
        }
    }

    @Test
    void whatCannotBeAppliedIsReportedWithPlaceAndHintAndClosesTheApi() throws Exception {
        try (Rig rig = new Rig(UnknownApi.REFUSE)) {
            String url = rig.guarded(OK);
            assertRefused(rig, url, "marc", "{}", "policy marc of API 12:1:1: error: UNKNOWN-POLICY: found the policy 'marc',"
                    + " expected one of 'mark', 'cors', 'refuse', 'count', 'broken', 'wrap', 'answer', 'silent', 'throws',"
                    + " 'picky' (did you mean 'mark'?)");
            assertRefused(rig, url, "mark", "{\"txt\": \"a\"}", "policy mark of API 12:1:2: error: UNKNOWN-SETTING: found the"
                    + " key 'txt', expected one of 'text' (did you mean 'text'?)");
            assertRefused(rig, url, "mark", "{\"text\": [1]}", "policy mark of API 12:1:10: error: BAD-SETTING: found a list"
                    + " for 'text', expected a text");
            assertRefused(rig, url, "picky", "{\"text\": \"y\"}", "policy picky of API 12:1:2: error: BAD-SETTING: found 'y',"
                    + " expected better");
            assertRefused(rig, url, "picky", "{\"text\": \"crash\"}", "policy picky of API 12:1:1: error: POLICY-FAILED: the"
                    + " policy could not be made: java.lang.IllegalStateException: crashed");
            rig.apply(mark(1, 1, "a"));
            assertThat(rig.get(url).body()).isEqualTo("ok");
        }
    }

    private static void assertRefused(Rig rig, String url, String policy, String configuration, String line)
            throws Exception {
        var problems = rig.gateway.apply(List.of(Rig.api(mark(1, 1, "a"), bind(2, policy, 2, configuration))));
        assertThat(problems.get(Rig.API)).extracting(Problem::line).containsExactly(line);
        HttpResponse<String> response = rig.get(url);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("a policy of API 12 could not be applied");
    }

    @Test
    void anotherMajorVersionIsAWarningOnly() throws Exception {
        try (Rig rig = new Rig(UnknownApi.REFUSE)) {
            var binding = new dev.hinny.gateway.api.ApiConfig.PolicyBinding(1, "mark", "2.1.0", 1, "{}");
            assertThat(rig.gateway.apply(List.of(Rig.api(binding))).get(Rig.API))
                    .extracting(Problem::code)
                    .containsExactly("POLICY-VERSION");
            assertThat(rig.get(rig.guarded(OK)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPolicyKeepsItsStateWhileItsConfigurationStaysTheSame() throws Exception {
        try (Rig rig = new Rig(UnknownApi.REFUSE)) {
            String url = rig.guarded(OK);
            rig.apply(bind(1, "count", 1, "{\"text\":\"a\"}"));
            assertThat(count(rig, url)).isEqualTo("1");
            rig.apply(mark(2, 1, "m"), bind(1, "count", 5, "{ \"text\" : \"a\" }"));
            assertThat(count(rig, url)).isEqualTo("2");
            rig.apply(bind(1, "count", 5, "{\"text\":\"a\"}"), bind(3, "nothing", 6, "{}"));
            rig.apply(bind(1, "count", 5, "{\"text\":\"a\"}"));
            assertThat(count(rig, url)).isEqualTo("3");
            rig.apply(bind(1, "count", 5, "{\"text\":\"b\"}"));
            assertThat(count(rig, url)).isEqualTo("1");
            rig.apply(bind(9, "count", 5, "{\"text\":\"b\"}"));
            assertThat(count(rig, url)).isEqualTo("1");
        }
    }

    private static String count(Rig rig, String url) throws Exception {
        return rig.get(url).headers().firstValue("x-count").orElseThrow();
    }

    @Test
    @Covers("APIM-012")
    void snapshotsAreSwappedUnderLoadWithoutAFailedOrMixedRequest() throws Exception {
        try (Rig rig = new Rig(UnknownApi.REFUSE);
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            rig.apply(mark(1, 1, "a"), mark(2, 2, "a"));
            String url = rig.guarded(RequestHandler.blocking(r -> Response.text(
                    200, String.join(",", r.headers().all("x-in")).replace("-loop", ""))));
            AtomicBoolean over = new AtomicBoolean();
            List<Future<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                clients.add(pool.submit(() -> {
                    int done = 0;
                    while (!over.get() || done < 50) {
                        HttpResponse<String> response = rig.get(url);
                        assertThat(response.statusCode()).isEqualTo(200);
                        assertThat(response.body()).isIn("a,a", "b,b");
                        String text = response.body().substring(0, 1);
                        assertThat(response.headers().allValues("x-out")).containsExactly(text, text);
                        done++;
                    }
                    return done;
                }));
            }
            for (int i = 0; i < 2000; i++) {
                String text = i % 2 == 0 ? "b" : "a";
                rig.apply(mark(1, 1, text), mark(2, 2, text));
            }
            over.set(true);
            for (Future<Integer> each : clients) {
                assertThat(each.get()).isGreaterThanOrEqualTo(50);
            }
        }
    }
}
