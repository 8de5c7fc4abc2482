package dev.hinny.plane.server.runtimemanager;

import dev.hinny.base.ProblemException;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.agent.AgentBootstrap;
import dev.hinny.plane.contract.agent.EdgeSnapshot;
import dev.hinny.plane.server.agents.Snapshots;
import dev.hinny.plane.store.Changes;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Leases;
import dev.hinny.plane.store.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The next step of one application: new replicas start, run, get requests once every load balancer knows them, and only
 * then the old ones drain. A step is small and looks at everything anew, so it may be repeated after any crash.
 */
public final class Rollout {
    private static final Logger LOG = LoggerFactory.getLogger(Rollout.class);
    private static final Duration SILENT_EDGE = Duration.ofSeconds(60);

    private final Database database;
    private final Fleet fleet;
    private final Snapshots snapshots;
    private final Timing timing;
    private volatile long watching = System.nanoTime();

    private record App(
            String id,
            String domain,
            String desired,
            String deployment,
            @Nullable String serving) {}

    public Rollout(Database database, Fleet fleet, Snapshots snapshots, Timing timing) {
        this.database = database;
        this.fleet = fleet;
        this.snapshots = snapshots;
        this.timing = timing;
    }

    /** Nothing was heard of the replicas until now: whoever is silent had no chance to report. */
    void watchAnew() {
        watching = System.nanoTime();
    }

    /** Whether something was done. */
    boolean step(String id, List<Replica> own, List<Replica> all, long token) {
        Optional<App> found = database.read(sql -> sql.one(
                "select * from applications where id = ?",
                row -> new App(
                        id,
                        row.text("domain"),
                        row.text("desired"),
                        row.text("deployment_id"),
                        row.textOrNull("serving_deployment_id")),
                id));
        if (found.isEmpty()) {
            return false;
        }
        App app = found.get();
        return app.desired().equals("STARTED") ? forward(app, own, all, token) : down(app, own, all, token);
    }

    private boolean forward(App app, List<Replica> own, List<Replica> all, long token) {
        Deployment wanted =
                database.read(sql -> sql.one("select * from deployments where id = ?", Deployment::of, app.deployment())
                        .orElseThrow());
        if (wanted.status() == Deployment.Status.DEPLOYING) {
            return deploying(app, wanted, own, all, token);
        }
        boolean changed = false;
        if (app.serving() != null) {
            Deployment serving = app.serving().equals(wanted.id())
                    ? wanted
                    : database.read(
                            sql -> sql.one("select * from deployments where id = ?", Deployment::of, app.serving())
                                    .orElseThrow());
            changed = launch(app, serving, own, token);
            changed |= publish(app, targets(of(own, app.serving())), token);
        }
        return changed | retire(app, own, all, app.serving(), token);
    }

    private boolean deploying(App app, Deployment wanted, List<Replica> own, List<Replica> all, long token) {
        List<Replica> fresh = of(own, wanted.id());
        Optional<List<String>> failure =
                fresh.stream().flatMap(r -> failure(r).stream()).findFirst();
        if (failure.isPresent()) {
            return fail(app, wanted, failure.get(), token);
        }
        try {
            if (launch(app, wanted, own, token)) {
                return true;
            }
        } catch (ProblemException e) {
            return fail(app, wanted, e.problems().stream().map(p -> p.line()).toList(), token);
        }
        boolean ready = fresh.size() == wanted.workers()
                && fresh.stream().allMatch(r -> r.running() && r.silence().compareTo(timing.stale()) < 0);
        if (!ready) {
            boolean late = System.nanoTime() - watching > timing.start().toNanos() && isOld(wanted);
            if (late) {
                String line = "error: START-TIMEOUT: the application does not run after "
                        + timing.start().toSeconds() + " s (its log says how far it came)";
                return fail(app, wanted, List.of(line), token);
            }
            // Without a serving version there may still be targets of one that was stopped a moment ago.
            boolean changed = publish(app, app.serving() == null ? List.of() : targets(of(own, app.serving())), token);
            return changed | retire(app, own, all, app.serving(), token);
        }
        if (publish(app, targets(fresh), token)) {
            return true;
        }
        if (!edgesKnow(all)) {
            return false;
        }
        write(token, sql -> {
            int started = sql.run(
                    "update deployments set status = 'STARTED', ended = now() where id = ? and status = 'DEPLOYING'",
                    wanted.id());
            if (started == 1) {
                sql.run(
                        "update applications set serving_deployment_id = ?, update_status = null, updated = now()"
                                + " where id = ?",
                        wanted.id(),
                        app.id());
            }
        });
        return true;
    }

