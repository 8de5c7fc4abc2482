package dev.hinny.plane.server.runtimemanager;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.agent.AgentBootstrap;
import dev.hinny.plane.contract.agent.StatusReport;
import dev.hinny.plane.store.Row;
import dev.hinny.plane.store.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A replica as it is stored: what it should do, and what it last said. */
record Replica(
        String id,
        AgentBootstrap.Role role,
        String applicationId,
        String deploymentId,
        int ordinal,
        boolean stopping,
        String state,
        long pid,
        String snapshotHash,
        StatusReport.ListenerAddress[] listeners,
        List<String> problems,
        Duration silence,
        Duration sinceStop) {
    // The database's clock alone decides, so that controllers need not agree on the time.
    static List<Replica> all(Sql sql) {
        return sql.list(
                "select *, coalesce(extract(epoch from now() - reported), 1e9) as silence,"
                        + " extract(epoch from now() - coalesce(stopping, now())) as since_stop from replicas"
                        + " order by ordinal, created, id",
                Replica::of);
    }

    boolean running() {
        return state.equals("RUNNING") && !stopping;
    }

    private static Replica of(Row row) throws SQLException {
        return new Replica(
                row.text("id"),
                AgentBootstrap.Role.valueOf(row.text("role")),
                row.text("application_id"),
                row.text("deployment_id"),
                row.integer("ordinal"),
                row.text("desired").equals("STOPPED"),
                row.text("state"),
                row.number("pid"),
                row.text("snapshot_hash"),
                Json.mapper().readValue(row.text("listeners"), StatusReport.ListenerAddress[].class),
                List.of(Json.mapper().readValue(row.text("problems"), String[].class)),
                seconds(row.decimal("silence")),
                seconds(row.decimal("since_stop")));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000));
    }
}
