package dev.hinny.plane.server;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.agent.AgentBootstrap;
import dev.hinny.plane.contract.agent.AgentPaths;
import dev.hinny.plane.contract.agent.EdgeSnapshot;
import dev.hinny.plane.contract.agent.LogLine;
import dev.hinny.plane.contract.agent.StatusReport;
import dev.hinny.plane.contract.agent.WorkerSnapshot;
import dev.hinny.plane.contract.fabric.Fabric;
import dev.hinny.plane.contract.fabric.ReplicaSpec;
import dev.hinny.plane.contract.fabric.ReplicaStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs each replica as a thread that plays its agent over the real agent address. */
final class PlayedFabric implements Fabric {
    private final Map<String, Played> replicas = new ConcurrentHashMap<>();
    private final AtomicInteger ports = new AtomicInteger(40_000);

    /** What happened, in order: {@code run ID}, {@code route DOMAIN PORT,PORT}, {@code drain ID}, {@code end ID}. */
    final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();

    /** Archives whose application does not start. */
    final java.util.Set<String> broken = ConcurrentHashMap.newKeySet();

    volatile Optional<EdgeSnapshot> edge = Optional.empty();

    private final class Played {
        final ReplicaSpec spec;
        final Rest rest;
        final int port = ports.incrementAndGet();
        final int pid;
        volatile boolean open = true;
        volatile WorkerSnapshot worker;
        volatile String state = "";
        long logged;

        Played(ReplicaSpec spec) throws Exception {
            this.spec = spec;
            this.pid = port + 1000;
            AgentBootstrap bootstrap = spec.bootstrap();
            rest = new Rest(
                    Rest.client(Tls.of(bootstrap.identity())),
                    bootstrap.controllers().getFirst());
        }

        void run() {
            String have = "";
            while (open) {
                try {
                    if (state.isEmpty()) {
                        report(StatusReport.State.STARTING, "", List.of());
                    }
                    Rest.Reply reply = rest.get(AgentPaths.SNAPSHOT + "?have=" + have + "&wait=2");
                    if (reply.status() == 200) {
                        have = reply.text("hash");
                        apply(reply.bytes(), have);
                    } else {
                        report(StatusReport.State.valueOf(state), have, List.of());
                    }
                } catch (RuntimeException e) {
                    Thread.onSpinWait();
                }
            }
        }

        void apply(byte[] json, String hash) {
            if (spec.bootstrap().role() == AgentBootstrap.Role.EDGE) {
                EdgeSnapshot next = Json.read(json, EdgeSnapshot.class);
                next.routes()
                        .forEach(r -> events.add("route " + r.application() + " "
                                + r.targets().stream().map(t -> t.replicaId()).toList()));
                edge = Optional.of(next);
                report(StatusReport.State.RUNNING, hash, List.of());
                return;
            }
            WorkerSnapshot next = Json.read(json, WorkerSnapshot.class);
            worker = next;
            if (next.desired() == WorkerSnapshot.Desired.STOPPED) {
                events.add("drain " + spec.replicaId());
                report(StatusReport.State.DRAINING, hash, List.of());
                report(StatusReport.State.STOPPED, hash, List.of());
                open = false;
                return;
            }
            if (broken.contains(next.application().artifactSha256())) {
                report(StatusReport.State.FAILED, hash, List.of("app.xml:3:5: error: UNKNOWN-ELEMENT: no"));
                return;
            }
            rest.get(AgentPaths.ARTIFACTS + "/" + next.application().artifactSha256())
                    .is(200);
            rest.post(
                            AgentPaths.LOGS,
                            List.of(new LogLine(
                                    ++logged,
                                    Instant.now().toString(),
                                    "INFO",
                                    "app",
                                    "main",
                                    "c-1",
                                    "up\0 " + hash,
                                    null)))
                    .is(204);
            if (!state.equals("RUNNING")) {
                events.add("run " + spec.replicaId());
            }
            report(StatusReport.State.RUNNING, hash, List.of());
        }

        void report(StatusReport.State now, String hash, List<String> problems) {
            state = now.name();
            List<StatusReport.ListenerAddress> listeners = now == StatusReport.State.RUNNING
                    ? List.of(new StatusReport.ListenerAddress("listener", 8081, "http", "/", port))
                    : List.of();
            List<StatusReport.ApiStatus> apis = worker == null
                    ? List.of()
                    : worker.apis().stream()
                            .map(a -> new StatusReport.ApiStatus(a.id(), "main", List.of()))
                            .toList();
            rest.post(
                    AgentPaths.STATUS,
                    new StatusReport(spec.replicaId(), pid, now, hash, 5, listeners, problems, apis));
        }
    }

    @Override
    public void start(ReplicaSpec replica) {
        replicas.computeIfAbsent(replica.replicaId(), id -> {
            try {
                Played played = new Played(replica);
                Thread.ofVirtual().name(id).start(played::run);
                return played;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    public void stop(String replicaId) {
        Played played = replicas.remove(replicaId);
        if (played != null) {
            played.open = false;
            events.add("end " + replicaId);
        }
    }

    @Override
    public List<ReplicaStatus> replicas() {
        return replicas.values().stream()
                .map(p ->
                        new ReplicaStatus(p.spec.replicaId(), p.spec.bootstrap().role(), p.open, p.pid, 0, ""))
                .toList();
    }

    ReplicaSpec spec(String replicaId) {
        return replicas.get(replicaId).spec;
    }

    /** Snapshots of the workers of an application. */
    List<WorkerSnapshot> workers(String application) {
        return replicas.values().stream()
                .map(p -> p.worker)
                .filter(w -> w != null && w.application().name().equals(application))
                .toList();
    }

    /** The process ends and is not started again. */
    void kill(String replicaId) {
        replicas.get(replicaId).open = false;
    }
}
