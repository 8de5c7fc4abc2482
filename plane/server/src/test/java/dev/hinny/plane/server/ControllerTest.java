package dev.hinny.plane.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.ProblemException;
import dev.hinny.plane.contract.agent.AgentIdentity;
import dev.hinny.plane.contract.agent.AgentPaths;
import dev.hinny.plane.contract.agent.StatusReport;
import dev.hinny.plane.server.pki.LocalCa;
import dev.hinny.plane.store.LocalPostgres;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ControllerTest {
    @Test
    void aSecondControllerOnTheDirectoryIsRefused() {
        assertThat(Platform.ACCESS.url()).startsWith("https://");
        assertThatThrownBy(() -> Controller.start(ControllerConfig.of(Platform.DIRECTORY, new PlayedFabric())))
                .hasMessageContaining("ALREADY-RUNNING")
                .hasMessageContaining(Platform.DIRECTORY.toString());
    }

    @Test
    void aPortInUseIsRefusedAndLeavesTheDirectoryFree() throws Exception {
        ControllerConfig config =
                Platform.config(Path.of("target/port-" + System.nanoTime()), "port", new PlayedFabric());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> Controller.start(config.withPort(taken.getLocalPort())))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
        Controller.start(config).shutdown();
    }

    @Test
    void secretsOnDiskAreForTheOwnerOnly() throws Exception {
        assertThat(Platform.ACCESS.toString()).doesNotContain(Platform.ACCESS.password());
        for (String file : List.of("master.key", "admin-password", "pki/ca.key", "pki/server.key", "ports.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Platform.DIRECTORY.resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aControllerThatComesBackAdoptsWhatRuns() throws Exception {
        PlayedFabric fabric = new PlayedFabric();
        ControllerConfig config = Platform.config(Path.of("target/restart-" + System.nanoTime()), "restart", fabric);
        Controller first = Controller.start(config);
        AccessInfo access = first.access();
        assertThat(first.awaitEdge(Duration.ofSeconds(20))).isTrue();
        Rest rest = Platform.admin(access).with("x-anypnt-env-id", access.environmentId());
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("appInfoJson", "{\"domain\": \"stay\"}");
        parts.put("file=a.jar", Platform.jar("stay"));
        rest.multipart("POST", "/cloudhub/api/v2/applications", parts).is(200);
        Platform.await(
                "started",
                () -> rest.get("/cloudhub/api/v2/applications/stay")
                        .text("status")
                        .equals("STARTED"));
        List<String> before =
                fabric.replicas().stream().map(r -> r.replicaId()).sorted().toList();
        first.close();
        assertThat(fabric.replicas()).hasSize(2);
        fabric.events.clear();

        Controller second = Controller.start(config);
        assertThat(second.access().edge()).isEqualTo(access.edge());
        assertThat(second.agentUrl()).isEqualTo(first.agentUrl());
        Rest again = Platform.admin(second.access()).with("x-anypnt-env-id", access.environmentId());
        assertThat(again.get("/cloudhub/api/v2/applications/stay").text("status"))
                .isEqualTo("STARTED");
        assertThat(second.awaitEdge(Duration.ofSeconds(20))).isTrue();
        Platform.await("the edge has the new snapshot", () -> !fabric.events.isEmpty());
        assertThat(fabric.replicas().stream().map(r -> r.replicaId()).sorted().toList())
                .isEqualTo(before);
        assertThat(fabric.events).noneMatch(e -> e.startsWith("drain") || e.equals("route stay []"));
        second.shutdown();
        assertThat(fabric.replicas()).isEmpty();
    }

    @Test
    void theAgentAddressKnowsItsOwnReplicasOnly() throws Exception {
        String url = Platform.CONTROLLER.agentUrl();
        Rest without = new Rest(Rest.client(Tls.trusting(Files.readString(Path.of(Platform.ACCESS.ca())))), url);
        assertThatThrownBy(() -> without.get(AgentPaths.SNAPSHOT)).isInstanceOf(IllegalStateException.class);

        LocalCa foreign = LocalCa.open(Path.of("target/foreign-ca"));
        AgentIdentity other = foreign.identity("edge-1", Duration.ofHours(1));
        String trust = Files.readString(Path.of(Platform.ACCESS.ca()));
        AgentIdentity mixed = new AgentIdentity(other.certificate(), other.privateKey(), trust, other.expires());
        Rest unknown = new Rest(Rest.client(Tls.of(mixed)), url);
        assertThatThrownBy(() -> unknown.get(AgentPaths.SNAPSHOT)).isInstanceOf(IllegalStateException.class);

        LocalCa own = LocalCa.open(Platform.DIRECTORY.resolve("pki"));
        Rest expired = new Rest(Rest.client(Tls.of(own.identity("x", Duration.ofMinutes(-1)))), url);
        assertThatThrownBy(() -> expired.get(AgentPaths.SNAPSHOT)).isInstanceOf(IllegalStateException.class);

        Rest forgotten = new Rest(Rest.client(Tls.of(own.identity("gone", Duration.ofHours(1)))), url);
        forgotten.get(AgentPaths.SNAPSHOT).is(404);
        StatusReport report = new StatusReport(
                "somebody else", 1, StatusReport.State.RUNNING, "", 0, List.of(), List.of(), List.of());
        forgotten.post(AgentPaths.STATUS, report).is(403);
        forgotten.get(AgentPaths.ARTIFACTS + "/" + "0".repeat(64)).is(404);
    }

    @Test
    void anIdentityIsRenewed() throws Exception {
        assertThat(Platform.CONTROLLER.awaitEdge(Duration.ofSeconds(20))).isTrue();
        String edge = Platform.FABRIC.replicas().stream()
                .map(r -> r.replicaId())
                .filter(id -> id.startsWith("edge-"))
                .findFirst()
                .orElseThrow();
        AgentIdentity identity = Platform.FABRIC.spec(edge).bootstrap().identity();
        Rest rest = new Rest(Rest.client(Tls.of(identity)), Platform.CONTROLLER.agentUrl());
        Rest.Reply fresh = rest.post(AgentPaths.IDENTITY, Map.of()).is(200);
        assertThat(fresh.text("certificate"))
                .startsWith("-----BEGIN CERTIFICATE")
                .isNotEqualTo(identity.certificate());
    }

    @Test
    void aKilledDatabaseLosesNoAcknowledgedChange() throws Exception {
        Path directory = Path.of("target/local-" + System.nanoTime());
        PlayedFabric fabric = new PlayedFabric();
        Controller controller = Controller.start(ControllerConfig.of(directory, fabric)
                .withTiming(Platform.config(directory, "x", fabric).timing()));
        try {
            AccessInfo access = controller.access();
            Rest rest = Platform.admin(access);
            String path = "/accounts/api/organizations/" + access.organizationId() + "/environments";
            long pid = Long.parseLong(Files.readAllLines(LocalPostgres.location(directory.resolve("postgres"))
                            .resolve("data/postmaster.pid"))
                    .getFirst());
            List<String> acknowledged = new ArrayList<>();
            TreeSet<Integer> statuses = new TreeSet<>();
            boolean killed = false;
            for (int n = 0; acknowledged.size() < 40 && n < 2000; n++) {
                Rest.Reply reply = rest.post(path, Map.of("name", "e" + n, "type", "sandbox"));
                statuses.add(reply.status());
                if (reply.status() == 201) {
                    acknowledged.add("e" + n);
                } else {
                    assertThat(reply.response().headers().firstValue("retry-after"))
                            .contains("1");
                }
                if (acknowledged.size() == 20 && !killed) {
                    killed = true;
                    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
                }
            }
            assertThat(statuses).isSubsetOf(201, 503).contains(201);
            List<String> stored = rest.get(path)
                    .is(200)
                    .json()
                    .path("data")
                    .valueStream()
                    .map(e -> e.path("name").asString())
                    .toList();
            assertThat(acknowledged).hasSize(40);
            assertThat(stored).containsAll(acknowledged);
            Rest.Reply log = rest.post(
                    "/audit/v2/organizations/" + access.organizationId() + "/query",
                    Map.of("objectTypes", List.of("Environment"), "limit", 500));
            assertThat(log.number("total"))
                    .as("one entry for each environment that is there")
                    .isEqualTo(stored.size() - 3);
        } finally {
            controller.shutdown();
        }
        assertThat(Files.exists(
                        LocalPostgres.location(directory.resolve("postgres")).resolve("data/postmaster.pid")))
                .isFalse();
        Controller.erase(directory);
        assertThat(directory).doesNotExist();
    }
}
