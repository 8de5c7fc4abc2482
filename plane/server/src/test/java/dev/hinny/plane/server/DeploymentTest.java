package dev.hinny.plane.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Covers;
import dev.hinny.plane.store.Hashes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeploymentTest {
    private static final String APPLICATIONS = "/cloudhub/api/v2/applications";

    private final Rest rest = Platform.environment("Apps " + System.nanoTime());
    private final String domain = "app-" + System.nanoTime();

    @BeforeEach
    void forget() {
        Platform.FABRIC.events.clear();
    }

    private Rest.Reply deploy(String method, String path, String info, byte[] file) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("appInfoJson", info);
        parts.put("autoStart", "true");
        parts.put("file=app.jar", file);
        return rest.multipart(method, path, parts);
    }

    private Rest.Reply create(int workers, byte[] file) {
        String info = "{\"domain\": \"" + domain
                + "\", \"muleVersion\": {\"version\": \"4.6.0\"}, \"workers\": {\"amount\": " + workers
                + ", \"type\": {\"name\": \"Micro\"}}, \"properties\": {\"a\": \"b\", \"db.password\": \"pw\"}}";
        return deploy("POST", APPLICATIONS, info, file);
    }

    private Rest.Reply get() {
        return rest.get(APPLICATIONS + "/" + domain);
    }

    private void awaitStatus(String status) {
        Platform.await(status, () -> get().text("status").equals(status));
    }

    private List<String> events() {
        return new ArrayList<>(Platform.FABRIC.events);
    }

    private List<String> routed() {
        return Platform.FABRIC.edge.orElseThrow().routes().stream()
                .filter(r -> r.host().equals(domain + ".apps.localhost"))
                .flatMap(r -> r.targets().stream())
                .map(t -> t.replicaId())
                .toList();
    }

    @Test
    @Covers("RTM-021")
    void anApplicationIsDeployedStoppedStartedAndDeleted() {
        assertThat(create(2, Platform.jar("one")).is(200).text("status")).isEqualTo("DEPLOYING");
        awaitStatus("STARTED");
        assertThat(routed()).hasSize(2);
        Rest.Reply shown = get();
        assertThat(shown.text("fullDomain")).isEqualTo(domain + ".apps.localhost");
        assertThat(shown.text("properties", "a")).isEqualTo("b");
        assertThat(shown.text("properties", "db.password")).isEqualTo("******");
        assertThat(Platform.FABRIC.spec(routed().getFirst()).heapMegabytes()).isEqualTo(256);
        assertThat(Platform.FABRIC.workers(domain).getFirst().application().properties())
                .containsEntry("db.password", "pw");
        assertThat(create(1, Platform.jar("again")).is(409).text("message")).contains("name");
        assertThat(rest.get("/cloudhub/api/applications/domains/" + domain)
                        .json()
                        .path("available")
                        .asBoolean(true))
                .isFalse();

        String status = "/cloudhub/api/applications/" + domain + "/status";
        rest.post(status, Map.of("status", "start")).is(304);
        rest.post(status, Map.of("status", "stop")).is(200);
        awaitStatus("UNDEPLOYED");
        assertThat(routed()).isEmpty();
        assertThat(Platform.FABRIC.workers(domain)).isEmpty();
        rest.post(status, Map.of("status", "START")).is(200);
        awaitStatus("STARTED");
        rest.delete(APPLICATIONS + "/" + domain).is(204);
        get().is(404);
        Platform.await("all workers end", () -> Platform.FABRIC.workers(domain).isEmpty());
        assertThat(rest.get("/cloudhub/api/applications/domains/" + domain)
                        .json()
                        .path("available")
                        .asBoolean(false))
                .isTrue();
    }

    @Test
    void aNewVersionTakesOverBeforeTheOldOneDrains() {
        create(2, Platform.jar("one")).is(200);
        awaitStatus("STARTED");
        List<String> old = routed();
        Platform.FABRIC.events.clear();
        deploy("PUT", APPLICATIONS + "/" + domain, "{\"workers\": {\"amount\": 1}}", Platform.jar("two"))
                .is(200);
        Platform.await(
                "the old ones end", () -> events().containsAll(List.of("end " + old.get(0), "end " + old.get(1))));
        List<String> now = routed();
        assertThat(now).hasSize(1).doesNotContainAnyElementsOf(old);
        List<String> events = events();
        int running = events.indexOf("run " + now.getFirst());
        int routed = events.indexOf("route " + domain + " " + now);
        assertThat(running).isNotNegative();
        assertThat(routed).isGreaterThan(running);
        for (String id : old) {
            assertThat(events.indexOf("drain " + id)).isGreaterThan(routed);
            assertThat(events.indexOf("end " + id)).isGreaterThan(events.indexOf("drain " + id));
        }
        assertThat(get().text("deploymentUpdateStatus")).isEmpty();
        assertThat(get().text("properties", "a")).isEqualTo("b");
    }

    @Test
    @Covers("RTM-007")
    void aVersionThatDoesNotStartLeavesTheOldOneServing() {
        byte[] broken = Platform.jar("broken " + domain);
        Platform.FABRIC.broken.add(Hashes.hex(Hashes.sha256(broken)));
        create(1, Platform.jar("one")).is(200);
        awaitStatus("STARTED");
        List<String> old = routed();
        deploy("PUT", APPLICATIONS + "/" + domain, "{}", broken).is(200);
        Platform.await("it failed", () -> get().text("deploymentUpdateStatus").equals("DEPLOY_FAILED"));
        Platform.await("its worker ends", () -> Platform.FABRIC.workers(domain).size() == 1);
        assertThat(routed()).isEqualTo(old);
        assertThat(get().text("status")).isEqualTo("STARTED");
        assertThat(get().json().path("problems").path(0).asString("")).contains("UNKNOWN-ELEMENT");
    }

    @Test
    void aMappingRuleRoutesAHostAndPathToTheApplication() {
        create(1, Platform.jar("one")).is(200);
        awaitStatus("STARTED");
        String environment = get().text("environmentId");
        String rules = "/hinny/api/v1/organizations/" + Platform.ACCESS.organizationId() + "/environments/"
                + environment + "/mapping-rules";
        Map<String, Object> rule = Map.of(
                "host", domain + ".example.com", "pathPrefix", "/orders", "targetPath", "/api", "domain", domain);
        Rest.Reply created = rest.post(rules, rule).is(201);
        rest.post(rules, rule).is(409);
        rest.post(rules, Map.of("host", "other.apps.localhost", "domain", domain))
                .is(400);
        rest.post(rules, Map.of("host", "x.example.com", "domain", "nobody")).is(400);
        Platform.await(
                "the edge has the rule",
                () -> Platform.FABRIC.edge.orElseThrow().routes().stream()
                        .anyMatch(r -> r.host().equals(domain + ".example.com")
                                && r.pathPrefix().equals("/orders")
                                && r.targetPath().equals("/api")
                                && r.targets().size() == 1));
        rest.delete(rules + "/" + created.number("id")).is(204);
        assertThat(rest.get(rules).is(200).number("total")).isZero();
    }

    @Test
    void aDeadReplicaGetsNoRequests() {
        create(2, Platform.jar("one")).is(200);
        awaitStatus("STARTED");
        String dead = routed().getFirst();
        Platform.FABRIC.kill(dead);
        Platform.await("it is taken out", () -> routed().size() == 1 && !routed().contains(dead));
    }

    @Test
    void aBrokenOrNamelessUploadIsRefusedAndLeavesNothing() {
        byte[] good = Platform.jar("x".repeat(500));
        long before = Platform.audited();
        create(1, java.util.Arrays.copyOf(good, good.length / 2)).is(400);
        assertThat(deploy("POST", APPLICATIONS, "{\"domain\": \"Bad_Name\"}", good)
                        .is(400)
                        .text("message"))
                .contains("domain");
        assertThat(deploy("POST", APPLICATIONS, "{\"domain\": \"ok\", \"workers\": {\"amount\": 99}}", good)
                        .is(400)
                        .text("message"))
                .contains("99");
        assertThat(rest.multipart("POST", APPLICATIONS, Map.of("appInfoJson", "{\"domain\": \"ok\"}"))
                        .is(400)
                        .text("message"))
                .contains("'file'");
        assertThat(rest.get(APPLICATIONS).json().size()).isZero();
        assertThat(Platform.audited() - before)
                .as("only the sign-in of the check")
                .isLessThanOrEqualTo(1);
        Platform.admin().get(APPLICATIONS).is(400);
    }

    @Test
    void logsAreKeptPerDeployment() {
        create(1, Platform.jar("one")).is(200);
        awaitStatus("STARTED");
        Rest.Reply deployments =
                rest.get(APPLICATIONS + "/" + domain + "/deployments?limit=1").is(200);
        var deployment = deployments.json().path("data").path(0);
        String logs = APPLICATIONS + "/" + domain + "/deployments/"
                + deployment.path("deploymentId").asString() + "/logs";
        assertThat(rest.get(logs)
                        .is(200)
                        .json()
                        .path("data")
                        .path(0)
                        .path("event")
                        .path("message")
                        .asString())
                .startsWith("up ");
        String instance =
                deployment.path("instances").path(0).path("instanceId").asString();
        assertThat(new String(
                        rest.get(APPLICATIONS + "/" + domain + "/instances/" + instance + "/log-file")
                                .is(200)
                                .bytes(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("INFO [main] app - up ");
    }
}
