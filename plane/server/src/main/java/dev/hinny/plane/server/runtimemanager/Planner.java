package dev.hinny.plane.server.runtimemanager;

import dev.hinny.plane.contract.agent.AgentBootstrap;
import dev.hinny.plane.server.logs.LogLines;
import dev.hinny.plane.store.Changes;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Leases;
import dev.hinny.plane.store.Signal;
import dev.hinny.plane.store.Sql;
import dev.hinny.plane.store.StoreUnavailable;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The leaseholder's loop: looks at what is wanted and what runs, and takes the next step of each application. */
public final class Planner implements AutoCloseable {
    static final String LEASE = "planner";

    private static final Logger LOG = LoggerFactory.getLogger(Planner.class);
    private static final Duration LEASE_TIME = Duration.ofSeconds(15);
    private static final Duration PRUNE = Duration.ofMinutes(1);

    private final Database database;
    private final Leases leases;
    private final Fleet fleet;
    private final Rollout rollout;
    private final Timing timing;
    private final Signal work = new Signal();
    private final Thread thread;
    private final Map<String, String> failing = new HashMap<>();
    private volatile boolean open = true;
    private long pruned;

    public Planner(Database database, Leases leases, Fleet fleet, Rollout rollout, Timing timing, Changes changes) {
        this.database = database;
        this.leases = leases;
        this.fleet = fleet;
        this.rollout = rollout;
        this.timing = timing;
        changes.listen(work::fire);
        thread = Thread.ofVirtual().name("planner").start(this::loop);
    }

    @Override
    public void close() {
        open = false;
        work.fire();
        try {
            thread.join();
            leases.release(LEASE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreUnavailable e) {
            LOG.debug("the lease runs out by itself: {}", e.getMessage());
        }
    }

    private void loop() {
        while (open) {
            long seen = work.now();
            boolean more = false;
            try {
                Optional<Long> token = leases.hold(LEASE, LEASE_TIME);
                if (token.isPresent()) {
                    more = pass(token.get());
                }
            } catch (StoreUnavailable e) {
                rollout.watchAnew();
                LOG.debug("the planner waits for the database: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("the planner failed and looks again", e);
            }
            try {
                if (more) {
                    Signal.pause(Duration.ofMillis(20));
                } else {
                    work.await(seen, timing.tick());
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** One look at everything; whether a step was taken, so that the next may be due. */
    private boolean pass(long token) {
        fleet.look();
        List<Replica> replicas = database.read(Replica::all);
        stopUnknown(replicas);
        edges(replicas, token);
        boolean more = false;
        for (String application :
                database.read(sql -> sql.list("select id from applications order by created", row -> row.text("id")))) {
            if (!open) {
                return false;
            }
            List<Replica> own = replicas.stream()
                    .filter(r -> r.applicationId().equals(application))
                    .toList();
            more |= step(application, own, replicas, token);
        }
        if (System.nanoTime() - pruned > PRUNE.toNanos()) {
            database.run(LogLines::prune);
            database.run(Planner::prune);
            pruned = System.nanoTime();
        }
        return more;
    }

    /** A step that fails must not keep the other applications from theirs. */
    private boolean step(String application, List<Replica> own, List<Replica> replicas, long token) {
        try {
            boolean done = rollout.step(application, own, replicas, token);
            failing.remove(application);
            return done;
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            if (!e.toString().equals(failing.put(application, e.toString()))) {
                LOG.error("application {} is stuck and tried again", application, e);
            }
            return false;
        }
    }

    /** What runs without being known was forgotten half-way by a controller that died. */
    private void stopUnknown(List<Replica> replicas) {
        Set<String> known = new HashSet<>();
        replicas.forEach(r -> known.add(r.id()));
        fleet.seen().keySet().stream().filter(id -> !known.contains(id)).forEach(fleet::stop);
    }

    /** Deployments that nobody asks for any more, and then contents that nothing refers to. */
    private static void prune(Sql sql) {
        sql.run("delete from deployments d using (select id, row_number() over (partition by application_id"
                + " order by number desc) as age from deployments) o where o.id = d.id and o.age > 50 and not exists"
                + " (select 1 from applications a where d.id in (a.deployment_id, a.serving_deployment_id))"
                + " and not exists (select 1 from replicas r where r.deployment_id = d.id)");
        sql.run("delete from blobs b where created < now() - interval '1 day'"
                + " and not exists (select 1 from deployments d where d.sha256 = b.sha256)"
                + " and not exists (select 1 from asset_files f where f.sha256 = b.sha256)");
    }

    private void edges(List<Replica> replicas, long token) {
        List<Replica> edges = replicas.stream()
                .filter(r -> r.role() == AgentBootstrap.Role.EDGE)
                .toList();
        if (edges.isEmpty()) {
            String id = "edge-" + UUID.randomUUID();
            database.run(sql -> {
                Leases.check(sql, LEASE, token);
                sql.run(
                        "insert into replicas(id, role, ordinal, desired, state) values (?, 'EDGE', 0, 'RUNNING',"
                                + " 'STARTING')",
                        id);
            });
            fleet.start(id, AgentBootstrap.Role.EDGE, "edge-0", WorkerSize.heapMegabytes(0.1));
        }
        edges.forEach(e ->
                fleet.start(e.id(), AgentBootstrap.Role.EDGE, "edge-" + e.ordinal(), WorkerSize.heapMegabytes(0.1)));
    }
}
