package dev.hinny.policies.ratelimiting;

import static dev.hinny.policies.tck.Stage.bind;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Covers;
import dev.hinny.base.Problem;
import dev.hinny.gateway.api.PolicyProvider;
import dev.hinny.policies.tck.PolicyTck;
import dev.hinny.policies.tck.Stage;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitingTest extends PolicyTck {
    private static final String ID = "rate-limiting";

    private final Stage stage = new Stage();

    @Override
    protected PolicyProvider<?> provider() {
        return new RateLimitingProvider();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static String limits(String limits, String more) {
        return "{\"rateLimits\":[" + limits + "]" + more + "}";
    }

    private static String limit(int requests, long millis) {
        return "{\"maximumRequests\":" + requests + ",\"timePeriodInMilliseconds\":" + millis + "}";
    }

    private int status(String... headers) throws Exception {
        return stage.get("/", headers).statusCode();
    }

    @Test
    @Covers("GW-009")
    void windowsBeginWithTheFirstRequestAndFollowEachOther() throws Exception {
        stage.apply(bind(1, ID, 1, limits(limit(3, 10_000), "")));
        stage.clock.turn(7_777);
        assertThat(List.of(status(), status(), status(), status())).containsExactly(200, 200, 200, 429);
        stage.clock.turn(9_999);
        HttpResponse<String> refused = stage.get("/");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).isEqualTo("{\"error\":\"Quota has been exceeded\"}");
        assertThat(refused.headers().map().keySet()).noneMatch(name -> name.startsWith("x-ratelimit"));
        stage.clock.turn(1);
        assertThat(List.of(status(), status())).containsExactly(200, 200);
        stage.clock.turn(10_000);
        assertThat(List.of(status(), status(), status(), status())).containsExactly(200, 200, 200, 429);
        assertThat(stage.through).hasValue(8);
    }

    @Test
    @Covers("GW-009")
    void eachKeyHasItsOwnQuotaAndTheMissingOneCountsAsEmpty() throws Exception {
        stage.apply(bind(1, ID, 1, limits(limit(1, 1000), ",\"keySelector\":\"#[attributes.headers['k']]\"")));
        assertThat(List.of(status("k", "a"), status("k", "b"), status(), status("k", "a"), status()))
                .containsExactly(200, 200, 200, 429, 429);
    }

    @Test
    @Covers("GW-009")
    void everyLimitMustHaveRoomAndARefusedRequestCountsInNone() throws Exception {
        stage.apply(bind(1, ID, 1, limits(limit(2, 1000) + "," + limit(3, 60_000), "")));
        assertThat(List.of(status(), status(), status(), status())).containsExactly(200, 200, 429, 429);
        stage.clock.turn(1000);
        assertThat(List.of(status(), status())).containsExactly(200, 429);
        stage.clock.turn(1000);
        assertThat(status()).isEqualTo(429);
        stage.clock.turn(58_000);
        assertThat(status()).isEqualTo(200);
    }

    @Test
    @Covers("GW-010")
    void headersTellTheStateWhenExposed() throws Exception {
        stage.apply(bind(1, ID, 1, limits(limit(9, 60_000) + "," + limit(2, 1000), ",\"exposeHeaders\":true")));
        stage.get("/");
        stage.clock.turn(300);
        assertHeaders(stage.get("/"), 200, "2", "0", "700");
        assertHeaders(stage.get("/"), 429, "2", "0", "700");
        stage.clock.turn(700);
        assertHeaders(stage.get("/"), 200, "2", "1", "1000");
    }

    private static void assertHeaders(HttpResponse<String> response, int status, String limit, String left, String reset) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("X-Ratelimit-Limit")).contains(limit);
        assertThat(response.headers().firstValue("X-Ratelimit-Remaining")).contains(left);
        assertThat(response.headers().firstValue("X-Ratelimit-Reset")).contains(reset);
    }

    @Test
    void countersSurviveASnapshotThatLeavesTheConfigurationAsItIs() throws Exception {
        String configuration = limits(limit(2, 60_000), "");
        stage.apply(bind(1, ID, 1, configuration));
        assertThat(status()).isEqualTo(200);
        stage.apply(List.of(), bind(1, ID, 7, " " + configuration), bind(2, "client-id-enforcement", 9, "{}"));
        assertThat(status()).isEqualTo(401);
        stage.apply(bind(1, ID, 1, configuration));
        assertThat(status()).isEqualTo(429);
        stage.apply(bind(1, ID, 1, limits(limit(3, 60_000), "")));
        assertThat(status()).isEqualTo(200);
    }

    @Test
    void exactlyTheQuotaPassesHoweverManyAskAtOnce() throws Exception {
        stage.apply(bind(1, ID, 1, limits(limit(50, 60_000), "")));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                String url = stage.urls().get(i % 3);
                answers.add(pool.submit(() -> stage.send(url, "GET", "/").statusCode()));
            }
            int passed = 0;
            for (Future<Integer> answer : answers) {
                passed += answer.get() == 200 ? 1 : 0;
            }
            assertThat(passed).isEqualTo(50);
            assertThat(stage.through).hasValue(50);
        }
    }

    @Test
    void afterTheClientIsKnownItsIdCanBeTheKey() throws Exception {
        stage.apply(
                List.of(Stage.SHOP, Stage.contract("other", "x")),
                bind(1, "client-id-enforcement", 1, "{}"),
                bind(2, ID, 2, limits(limit(1, 1000), ",\"keySelector\":\"#[authentication.principal]\"")));
        assertThat(status("client_id", "shop", "client_secret", "s3cret")).isEqualTo(200);
        assertThat(status("client_id", "shop", "client_secret", "s3cret")).isEqualTo(429);
        assertThat(status("client_id", "other", "client_secret", "x")).isEqualTo(200);
        assertThat(status("client_id", "other", "client_secret", "y")).isEqualTo(401);
    }

    @Test
    void badConfigurationsAreReportedWithPlaceAndHint() {
        assertThat(stage.apply(bind(1, ID, 1, "{\"rateLimits\":[{\"maximumRequest\":1,\"timePeriodInMilliseconds\":0}]}")))
                .extracting(Problem::line)
                .containsExactly(
                        "policy rate-limiting of API 12:1:16: error: MISSING-SETTING: the key 'maximumRequests' is missing"
                                + " (add it: How many requests a window has room for.)",
                        "policy rate-limiting of API 12:1:17: error: UNKNOWN-SETTING: found the key 'maximumRequest', expected"
                                + " one of 'maximumRequests', 'timePeriodInMilliseconds' (did you mean 'maximumRequests'?)");
        assertThat(stage.apply(bind(1, ID, 1, "{\"rateLimits\":[]}")))
                .extracting(Problem::message)
                .containsExactly("'configuration': found no entry in 'rateLimits', expected at least one");
        assertThat(stage.apply(bind(1, ID, 1, limits(limit(1, 0), ""))))
                .extracting(Problem::code)
                .containsExactly("BAD-SETTING");
        assertThat(stage.apply(bind(1, ID, 1, limits(limit(1, 1), ", \"keySelector\": \"#[vars.x]\""))))
                .extracting(Problem::code)
                .containsExactly("UNKNOWN-EXPRESSION");
    }
}
