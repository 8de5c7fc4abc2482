package dev.hinny.plane.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Covers;
import dev.hinny.plane.contract.agent.ApiInstance;
import dev.hinny.plane.contract.agent.WorkerSnapshot;
import dev.hinny.plane.server.exchange.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyWalkTest {
    private final String group = Platform.ACCESS.organizationId();
    private final Rest rest = Platform.environment("Policies " + System.nanoTime());
    private String apis = "";

    @Test
    @Covers("EXC-004")
    void policiesAndContractsReachTheWorkersOfTheEnvironment() {
        environment();
        long api = api();
        deploy("walk-" + api);
        String one = apis + "/" + api;

        rest.post(one + "/policies", policy("client-id-enforcment", Map.of())).is(400);
        rest.post(one + "/policies", policy("rate-limiting", Map.of("rateLimit", 1)))
                .is(400);
        assertThat(rest.get(one + "/policies").json().path("policies").size()).isZero();
        Rest.Reply first = rest.post(
                        one + "/policies",
                        policy(
                                "client-id-enforcement",
                                Map.of("credentialsOriginHasHttpBasicAuthenticationHeader", "x")))
                .is(201);
        Rest.Reply second = rest.post(one + "/policies", policy("rate-limiting", Map.of("rateLimits", List.of())))
                .is(201);
        ApiInstance bound = awaitApi(api, a -> a.policies().size() == 2);
        assertThat(bound.policies())
                .extracting(ApiInstance.PolicyBinding::template)
                .containsExactly("client-id-enforcement", "rate-limiting");

        long version = workers(api).getFirst().version();
        rest.patch(
                        one + "/policies",
                        List.of(
                                Map.of("id", first.number("id"), "order", 2),
                                Map.of("id", second.number("id"), "order", 1)))
                .is(200);
        awaitApi(
                api,
                a -> a.policies().size() == 2
                        && a.policies().getFirst().template().equals("rate-limiting"));
        assertThat(workers(api).getFirst().version()).isGreaterThan(version);
        rest.patch(one + "/policies/" + first.number("id"), Map.of("disabled", true))
                .is(200);
        awaitApi(api, a -> a.policies().size() == 1);
        assertThat(rest.get(one + "/policies?fullInfo=false").is(200).json().isArray())
                .isTrue();
        assertThat(rest.get(one + "/policies").json().path("policies").size()).isEqualTo(2);

        contracts(api, one);
        assertThat(rest.get(one).text("status")).isEqualTo("active");
        rest.delete(one).is(204);
        Platform.await(
                "the instance is gone",
                () -> workers(api).stream().allMatch(w -> w.apis().isEmpty()));
    }

    private void contracts(long api, String one) {
        Map<String, Object> limits = Map.of("maximumRequests", 10, "timePeriodInMilliseconds", 60000, "visible", true);
        long tier = rest.post(one + "/tiers", Map.of("name", "Gold", "autoApprove", false, "limits", List.of(limits)))
                .is(201)
                .number("id");
        String applications = "/exchange/api/v2/organizations/" + group + "/applications";
        Rest.Reply app = rest.post(applications, Map.of("name", "shop " + api)).is(201);
        String secret = app.text("clientSecret");
        String mine = applications + "/" + app.number("id");
        rest.post(mine + "/contracts", Map.of("apiId", api, "acceptedTerms", true))
                .is(400);
        Rest.Reply contract = rest.post(
                        mine + "/contracts", Map.of("apiId", api, "requestedTierId", tier, "acceptedTerms", true))
                .is(201);
        assertThat(contract.text("status")).isEqualTo("PENDING");
        String decided = one + "/contracts/" + contract.number("id");
        rest.patch(decided, Map.of("status", "REVOKED")).is(409);
        rest.patch(decided, Map.of("status", "APPROVED")).is(200);
        ApiInstance.Contract bound =
                awaitApi(api, a -> a.contracts().size() == 1).contracts().getFirst();
        assertThat(bound.clientId()).isEqualTo(app.text("clientId"));
        assertThat(bound.clientSecretHash()).startsWith("sha256:1:").doesNotContain(secret);
        assertThat(bound.limits()).containsExactly(new ApiInstance.Limit(10, 60000));
        String hash = bound.clientSecretHash();
        String fresh = rest.post(mine + "/secret/reset", Map.of()).is(201).text("clientSecret");
        assertThat(fresh).isNotEqualTo(secret);
        awaitApi(
                api,
                a -> a.contracts().size() == 1
                        && !a.contracts().getFirst().clientSecretHash().equals(hash));
        assertThat(new String(rest.get(mine).is(200).bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(fresh);
        rest.delete(one + "/tiers/" + tier).is(409);
        rest.patch(decided, Map.of("status", "REVOKED")).is(200);
        awaitApi(api, a -> a.contracts().isEmpty());
        assertThat(rest.get(one + "/contracts").is(200).number("total")).isEqualTo(1);
        rest.delete(decided).is(204);
    }

    @Test
    void eachChangeIsAuditedAndAnotherEnvironmentSeesNothing() {
        environment();
        long api = api();
        String other = Platform.admin()
                .post(Platform.ORGANIZATION + "/environments", Map.of("name", "o " + api, "type", "sandbox"))
                .text("id");
        String elsewhere = "/apimanager/api/v1/organizations/" + group + "/environments/" + other + "/apis";
        assertThat(rest.get(elsewhere).is(200).number("total")).isZero();
        rest.get(elsewhere + "/" + api).is(404);
        rest.post(elsewhere + "/" + api + "/policies", policy("rate-limiting", Map.of()))
                .is(404);
        rest.delete(elsewhere + "/" + api).is(404);
        rest.post(apis + "/" + api + "/policies", policy("rate-limiting", Map.of("password", "s3cr3t")))
                .is(201);
        Rest.Reply log = rest.post(
                "/audit/v2/organizations/" + group + "/query",
                Map.of(
                        "platforms",
                        List.of("API Manager"),
                        "ascending",
                        true,
                        "environmentIds",
                        List.of(environmentId())));
        assertThat(log.json()
                        .path("data")
                        .valueStream()
                        .map(e -> e.path("action").asString() + " "
                                + e.path("objectType").asString()))
                .containsExactly("Create API Instance", "Apply Policy");
        assertThat(new String(log.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("s3cr3t");
    }

    private String environmentId() {
        return apis.replaceAll(".*/environments/([^/]+)/.*", "$1");
    }

    private void environment() {
        String id = Platform.admin()
                .post(
                        Platform.ORGANIZATION + "/environments",
                        Map.of("name", "p " + System.nanoTime(), "type", "sandbox"))
                .is(201)
                .text("id");
        apis = "/apimanager/api/v1/organizations/" + group + "/environments/" + id + "/apis";
    }

    private long api() {
        String asset = "api-" + System.nanoTime();
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("name", asset);
        parts.put("files.oas.zip=a.zip", Platform.jar(asset));
        rest.multipart(
                        "POST",
                        "/exchange/api/v2/organizations/" + group + "/assets/" + group + "/" + asset + "/1.0.0",
                        parts)
                .is(202);
        Map<String, Object> spec = Map.of("groupId", group, "assetId", asset, "version", "1.0.0");
        rest.post(apis, Map.of("spec", Map.of("groupId", group, "assetId", asset, "version", "9.0.0")))
                .is(400);
        return rest.post(apis, Map.of("spec", spec, "endpoint", Map.of("uri", "http://x"), "instanceLabel", "l"))
                .is(201)
                .number("id");
    }

    private void deploy(String domain) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("appInfoJson", "{\"domain\": \"" + domain + "\", \"workers\": {\"amount\": 1}}");
        parts.put("file=" + domain + ".jar", Platform.jar(domain));
        rest.with("x-anypnt-env-id", environmentId())
                .multipart("POST", "/cloudhub/api/v2/applications", parts)
                .is(200);
        Platform.await("a worker runs", () -> !Platform.FABRIC.workers(domain).isEmpty());
    }

    private static List<WorkerSnapshot> workers(long api) {
        return Platform.FABRIC.workers("walk-" + api);
    }

    private static ApiInstance awaitApi(long api, java.util.function.Predicate<ApiInstance> condition) {
        Platform.await(
                "the snapshot follows", () -> bound(api).filter(condition).isPresent());
        return bound(api).orElseThrow();
    }

    private static Optional<ApiInstance> bound(long api) {
        return workers(api).stream()
                .flatMap(w -> w.apis().stream())
                .filter(a -> a.id() == api)
                .findFirst();
    }

    private static Map<String, Object> policy(String name, Map<String, ?> configuration) {
        return Map.of(
                "groupId",
                Catalogue.POLICY_GROUP,
                "assetId",
                name,
                "assetVersion",
                "1.2.3",
                "configurationData",
                configuration);
    }
}
