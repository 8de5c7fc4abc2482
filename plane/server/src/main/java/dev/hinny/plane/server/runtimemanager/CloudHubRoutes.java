package dev.hinny.plane.server.runtimemanager;

import dev.hinny.http.Body;
import dev.hinny.http.Headers;
import dev.hinny.http.Response;
import dev.hinny.plane.contract.runtimemanager.Application;
import dev.hinny.plane.contract.runtimemanager.LogList;
import dev.hinny.plane.server.exchange.Links;
import dev.hinny.plane.server.rest.Call;
import dev.hinny.plane.server.rest.Multipart;
import dev.hinny.plane.server.rest.Replies;
import dev.hinny.plane.server.rest.Router;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Database;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** REST of runtime management in the form of CloudHub 1. */
public final class CloudHubRoutes {
    private static final String V1 = "/cloudhub/api/applications";
    private static final String V2 = "/cloudhub/api/v2/applications";
    private static final String ONE = V2 + "/{domain}";

    private final Applications applications;
    private final Logs logs;
    private final Database database;

    public CloudHubRoutes(Applications applications, Logs logs, Database database) {
        this.applications = applications;
        this.logs = logs;
        this.database = database;
    }

    public void add(Router router) {
        router.get(V2, this::list)
                .get(V1, this::list)
                .post(V2, this::create)
                .get(ONE, call -> Replies.ok(get(call)))
                .get(V1 + "/{domain}", call -> Replies.ok(get(call)))
                .put(ONE, this::update)
                .delete(ONE, this::delete)
                .delete(V1 + "/{domain}", this::delete)
                .post(V1 + "/{domain}/status", this::setStatus)
                .get(
                        V1 + "/{domain}/status",
                        call -> Replies.ok(Map.of("status", get(call).status())))
                .get(V1 + "/{domain}/download/{file}", this::download)
                .get(V1 + "/domains/{domain}", this::available)
                .get(
                        ONE + "/deployments",
                        call -> Replies.ok(logs.deployments(
                                call.principal(),
                                call.environment(),
                                call.path("domain"),
                                call.query("limit", 20, 200))))
                .get(
                        ONE + "/deployments/{deployment}/logs",
                        call -> Replies.ok(lines(call, call.path("deployment"), null, 100)))
                .get(
                        ONE + "/instances/{instance}/logs",
                        call -> Replies.ok(lines(call, null, call.path("instance"), 100)))
                .get(ONE + "/instances/{instance}/log-file", this::logFile)
                .get(ONE + "/logs", call -> Replies.ok(lines(call, null, null, 100)))
                .post(ONE + "/logs", this::searchLogs)
                .get("/cloudhub/api/regions", call -> Replies.ok(List.of(region())))
                .get("/cloudhub/api/mule-versions", call -> Replies.ok(muleVersions()))
                .get("/cloudhub/api/buildinfo/environment", call -> Replies.ok(Map.of("environment", "local")));
    }

    private Response list(Call call) {
        return Replies.ok(applications.list(call.principal(), call.environment()));
    }

    private Application get(Call call) {
        return applications.get(call.principal(), call.environment(), call.path("domain"));
    }

    /** Existing clients insist on 200. */
    private Response create(Call call) {
        if (!call.isMultipart()) {
            throw Refusal.badRequest("expected multipart/form-data with the parts 'file' and 'appInfoJson'");
        }
        try (Multipart body = call.multipart()) {
            return Replies.ok(applications.create(
                    call.principal(),
                    call.environment(),
                    info(body),
                    body.files().get("file")));
        }
    }

    private Response update(Call call) {
        if (!call.isMultipart()) {
            return Replies.ok(applications.update(
                    call.principal(), call.environment(), call.path("domain"), new AppInfo(call.tree()), null));
        }
        try (Multipart body = call.multipart()) {
            return Replies.ok(applications.update(
                    call.principal(),
                    call.environment(),
                    call.path("domain"),
                    info(body),
                    body.files().get("file")));
        }
    }

    private static AppInfo info(Multipart body) {
        return AppInfo.parse(body.field("appInfoJson")
                .orElseThrow(() -> Refusal.badRequest("part 'appInfoJson' is missing: a JSON object with 'domain'")));
    }

    private Response delete(Call call) {
        applications.delete(call.principal(), call.environment(), call.path("domain"));
        return Replies.noContent();
    }

    private Response setStatus(Call call) {
        JsonNode status = call.tree().path("status");
        boolean done =
                applications.setStatus(call.principal(), call.environment(), call.path("domain"), status.asString(""));
        return done ? Replies.ok(get(call)) : Response.of(304);
    }

    private Response download(Call call) {
        Map.Entry<String, String> archive =
                applications.archive(call.principal(), call.environment(), call.path("domain"));
        return Links.download(database, archive.getKey(), archive.getValue());
    }

    private Response available(Call call) {
        return Replies.ok(Map.of("available", applications.available(call.path("domain"))));
    }

    private LogList lines(Call call, @Nullable String deployment, @Nullable String instance, int limit) {
        return logs.lines(
                call.principal(),
                call.environment(),
                call.path("domain"),
                deployment,
                instance,
                call.query("after", 0, Integer.MAX_VALUE),
                call.query("limit", limit, 10_000));
    }

    private Response searchLogs(Call call) {
        JsonNode query = call.tree();
        int limit =
                Math.clamp(query.path("limitMsgLen").asInt(query.path("limit").asInt(100)), 1, 10_000);
        return Replies.ok(lines(call, null, null, limit).data());
    }

    private Response logFile(Call call) {
        StringBuilder text = new StringBuilder();
        for (LogList.Line line :
                lines(call, null, call.path("instance"), 10_000).data()) {
            LogList.Event event = line.event();
            text.append(Instant.ofEpochMilli(event.timestamp()))
                    .append(' ')
                    .append(event.priority())
                    .append(" [")
                    .append(event.threadName())
                    .append("] ")
                    .append(event.loggerName())
                    .append(" - ")
                    .append(event.message())
                    .append('\n');
            if (event.throwable() != null) {
                text.append(event.throwable()).append('\n');
            }
        }
        return Response.of(
                200,
                Headers.of("content-type", "text/plain; charset=utf-8"),
                Body.of(text.toString(), StandardCharsets.UTF_8));
    }

    private static Map<String, Object> region() {
        return Map.of("id", "local", "name", "This machine", "default", true);
    }

    private static Map<String, Object> muleVersions() {
        Map<String, Object> version = Map.of(
                "version",
                "4.9.0",
                "releaseChannel",
                "NONE",
                "javaVersion",
                "25",
                "recommended",
                true,
                "default",
                true,
                "state",
                "ACTIVE");
        return Map.of("data", List.of(version), "total", 1);
    }
}