    private boolean isOld(Deployment deployment) {
        return database.<Long>read(sql -> sql.number(
                        "select count(*) from deployments where id = ? and created < now() - ? * interval '1"
                                + " millisecond'",
                        deployment.id(),
                        timing.start().toMillis()))
                > 0;
    }

    /** Why a new replica will not run: it says so, or its process ends again and again. */
    private Optional<List<String>> failure(Replica replica) {
        if (replica.state().equals("FAILED")) {
            return Optional.of(replica.problems());
        }
        return fleet.crashing(replica.id())
                .map(exit -> List.of("error: PROCESS-ENDS: the worker's process ends while it starts: " + exit
                        + " (its log says how far it came)"));
    }

    /** Stopped or deleted: first no more requests, then drain, then nothing is left. */
    private boolean down(App app, List<Replica> own, List<Replica> all, long token) {
        boolean changed = publish(app, List.of(), token);
        changed |= retire(app, own, all, null, token);
        if (own.isEmpty() && app.desired().equals("DELETED")) {
            write(token, sql -> sql.run("delete from applications where id = ? and desired = 'DELETED'", app.id()));
            return true;
        }
        return changed;
    }

    /** Sees to it that each worker of the deployment is there. */
    private boolean launch(App app, Deployment deployment, List<Replica> own, long token) {
        boolean changed = false;
        List<Replica> present = of(own, deployment.id());
        for (int n = 0; n < deployment.workers(); n++) {
            int ordinal = n;
            if (present.stream().noneMatch(r -> r.ordinal() == ordinal)) {
                String id = app.domain() + "-" + UUID.randomUUID();
                write(
                        token,
                        sql -> sql.run(
                                "insert into replicas(id, role, organization_id, environment_id, application_id,"
                                    + " deployment_id, ordinal, desired, state) select ?, 'WORKER', organization_id,"
                                    + " environment_id, application_id, id, ?, 'RUNNING', 'STARTING' from deployments"
                                    + " where id = ?",
                                id,
                                ordinal,
                                deployment.id()));
                changed = true;
                start(app, deployment, id, ordinal);
            }
        }
        present.stream().filter(r -> !r.stopping()).forEach(r -> start(app, deployment, r.id(), r.ordinal()));
        return changed;
    }

    private void start(App app, Deployment deployment, String id, int ordinal) {
        fleet.start(
                id,
                AgentBootstrap.Role.WORKER,
                app.domain() + "-" + ordinal,
                WorkerSize.heapMegabytes(deployment.vcores()));
    }

    /**
     * Where requests can go. Silence counts only once there was time to report since we watch, and it never empties the
     * list: when nobody reports, it is the reporting that is broken, and the load balancers notice by themselves whom
     * they cannot reach.
     */
    private List<EdgeSnapshot.Target> targets(List<Replica> replicas) {
        List<Replica> alive = replicas.stream()
                .filter(Replica::running)
                .filter(r -> !fleet.gone(r))
                .toList();
        boolean heard =
                System.nanoTime() - watching > timing.stale().multipliedBy(2).toNanos();
        List<Replica> reporting = alive.stream()
                .filter(r -> !heard || r.silence().compareTo(timing.stale()) < 0)
                .toList();
        List<EdgeSnapshot.Target> targets = new ArrayList<>();
        for (Replica replica : reporting.isEmpty() ? alive : reporting) {
            Targets.main(replica.listeners())
                    .ifPresent(l ->
                            targets.add(new EdgeSnapshot.Target(replica.id(), l.protocol(), "127.0.0.1", l.port())));
        }
        return targets;
    }

