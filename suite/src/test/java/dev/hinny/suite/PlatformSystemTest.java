package dev.hinny.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Covers;
import dev.hinny.base.ProblemException;
import dev.hinny.cli.platform.AccessFile;
import dev.hinny.cli.platform.PlatformClient;
import dev.hinny.plane.store.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The platform as its operator meets it: processes that start, are killed, come back and end. */
@Tag("system")
@Timeout(180)
class PlatformSystemTest {
    @TempDir
    private Path home;

    private Hinny hinny;
    private Path data;

    @BeforeEach
    void folders() {
        hinny = new Hinny(home);
        data = home.resolve("a data directory");
    }

    @AfterEach
    void nothingRuns() throws Exception {
        assertThat(hinny.run(90, "down", "--data", data.toString()).status()).isZero();
        LocalPostgres.delete(data.resolve("postgres"));
        assertThat(Hinny.processesOf(home)).isEmpty();
    }

    /** Ends with 0 only if a replica and the controller were killed, and all replicas replaced, without losing a call. */
    @Test
    @Covers({"RTM-013", "FAB-031"})
    void theDemonstrationHoldsAndLeavesNothingBehind() throws Exception {
        Hinny.Ended ended = hinny.run(150, "demo", "--exit");
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(ended.output())
                .contains("expectations held")
                .doesNotContain("FAIL")
                .doesNotContain("Exception");
        assertThat(Hinny.processesOf(home)).isEmpty();
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left.map(p -> p.getFileName().toString())).noneMatch(name -> name.startsWith("hinny-"));
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAfterPostgresAndTheControllerWereKilled() throws Exception {
        Process controller = hinny.up(data);
        AccessFile access = AccessFile.read(data);
        Set<String> environments = ConcurrentHashMap.newKeySet();
        Set<String> clients = ConcurrentHashMap.newKeySet();
        AtomicBoolean running = new AtomicBoolean(true);
        Thread writer = Thread.ofVirtual().start(() -> write(access, running, environments, clients));
        for (int kill = 0; kill < 3; kill++) {
            awaitMore(environments, clients);
            killPostgres();
        }
        awaitMore(environments, clients);
        kill(ProcessHandle.of(controller.pid()).orElseThrow());
        killPostgres();
        running.set(false);
        writer.join();

        hinny.up(data);
        try (PlatformClient platform = PlatformClient.signIn(AccessFile.read(data))) {
            String organization = AccessFile.read(data).organizationId();
            JsonNode there = platform.get("/accounts/api/organizations/" + organization + "/environments")
                    .path("data");
            assertThat(names(there)).containsAll(environments);
            assertThat(names(platform.get(clientsOf(organization) + "?limit=1000")))
                    .containsAll(clients);
        }
    }

    /** Creates one after another and notes those that were acknowledged; what fails is asked for under another name. */
    private static void write(AccessFile access, AtomicBoolean running, Set<String> environments, Set<String> clients) {
        try (PlatformClient platform = PlatformClient.signIn(access)) {
            String organization = access.organizationId();
            for (int i = 0; running.get(); i++) {
                String name = "made-" + i;
                if (made(
                        platform,
                        "/accounts/api/organizations/" + organization + "/environments",
                        Map.of("name", name, "type", "sandbox"))) {
                    environments.add(name);
                }
                if (made(platform, clientsOf(organization), Map.of("name", name, "description", "a client"))) {
                    clients.add(name);
                }
            }
        }
    }

    private static boolean made(PlatformClient platform, String path, Map<String, String> body) {
        try {
            platform.post(path, body);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private static String clientsOf(String organization) {
        return "/exchange/api/v2/organizations/" + organization + "/applications";
    }

    private static void awaitMore(Set<String> environments, Set<String> clients) throws InterruptedException {
        int wanted = environments.size() + 10;
        int wantedClients = clients.size() + 10;
        Hinny.await(
                60,
                "ten more environments and clients are acknowledged",
                () -> environments.size() >= wanted && clients.size() >= wantedClients);
    }

    private void killPostgres() throws Exception {
        Path files = LocalPostgres.location(data.resolve("postgres"));
        long process = Long.parseLong(Files.readAllLines(files.resolve("data/postmaster.pid"))
                .getFirst()
                .trim());
        kill(ProcessHandle.of(process).orElseThrow());
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(20, TimeUnit.SECONDS);
    }

    private static Set<String> names(JsonNode list) {
        Set<String> names = new HashSet<>();
        list.forEach(one -> names.add(one.path("name").asString("")));
        return names;
    }

    @Test
    void aSecondPlatformOnTheDirectoryIsRefusedAndTheFirstServesOn() throws Exception {
        Process first = hinny.up(data);
        Hinny.Ended second = hinny.run(60, "up", "--data", data.toString(), "--port", "0", "--edge-port", "0");
        assertThat(second.status()).isEqualTo(2);
        assertThat(second.output())
                .contains("ALREADY-RUNNING")
                .contains("hinny down --data")
                .doesNotContain("\tat ");
        try (PlatformClient platform = PlatformClient.signIn(AccessFile.read(data))) {
            assertThat(platform.get("/accounts/api/me")
                            .path("user")
                            .path("username")
                            .asString(""))
                    .isEqualTo("admin");
        }
        String said = Files.readString(home.resolve("up.txt"));
        assertThat(said)
                .contains("The platform serves.")
                .doesNotContain("{\"time\"")
                .doesNotContain("flyway");

        assertThat(hinny.run(60, "down", "--data", data.toString()).output()).contains("is down");
        assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(hinny.run(60, "down", "--data", data.toString()).output()).contains("Nothing ran");
        assertThat(data.resolve(AccessFile.NAME)).doesNotExist();
    }

    @Test
    void aSignalWhileItStartsLeavesNothingRunning() throws Exception {
        Process starting =
                hinny.start(home.resolve("up.txt"), "up", "--data", data.toString(), "--port", "0", "--edge-port", "0");
        Hinny.await(60, "PostgreSQL is being made", () -> Files.exists(data.resolve("postgres")));
        starting.destroy();
        assertThat(starting.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Hinny.processesOf(data)).isEmpty();
        assertThat(Files.readString(home.resolve("up.txt"))).doesNotContain("Exception");
        assertThat(postgresRuns()).isFalse();
    }

    private boolean postgresRuns() throws IOException {
        Path running = LocalPostgres.location(data.resolve("postgres")).resolve("data/postmaster.pid");
        return Files.exists(running)
                && ProcessHandle.of(Long.parseLong(
                                Files.readAllLines(running).getFirst().trim()))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }
}
