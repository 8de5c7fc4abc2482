package dev.hinny.plane.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.ProblemException;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.PrivateFile;
import dev.hinny.plane.contract.agent.AgentBootstrap;
import dev.hinny.plane.contract.agent.AgentIdentity;
import dev.hinny.plane.contract.agent.LogLine;
import dev.hinny.plane.contract.agent.SnapshotHash;
import dev.hinny.plane.contract.agent.StatusReport;
import dev.hinny.plane.contract.agent.WorkerSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTest {
    private static final String REPLICA = "orders-r1";
    private static final byte[] JAR = "orders".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private final TestAuthority authority = new TestAuthority();
    private TestController controller;
    private RecordingHandler handler = new RecordingHandler();
    private Agent<WorkerSnapshot> agent;

    @BeforeEach
    void startController() throws Exception {
        controller = new TestController(authority);
        controller.artifacts.put(sha256(JAR), JAR);
    }

    @AfterEach
    void stop() {
        if (agent != null) {
            agent.close();
        }
        controller.close();
    }

    @Test
    void appliesEachSnapshotAndReportsItsHash() throws Exception {
        WorkerSnapshot first = publish("orders", 1);
        start(authority.issue(REPLICA), controller.url());
        await("first", () -> handler.applied.equals(List.of("orders 1 orders")));
        WorkerSnapshot second = publish("orders", 2);
        await("second", () -> handler.applied.contains("orders 2 orders"));
        await("reported", () -> lastReport().snapshotHash().equals(second.hash()));
        StatusReport report = lastReport();
        assertThat(report.replicaId()).isEqualTo(REPLICA);
        assertThat(report.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(report.state()).isEqualTo(StatusReport.State.RUNNING);
        assertThat(report.problems()).isEmpty();
        assertThat(controller.callers).containsOnly("CN=" + REPLICA);
        await("asks with what it has", () -> controller.asked.contains("have=" + second.hash() + "&wait=2"));
        assertThat(first.hash()).isNotEqualTo(second.hash());
    }

    @Test
    void startsFromTheLastGoodSnapshotWhenEveryControllerIsAwayAndComesBack() throws Exception {
        publish("orders", 1);
        start(authority.issue(REPLICA), controller.url());
        await("applied", () -> Files.exists(directory.resolve("snapshot.json")));
        agent.close();
        int port = controller.port();
        controller.close();

        handler = new RecordingHandler();
        agent = Agent.worker(bootstrapFile(), handler, options());
        agent.start();
        await("serves", () -> handler.applied.equals(List.of("orders 1 orders")));

        controller = new TestController(authority, port);
        controller.artifacts.put(sha256(JAR), JAR);
        publish("orders", 2);
        await("follows again", () -> handler.applied.contains("orders 2 orders"));
    }

    @Test
    void lastGoodSnapshotIsTriedAgainWhileAnUpstreamIsDown() throws Exception {
        publish("orders", 1);
        start(authority.issue(REPLICA), controller.url());
        await("applied", () -> Files.exists(directory.resolve("snapshot.json")));
        agent.close();
        controller.close();

        handler = new RecordingHandler();
        handler.upstreamFailures = 3;
        agent = Agent.worker(bootstrapFile(), handler, options());
        agent.start();
        await("serves at last", () -> handler.applied.equals(List.of("orders 1 orders")));
        assertThat(handler.attempts).hasValue(4);
    }

    @Test
    void damagedLastGoodSnapshotIsIgnoredWithAProblem() throws Exception {
        writeBootstrap(authority.issue(REPLICA), controller.url());
        byte[] json = Json.bytes(snapshot("orders", 1));
        json[json.length / 2] ^= 1;
        Files.write(directory.resolve("snapshot.json"), json);
        agent = Agent.worker(bootstrapFile(), handler, options());
        agent.start();
        await("reported", () -> problems().contains("SNAPSHOT-CORRUPT"));
        assertThat(handler.applied).isEmpty();
        publish("orders", 2);
        await(
                "taken back",
                () -> handler.applied.equals(List.of("orders 2 orders"))
                        && lastReport().problems().isEmpty());
    }

    @Test
    void snapshotWithAnotherHashThanItStatesIsRefused() throws Exception {
        WorkerSnapshot good = publish("orders", 1);
        start(authority.issue(REPLICA), controller.url());
        await("good", () -> lastHash().equals(good.hash()));
        WorkerSnapshot forged = snapshot("forged", 2);
        controller.publish(
                "x",
                new String(Json.bytes(forged), StandardCharsets.UTF_8)
                        .replace("\"version\":2", "\"version\":3")
                        .getBytes(StandardCharsets.UTF_8));
        await("reported", () -> problems().contains("SNAPSHOT-HASH"));
        assertThat(lastHash()).isEqualTo(good.hash());
        assertThat(handler.applied).containsExactly("orders 1 orders");
        publish("orders", 4);
        await(
                "the next good one",
                () -> handler.applied.contains("orders 4 orders") && problems().isEmpty());
    }

    @Test
    void snapshotThatCannotBeAppliedIsReportedAndTheLastGoodOneStays() throws Exception {
        WorkerSnapshot good = publish("orders", 1);
        start(authority.issue(REPLICA), controller.url());
        await("good", () -> lastHash().equals(good.hash()));
        publish("bad", 2);
        await("reported", () -> problems().contains("BAD-APP: 'bad' is bad"));
        publish("bug", 3);
        await("reported", () -> problems().contains("SNAPSHOT-FAILED"));
        assertThat(lastHash()).isEqualTo(good.hash());
        assertThat(handler.attempts).as("neither is tried twice").hasValue(3);
        assertThat(Json.read(Files.readAllBytes(directory.resolve("snapshot.json")), WorkerSnapshot.class))
                .isEqualTo(good);
    }

    @Test
    void returnToTheSnapshotInForceTakesTheProblemBackWithoutApplyingItAgain() throws Exception {
        publish("orders", 1);
        start(authority.issue(REPLICA), controller.url());
        await("good", () -> !handler.applied.isEmpty());
        publish("bad", 2);
        await("reported", () -> problems().contains("BAD-APP"));
        WorkerSnapshot good = publish("orders", 1);
        await("taken back", () -> problems().isEmpty() && lastHash().equals(good.hash()));
        assertThat(handler.applied).containsExactly("orders 1 orders");
    }

    @Test
    void snapshotThatAnUpstreamHoldsUpIsTriedAgain() throws Exception {
        handler.upstreamFailures = 2;
        publish("orders", 1);
        start(authority.issue(REPLICA), controller.url());
        await("third attempt", () -> handler.applied.equals(List.of("orders 1 orders")));
        assertThat(handler.attempts).hasValue(3);
    }

    @Test
    void artifactWithAnotherHashIsRefusedAndTheRightOneTakenAndKept() throws Exception {
        controller.artifacts.put(sha256(JAR), "evil".getBytes(StandardCharsets.UTF_8));
        publish("orders", 1);
        start(authority.issue(REPLICA), controller.url());
        await("reported", () -> problems().contains("ARTIFACT-HASH"));
        assertThat(handler.applied).isEmpty();
        controller.artifacts.put(sha256(JAR), JAR);
        await("applied", () -> handler.applied.equals(List.of("orders 1 orders")));
        Path kept = directory.resolve("artifacts").resolve(sha256(JAR)).resolve("orders.jar");
        assertThat(kept).hasBinaryContent(JAR);
        assertThat(kept.getParent().toFile().list()).containsExactly("orders.jar");
    }

    @Test
    void orderToStopDrainsReportsAndIsKeptForTheFabric() throws Exception {
        publish("orders", 1);
        start(authority.issue(REPLICA), controller.url());
        await("applied", () -> !handler.applied.isEmpty());
        WorkerSnapshot stop = SnapshotHash.seal(new WorkerSnapshot(
                "", 2, WorkerSnapshot.Desired.STOPPED, snapshot("orders", 1).application(), List.of()));
        controller.publish(stop.hash(), Json.bytes(stop));
        agent.stopped().get(20, TimeUnit.SECONDS);
        assertThat(handler.applied).containsExactly("orders 1 orders", "drained");
        assertThat(lastReport().state()).isEqualTo(StatusReport.State.STOPPED);
        assertThat(directory.resolve("stopped")).exists();
        assertThat(Json.read(Files.readAllBytes(directory.resolve("snapshot.json")), WorkerSnapshot.class)
                        .desired())
                .as("a replica that is started anew starts from what it ran")
                .isEqualTo(WorkerSnapshot.Desired.RUNNING);
    }

    @Test
    void controllersAreAskedInTurn() throws Exception {
        publish("orders", 1);
        int dead = controller.port();
        try (TestController second = new TestController(authority)) {
            second.artifacts.put(sha256(JAR), JAR);
            WorkerSnapshot snapshot = snapshot("orders", 5);
            second.publish(snapshot.hash(), Json.bytes(snapshot));
            controller.close();
            start(authority.issue(REPLICA), "https://localhost:" + dead, second.url());
            await("second answers", () -> handler.applied.equals(List.of("orders 5 orders")));
            await("second gets the status", () -> !second.reports.isEmpty());
        }
    }

    @Test
    void controllerOfAnotherAuthorityIsNotBelieved() throws Exception {
        WorkerSnapshot good = publish("orders", 1);
        start(authority.issue(REPLICA), controller.url());
        await("good", () -> lastHash().equals(good.hash()));
        int port = controller.port();
        controller.close();
        TestAuthority stranger = new TestAuthority();
        try (TestController impostor = new TestController(stranger, port)) {
            WorkerSnapshot forged = snapshot("forged", 9);
            impostor.publish(forged.hash(), Json.bytes(forged));
            assertThatThrownBy(() -> new Controllers(bootstrapFile(), options())
                            .get("/hinny/api/v1/agent/snapshot?have=&wait=0", Duration.ofSeconds(5)))
                    .isInstanceOf(ControllersAway.class);
            assertThat(impostor.callers).isEmpty();
        }
        controller = new TestController(authority, port);
        assertThat(handler.applied).containsExactly("orders 1 orders");
    }

    @Test
    void identityIsRenewedWhenAThirdOfItsLifeIsLeft() throws Exception {
        Instant now = Instant.now();
        AgentIdentity old = authority.issue(REPLICA, now.minusSeconds(70), now.plusSeconds(30));
        AgentIdentity fresh = authority.issue(REPLICA + "-fresh");
        controller.identities = () -> fresh;
        publish("orders", 1);
        start(old, controller.url());
        await("written", () -> bootstrap().identity().equals(fresh));
        await("used", () -> controller.callers.contains("CN=" + REPLICA + "-fresh"));
        assertThat(bootstrap().controllers()).containsExactly(controller.url());
        assertThat(bootstrap().replicaId()).isEqualTo(REPLICA);
    }

    @Test
    void bootstrapThatTheFabricReplacesIsTakenUp() throws Exception {
        Instant now = Instant.now();
        WorkerSnapshot snapshot = publish("orders", 1);
        AgentIdentity expired = authority.issue(REPLICA, now.minusSeconds(100), now.minusSeconds(10));
        start(expired, "https://localhost:1");
        assertThat(controller.callers).isEmpty();
        writeBootstrap(authority.issue(REPLICA), controller.url());
        await("heard again", () -> lastHash().equals(snapshot.hash()));
    }

    @Test
    void logLinesArriveInOrderAndThoseDroppedWhileControllersWereAwayAreCounted() throws Exception {
        start(authority.issue(REPLICA), controller.url());
        log("first");
        await("first", () -> controller.lines.size() == 1);
        LogLine first = controller.lines.get(0);
        assertThat(first.time()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(first.correlationId()).isEqualTo("c-1");
        int port = controller.port();
        controller.close();
        List<LogLine> takenBefore = controller.lines;
        for (int i = 0; i < 1_000; i++) {
            log("line " + i);
        }
        controller = new TestController(authority, port);
        await(
                "last",
                () -> controller.lines.stream().anyMatch(line -> line.event().equals("line 999")));
        // a batch whose answer was lost with the connection comes again, under the same sequence
        Map<Long, LogLine> bySequence = new TreeMap<>();
        controller.lines.forEach(line -> bySequence.put(line.sequence(), line));
        takenBefore.forEach(line -> bySequence.put(line.sequence(), line));
        bySequence.remove(first.sequence());
        List<LogLine> lines = List.copyOf(bySequence.values());
        assertThat(controller.lines).isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()));
        List<Integer> dropped = lines.stream()
                .map(LogLine::event)
                .filter(event -> event.endsWith(" log lines were dropped because no controller took them"))
                .map(event -> Integer.parseInt(event.substring(0, event.indexOf(' '))))
                .toList();
        assertThat(dropped).isNotEmpty();
        int taken = lines.size() - dropped.size();
        assertThat(taken + dropped.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_000);
    }

    @Test
    void veryLongLogLineIsCut() throws Exception {
        start(authority.issue(REPLICA), controller.url());
        log("x".repeat(100_000));
        await("arrived", () -> !controller.lines.isEmpty());
        assertThat(controller.lines.get(0).event()).hasSizeLessThan(40_000).endsWith("(67232 more characters)");
    }

    @Test
    void consoleLogIsTurnedWhileNoFabricDoesIt() throws Exception {
        writeBootstrap(authority.issue(REPLICA), controller.url());
        Files.writeString(directory.resolve("console.log"), "x".repeat(2_000));
        agent = Agent.worker(bootstrapFile(), handler, options());
        agent.start();
        await("turned", () -> directory.resolve("console.log").toFile().length() == 0);
        assertThat(directory.resolve("console.log.1")).hasSize(2_000);
    }

    @Test
    void closedAgentSaysGoodbyeWithTheLastLines() throws Exception {
        start(authority.issue(REPLICA), controller.url());
        await("connected", () -> !controller.reports.isEmpty());
        handler.state = StatusReport.State.DRAINING;
        log("last words");
        agent.close();
        assertThat(lastReport().state()).isEqualTo(StatusReport.State.DRAINING);
        assertThat(controller.lines).extracting(LogLine::event).containsExactly("last words");
    }

    @Test
    void missingBootstrapIsAProblemWithItsPath() {
        assertThatThrownBy(() -> Agent.worker(directory.resolve("none.json"), handler, options()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("none.json");
    }

    private void start(AgentIdentity identity, String... controllers) throws IOException {
        writeBootstrap(identity, controllers);
        agent = Agent.worker(bootstrapFile(), handler, options());
        agent.start();
    }

    private void writeBootstrap(AgentIdentity identity, String... controllers) throws IOException {
        AgentBootstrap bootstrap = new AgentBootstrap(
                AgentBootstrap.Role.WORKER, REPLICA, List.of(controllers), directory.toString(), identity);
        PrivateFile.write(bootstrapFile(), Json.bytes(bootstrap));
    }

    private Path bootstrapFile() {
        return directory.resolve("bootstrap.json");
    }

    private AgentBootstrap bootstrap() {
        try {
            return Json.read(Files.readAllBytes(bootstrapFile()), AgentBootstrap.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static AgentOptions options() {
        return new AgentOptions(
                Duration.ofSeconds(2),
                Duration.ofMillis(50),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofMillis(10),
                Duration.ofMillis(50),
                20_000,
                Duration.ofMillis(5),
                1_000,
                Optional.empty());
    }

    private WorkerSnapshot publish(String name, long version) {
        WorkerSnapshot snapshot = snapshot(name, version);
        controller.publish(snapshot.hash(), Json.bytes(snapshot));
        return snapshot;
    }

    private static WorkerSnapshot snapshot(String name, long version) {
        return SnapshotHash.seal(new WorkerSnapshot(
                "",
                version,
                WorkerSnapshot.Desired.RUNNING,
                new WorkerSnapshot.Application(name, "org", "env", sha256(JAR), "orders.jar", Map.of("a", "b")),
                List.of()));
    }

    private void log(String event) {
        agent.logs().add(Instant.now(), "INFO", "app", "main", "c-1", event, null);
    }

    private StatusReport lastReport() {
        List<StatusReport> reports = controller.reports;
        return reports.isEmpty()
                ? new StatusReport(REPLICA, 0, StatusReport.State.STARTING, "", 0, List.of(), List.of(), List.of())
                : reports.get(reports.size() - 1);
    }

    private String lastHash() {
        return lastReport().snapshotHash();
    }

    private String problems() {
        return String.join("\n", lastReport().problems());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
