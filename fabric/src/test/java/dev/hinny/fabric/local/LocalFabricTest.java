package dev.hinny.fabric.local;

import static dev.hinny.fabric.local.Fabrics.await;
import static dev.hinny.fabric.local.Fabrics.replica;
import static dev.hinny.fabric.local.Fabrics.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.ProblemException;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.agent.AgentBootstrap;
import dev.hinny.plane.contract.fabric.ReplicaStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFabricTest {
    @TempDir
    Path data;

    private LocalFabric fabric;

    private LocalFabric open() {
        fabric = Fabrics.open(data);
        return fabric;
    }

    @AfterEach
    void end() {
        if (fabric != null) {
            fabric.stopAll();
            fabric.close();
        }
    }

    @Test
    void replicaRunsInItsOwnDirectoryWithAPrivateBootstrap() throws IOException {
        open().start(replica("run-1"));
        long pid = ready("run-1");
        assertThat(status(fabric, "run-1"))
                .isEqualTo(new ReplicaStatus("run-1", AgentBootstrap.Role.WORKER, true, pid, 0, ""));
        Path bootstrap = directory("run-1").resolve("bootstrap.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bootstrap)))
                .isEqualTo("rw-------");
        assertThat(bootstrap("run-1").directory()).isEqualTo(directory("run-1").toString());
        assertThat(Files.readString(directory("run-1").resolve("console.log"))).contains("started run-1 as worker");

        fabric.start(replica("run-1"));
        assertThat(status(fabric, "run-1").pid()).isEqualTo(pid);
    }

    @Test
    void startOfARunningReplicaRefreshesItsBootstrapButKeepsTheLongerIdentity() throws IOException {
        open().start(replica("run-1", "https://localhost:1", "2030-01-01T00:00:00Z"));
        long pid = ready("run-1");
        fabric.start(replica("run-1", "https://localhost:2", "2029-01-01T00:00:00Z"));
        assertThat(bootstrap("run-1").controllers()).containsExactly("https://localhost:2");
        assertThat(bootstrap("run-1").identity().expires()).isEqualTo("2030-01-01T00:00:00Z");
        fabric.start(replica("run-1", "https://localhost:2", "2031-01-01T00:00:00Z"));
        assertThat(bootstrap("run-1").identity().expires()).isEqualTo("2031-01-01T00:00:00Z");
        assertThat(status(fabric, "run-1").pid()).isEqualTo(pid);
    }

    @Test
    void killedReplicaIsStartedAgain() throws IOException {
        open().start(replica("run-1"));
        long pid = ready("run-1");
        Files.delete(directory("run-1").resolve("ready"));
        kill(pid);
        assertThat(ready("run-1")).isNotEqualTo(pid);
        assertThat(status(fabric, "run-1").restarts()).isEqualTo(1);
        assertThat(status(fabric, "run-1").lastExit()).isEqualTo("exit status 137 (signal 9)");
    }

    @Test
    void crashingReplicaIsStartedAgainAndAgainUntilItIsStopped() {
        open().start(replica("crash-1"));
        await("three restarts", () -> status(fabric, "crash-1").restarts() >= 3);
        assertThat(status(fabric, "crash-1").lastExit()).isEqualTo("exit status 3");
        fabric.stop("crash-1");
        await("gone", () -> fabric.replicas().isEmpty());
        assertThat(directory("crash-1")).doesNotExist();
    }

    @Test
    void replicaThatEndedAsOrderedStaysEndedUntilItIsStartedAnew() {
        open().start(replica("finish-1"));
        await("ended", () -> !status(fabric, "finish-1").running());
        await("described", () -> status(fabric, "finish-1").lastExit().equals("stopped as ordered"));
        fabric.close();
        open();
        assertThat(status(fabric, "finish-1").running()).isFalse();
        assertThat(status(fabric, "finish-1").restarts()).isZero();
        long first = console("finish-1");
        fabric.start(replica("finish-1"));
        await("second run", () -> console("finish-1") > first);
    }

    @Test
    void stopKillsWhatDoesNotEndAndItsChildren() throws IOException {
        open().start(replica("stubborn-1"));
        ProcessHandle process = ProcessHandle.of(ready("stubborn-1")).orElseThrow();
        ProcessHandle child = ProcessHandle.of(
                        Long.parseLong(Files.readString(directory("stubborn-1").resolve("child"))))
                .orElseThrow();
        fabric.stop("stubborn-1");
        fabric.stop("stubborn-1");
        fabric.stop("unknown");
        await("gone", () -> fabric.replicas().isEmpty());
        await("killed", () -> !new RunningProcess(process).alive() && !new RunningProcess(child).alive());
        assertThat(directory("stubborn-1")).doesNotExist();
    }

    @Test
    void closedFabricLeavesReplicasRunningAndTheNextOneAdoptsThem() throws IOException {
        open().start(replica("run-1"));
        long pid = ready("run-1");
        assertThatThrownBy(() -> Fabrics.open(data))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("FABRIC-IN-USE");
        fabric.close();
        assertThat(ProcessHandle.of(pid))
                .hasValueSatisfying(handle -> assertThat(handle.isAlive()).isTrue());
        open();
        assertThat(status(fabric, "run-1"))
                .isEqualTo(new ReplicaStatus("run-1", AgentBootstrap.Role.WORKER, true, pid, 0, ""));
        Files.delete(directory("run-1").resolve("ready"));
        kill(pid);
        assertThat(ready("run-1")).isNotEqualTo(pid);
    }

    @Test
    void recycledProcessIdIsNotMistakenForTheReplica() throws IOException {
        open().start(replica("run-1"));
        long first = ready("run-1");
        fabric.close();
        ReplicaDirectory files = new ReplicaDirectory(directory("run-1"));
        ReplicaState state = files.state();
        long another = ProcessHandle.current().pid();
        files.state(new ReplicaState(
                state.role(), state.name(), 32, List.of(), another, state.startedMillis() - 60_000, 0, "", false));
        open();
        assertThat(status(fabric, "run-1").pid())
                .as("the real process is found by its command line")
                .isEqualTo(first);
        fabric.stopAll();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void replicaSurvivesAnInterruptAtTheControllersTerminalAndItsSuddenDeath() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (String signal : List.of("INT", "KILL")) {
            String id = "run-" + signal;
            Process controller = new ProcessBuilder(
                            "setsid",
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            TestController.class.getName(),
                            data.toString(),
                            id)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            long pid = ready(id);
            new ProcessBuilder("sh", "-c", "kill -" + signal + " -" + controller.pid())
                    .start()
                    .waitFor();
            if (!controller.waitFor(10, TimeUnit.SECONDS)) {
                // Background jobs of some shells ignore interrupts, and so do their children.
                controller.destroyForcibly().waitFor();
            }
            open();
            assertThat(status(fabric, id).pid()).as(signal).isEqualTo(pid);
            assertThat(status(fabric, id).restarts()).isZero();
            end();
            fabric = null;
        }
    }

    @Test
    void endAllEndsWhatAControllerThatIsGoneLeftAndStartsNothing() throws IOException {
        open().start(replica("run-1"));
        fabric.start(replica("run-2"));
        ProcessHandle first = ProcessHandle.of(ready("run-1")).orElseThrow();
        ProcessHandle second = ProcessHandle.of(ready("run-2")).orElseThrow();
        fabric.close();
        second.destroyForcibly();
        await("killed", () -> !second.isAlive());
        LocalFabric.endAll(data, FabricLimits.standard());
        await("ended", () -> !first.isAlive());
        assertThat(directory("run-1")).doesNotExist();
        assertThat(directory("run-2")).doesNotExist();
        LocalFabric.endAll(data.resolve("nothing"), FabricLimits.standard());
        assertThat(data.resolve("nothing")).doesNotExist();
    }

    @Test
    void consoleLogStaysBounded() throws IOException {
        open().start(replica("talk-1"));
        ready("talk-1");
        await("turned", () -> Files.exists(directory("talk-1").resolve("console.log.1")) && console("talk-1") < 5_000);
        assertThat(Files.readString(directory("talk-1").resolve("console.log.1")))
                .contains("started talk-1");
    }

    @Test
    void idThatIsNoFileNameIsRefused() {
        assertThatThrownBy(() -> open().start(replica("../run-1")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'../run-1'");
    }

    private Path directory(String id) {
        return data.resolve("replicas").resolve(id);
    }

    private long console(String id) {
        try {
            return Files.size(directory(id).resolve("console.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AgentBootstrap bootstrap(String id) throws IOException {
        return Json.read(Files.readAllBytes(directory(id).resolve("bootstrap.json")), AgentBootstrap.class);
    }

    private long ready(String id) throws IOException {
        Path ready = directory(id).resolve("ready");
        await(id + " is ready", () -> Files.exists(ready));
        return Long.parseLong(Files.readString(ready));
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
}
