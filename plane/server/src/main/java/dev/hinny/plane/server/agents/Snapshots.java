package dev.hinny.plane.server.agents;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.agent.ApiInstance;
import dev.hinny.plane.contract.agent.EdgeSnapshot;
import dev.hinny.plane.contract.agent.SnapshotHash;
import dev.hinny.plane.contract.agent.WorkerSnapshot;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Changes;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Signal;
import dev.hinny.plane.store.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Builds the snapshot of each replica and hands it out when it differs from what the replica has. */
public final class Snapshots {
    private final Database database;
    private final WorkerContent workers;
    private final EdgeContent edges;
    private final Signal changed = new Signal();
    private final Map<String, Built> cache = new ConcurrentHashMap<>();
    private volatile boolean open = true;

    /** A snapshot as it is sent. */
    public record Built(long version, String hash, byte[] json) {}

    private record Scope(boolean edge, String[] scopes) {}

    public Snapshots(Database database, WorkerContent workers, EdgeContent edges, Changes changes) {
        this.database = database;
        this.workers = workers;
        this.edges = edges;
        changes.listen(changed::fire);
    }

    /** The scope of an application's own versions. */
    public static String application(String id) {
        return "application " + id;
    }

    /** The scope of a replica's own versions. */
    public static String replica(String id) {
        return "replica " + id;
    }

    /**
     * The replica's snapshot as soon as its hash is another one than {@code have}; empty when the wait is over.
     *
     * @throws Refusal 404 for a replica that the platform does not have (any more)
     */
    public Optional<Built> await(String replica, String have, Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        while (true) {
            long seen = changed.now();
            Built current = of(replica);
            if (!current.hash().equals(have)) {
                return Optional.of(current);
            }
            long left = end - System.nanoTime();
            if (left <= 0 || !open) {
                return Optional.empty();
            }
            changed.await(seen, Duration.ofNanos(left));
        }
    }

    /** The hash of the load balancers' current snapshot. */
    public String edgeHash(Sql sql) {
        return edge(sql).hash();
    }

    /** A replica that is not there any more. */
    public void forget(String replica) {
        cache.remove(replica);
    }

    /** Ends all waits. */
    public void close() {
        open = false;
        changed.fire();
    }

    private Built of(String replica) {
        return database.read(sql -> {
            Scope scope = scope(sql, replica);
            if (scope.edge()) {
                return edge(sql);
            }
            long version = Changes.version(sql, scope.scopes());
            Built cached = cache.get(replica);
            if (cached != null && cached.version() == version) {
                return cached;
            }
            Built built = worker(sql, replica, version);
            cache.put(replica, built);
            return built;
        });
    }

    private Scope scope(Sql sql, String replica) {
        return sql.one(
                        "select role, environment_id, application_id from replicas where id = ?",
                        row -> new Scope(row.text("role").equals("EDGE"), new String[] {
                            row.text("environment_id"), application(row.text("application_id")), replica(replica)
                        }),
                        replica)
                .orElseThrow(() -> {
                    cache.remove(replica);
                    return Refusal.notFound("there is no replica '" + replica + "'");
                });
    }

    private Built edge(Sql sql) {
        long version = Changes.version(sql, Changes.EDGE);
        Built cached = cache.get(Changes.EDGE);
        if (cached != null && cached.version() == version) {
            return cached;
        }
        EdgeSnapshot snapshot = SnapshotHash.seal(edges.snapshot(sql, "", version));
        Built built = new Built(version, snapshot.hash(), Json.bytes(snapshot));
        cache.put(Changes.EDGE, built);
        return built;
    }

    private Built worker(Sql sql, String replica, long version) {
        WorkerSnapshot.Desired desired = workers.desired(sql, replica);
        WorkerSnapshot.Application application = workers.application(sql, replica);
        List<ApiInstance> apis = workers.apis(sql, application.environmentId());
        WorkerSnapshot snapshot = SnapshotHash.seal(new WorkerSnapshot("", version, desired, application, apis));
        return new Built(version, snapshot.hash(), Json.bytes(snapshot));
    }
}