    /** Tells the load balancers where the application's requests go; false when they were told already. */
    private boolean publish(App app, List<EdgeSnapshot.Target> targets, long token) {
        String json = Json.mapper().writeValueAsString(targets);
        return database.write(sql -> {
            Leases.check(sql, Planner.LEASE, token);
            int changed = sql.run(
                    "insert into application_targets(application_id, targets) values (?, ?::jsonb)"
                            + " on conflict (application_id) do update set targets = excluded.targets"
                            + " where application_targets.targets <> excluded.targets",
                    app.id(),
                    json);
            if (changed == 0) {
                return false;
            }
            Changes.touch(sql, Changes.EDGE);
            return true;
        });
    }

    /** Whether every live load balancer has the current routes. */
    private boolean edgesKnow(List<Replica> all) {
        String current = database.read(snapshots::edgeHash);
        return all.stream()
                .filter(r -> r.role() == AgentBootstrap.Role.EDGE)
                .filter(r -> r.silence().compareTo(timing.stale()) < 0
                        || (!fleet.gone(r) && r.silence().compareTo(SILENT_EDGE) < 0))
                .allMatch(r -> r.snapshotHash().equals(current));
    }

    /** Ends the replicas of other deployments, once no load balancer sends them requests. */
    private boolean retire(App app, List<Replica> own, List<Replica> all, @Nullable String serving, long token) {
        List<Replica> old = own.stream()
                .filter(r -> !r.deploymentId().equals(serving) && !isStarting(app, r))
                .toList();
        boolean changed = false;
        boolean free = !old.isEmpty() && edgesKnow(all);
        for (Replica replica : old) {
            if (!replica.stopping() && free) {
                write(token, sql -> {
                    sql.run("update replicas set desired = 'STOPPED', stopping = now() where id = ?", replica.id());
                    Changes.touch(sql, Snapshots.replica(replica.id()));
                });
                changed = true;
            } else if (replica.stopping() && ended(replica)) {
                fleet.stop(replica.id());
                write(token, sql -> {
                    sql.run("delete from replicas where id = ?", replica.id());
                    sql.run("delete from snapshot_versions where scope = ?", Snapshots.replica(replica.id()));
                });
                snapshots.forget(replica.id());
                changed = true;
            }
        }
        return changed;
    }

    /** Replicas of the wanted deployment stay while it is on its way. */
    private boolean isStarting(App app, Replica replica) {
        return app.desired().equals("STARTED")
                && replica.deploymentId().equals(app.deployment())
                && database.<Long>read(sql -> sql.number(
                                "select count(*) from deployments where id = ? and status = 'DEPLOYING'",
                                app.deployment()))
                        > 0;
    }

    private boolean ended(Replica replica) {
        return replica.state().equals("STOPPED")
                || replica.state().equals("FAILED")
                || !fleet.seen().containsKey(replica.id())
                || fleet.gone(replica)
                || replica.sinceStop().compareTo(timing.drain()) > 0;
    }

    private boolean fail(App app, Deployment deployment, List<String> problems, long token) {
        LOG.warn("deployment {} of '{}' failed: {}", deployment.id(), app.domain(), problems);
        write(token, sql -> {
            sql.run(
                    "update deployments set status = 'FAILED', problems = ?::jsonb, ended = now()"
                            + " where id = ? and status = 'DEPLOYING'",
                    Json.mapper().writeValueAsString(problems),
                    deployment.id());
            sql.run(
                    "update applications set update_status = case when serving_deployment_id is null then null"
                            + " else 'DEPLOY_FAILED' end, updated = now() where id = ? and deployment_id = ?",
                    app.id(),
                    deployment.id());
        });
        return true;
    }

    private void write(long token, Consumer<Sql> work) {
        database.run(sql -> {
            Leases.check(sql, Planner.LEASE, token);
            work.accept(sql);
        });
    }

    private static List<Replica> of(List<Replica> replicas, String deployment) {
        return replicas.stream()
                .filter(r -> r.deploymentId().equals(deployment) && !r.stopping())
                .toList();
    }
}
