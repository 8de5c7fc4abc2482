package dev.hinny.plane.server.runtimemanager;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.agent.StatusReport;
import dev.hinny.plane.contract.runtimemanager.Application;
import dev.hinny.plane.store.Secrets;
import dev.hinny.plane.store.Sql;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shows an application: what is wanted and what runs. */
public final class ApplicationView {
    private final Secrets secrets;
    private final String domain;
    private final String edge;

    private record State(
            String domain,
            String organization,
            String environment,
            String desired,
            String deployment,
            @Nullable String serving,
            @Nullable String update,
            long updated) {}

    /**
     * @param domain the applications' names stand before it
     * @param edge where the load balancer listens, {@code :PORT} included
     */
    public ApplicationView(Secrets secrets, String domain, String edge) {
        this.secrets = secrets;
        this.domain = domain;
        this.edge = edge;
    }

    Application load(Sql sql, String id) {
        State app = sql.one(
                        "select * from applications where id = ?",
                        row -> new State(
                                row.text("domain"),
                                row.text("organization_id"),
                                row.text("environment_id"),
                                row.text("desired"),
                                row.text("deployment_id"),
                                row.textOrNull("serving_deployment_id"),
                                row.textOrNull("update_status"),
                                row.time("updated").toEpochMilli()),
                        id)
                .orElseThrow();
        Deployment deployment = sql.one("select * from deployments where id = ?", Deployment::of, app.deployment())
                .orElseThrow();
        List<Application.WorkerStatus> workers = sql.list(
                "select * from replicas where application_id = ? and desired = 'RUNNING' order by ordinal, created",
                row -> new Application.WorkerStatus(
                        row.text("id"), "127.0.0.1", port(row.text("listeners")), row.text("state"), row.number("pid")),
                id);
        long replicas = sql.number("select count(*) from replicas where application_id = ?", id);
        Map<String, String> properties = new TreeMap<>(properties(secrets, id, deployment.properties()));
        Map<String, Application.Secure> options = new TreeMap<>();
        for (String name : deployment.secureProperties()) {
            if (properties.containsKey(name)) {
                properties.put(name, Applications.HIDDEN);
                options.put(name, new Application.Secure(true));
            }
        }
        String host = app.domain() + "." + domain;
        return new Application(
                id,
                app.domain(),
                host,
                "http://" + host + edge,
                status(app, deployment.status(), replicas),
                app.update(),
                app.updated(),
                new Application.RuntimeVersion(deployment.muleVersion(), "NONE", "25"),
                deployment.fileName(),
                deployment.fileName(),
                deployment.sha256(),
                deployment.region(),
                deployment.option("persistentQueues"),
                deployment.option("staticIPsEnabled"),
                deployment.option("monitoringAutoRestart"),
                new Application.Workers(
                        WorkerSize.of(deployment.vcores()).shown(),
                        deployment.workers(),
                        0,
                        deployment.workers() * deployment.vcores()),
                workers,
                properties,
                options,
                app.deployment(),
                app.organization(),
                app.environment(),
                deployment.problems());
    }

    static Map<String, String> properties(Secrets secrets, String application, byte[] sealed) {
        Map<String, String> all = new TreeMap<>();
        Json.mapper()
                .readTree(secrets.decrypt(sealed, "application " + application))
                .properties()
                .forEach(p -> all.put(p.getKey(), p.getValue().asString("")));
        return all;
    }

    private static String status(State app, Deployment.Status deployment, long replicas) {
        if (app.desired().equals("STOPPED")) {
            return replicas == 0 ? "UNDEPLOYED" : "UNDEPLOYING";
        }
        if (app.serving() != null) {
            return "STARTED";
        }
        return deployment == Deployment.Status.FAILED ? "DEPLOY_FAILED" : "DEPLOYING";
    }

    private static int port(String listeners) {
        return Targets.main(Json.mapper().readValue(listeners, StatusReport.ListenerAddress[].class))
                .map(StatusReport.ListenerAddress::port)
                .orElse(0);
    }
}
