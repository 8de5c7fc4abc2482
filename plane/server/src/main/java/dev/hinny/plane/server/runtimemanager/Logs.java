package dev.hinny.plane.server.runtimemanager;

import dev.hinny.plane.contract.runtimemanager.DeploymentList;
import dev.hinny.plane.contract.runtimemanager.LogList;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.store.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds deployments of an application and what their replicas logged. */
public final class Logs {
    private final Database database;
    private final Applications applications;

    public Logs(Database database, Applications applications) {
        this.database = database;
        this.applications = applications;
    }

    /** Deployments of an application, newest first. */
    public DeploymentList deployments(Principal who, String environment, String domain, int limit) {
        return database.read(sql -> {
            String id = applications.id(sql, who, environment, domain);
            List<DeploymentList.Deployment> all = new ArrayList<>();
            for (Deployment d : sql.list(
                    "select * from deployments where application_id = ? order by number desc limit ?",
                    Deployment::of,
                    id,
                    limit)) {
                List<DeploymentList.Instance> instances = sql.list(
                        "select id, state from replicas where deployment_id = ? union select distinct replica_id,"
                                + " 'ENDED' from log_lines l where l.deployment_id = ? and not exists (select 1 from"
                                + " replicas r where r.id = l.replica_id) order by 1",
                        row -> new DeploymentList.Instance(row.text("id"), row.text("state"), "127.0.0.1", d.region()),
                        d.id(),
                        d.id());
                all.add(new DeploymentList.Deployment(
                        d.id(),
                        d.created().toString(),
                        d.created().toString(),
                        d.ended().equals(Instant.EPOCH) ? null : d.ended().toString(),
                        d.status().name(),
                        d.fileName(),
                        d.problems(),
                        instances));
            }
            long total = sql.number("select count(*) from deployments where application_id = ?", id);
            return new DeploymentList(all, total);
        });
    }

    /** The newest lines of an application, of a deployment or of a replica, oldest first. */
    public LogList lines(
            Principal who,
            String environment,
            String domain,
            @Nullable String deployment,
            @Nullable String replica,
            long after,
            int limit) {
        return database.read(sql -> {
            String id = applications.id(sql, who, environment, domain);
            // Following reads on from a line; otherwise the newest are wanted.
            String order = after > 0 ? "asc" : "desc";
            List<LogList.Line> lines = new ArrayList<>(sql.list(
                    "select * from log_lines where application_id = ? and id > ? and (?::text is null or deployment_id"
                            + " = ?) and (?::text is null or replica_id = ?) order by id " + order + " limit ?",
                    row -> new LogList.Line(
                            row.text("id"),
                            row.text("replica_id"),
                            row.text("deployment_id"),
                            row.number("id"),
                            new LogList.Event(
                                    row.time("at").toEpochMilli(),
                                    row.text("thread"),
                                    row.text("logger"),
                                    row.text("event"),
                                    row.text("level"),
                                    row.textOrNull("throwable")),
                            row.textOrNull("correlation_id")),
                    id,
                    after,
                    deployment,
                    deployment,
                    replica,
                    replica,
                    limit));
            if (after <= 0) {
                Collections.reverse(lines);
            }
            return new LogList(lines, lines.size());
        });
    }
}
