package dev.hinny.plane.server.agents;

import dev.hinny.http.Body;
import dev.hinny.http.Headers;
import dev.hinny.http.Response;
import dev.hinny.http.TlsInfo;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.agent.AgentPaths;
import dev.hinny.plane.contract.agent.LogLine;
import dev.hinny.plane.contract.agent.StatusReport;
import dev.hinny.plane.server.exchange.Links;
import dev.hinny.plane.server.logs.LogLines;
import dev.hinny.plane.server.pki.LocalCa;
import dev.hinny.plane.server.rest.Call;
import dev.hinny.plane.server.rest.Replies;
import dev.hinny.plane.server.rest.Router;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Changes;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Sql;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** The agent address. Who calls is who the client certificate says. */
public final class AgentRoutes {
    private static final int MAX_WAIT = 60;

    private final Database database;
    private final Snapshots snapshots;
    private final LocalCa authority;
    private final Duration identityLife;

    public AgentRoutes(Database database, Snapshots snapshots, LocalCa authority, Duration identityLife) {
        this.database = database;
        this.snapshots = snapshots;
        this.authority = authority;
        this.identityLife = identityLife;
    }

    public void add(Router router) {
        router.open("GET", AgentPaths.SNAPSHOT, this::snapshot)
                .open("GET", AgentPaths.ARTIFACTS + "/{sha256}", this::artifact)
                .open("POST", AgentPaths.STATUS, this::status)
                .open("POST", AgentPaths.LOGS, this::logs)
                .open("POST", AgentPaths.IDENTITY, this::identity);
    }

    private Response snapshot(Call call) throws InterruptedException {
        int wait = call.query("wait", 0, MAX_WAIT);
        Optional<Snapshots.Built> built =
                snapshots.await(replica(call), call.query("have").orElse(""), Duration.ofSeconds(wait));
        return built.map(b -> Response.of(
                        200, Headers.of("content-type", "application/json; charset=utf-8"), Body.of(b.json())))
                .orElseGet(Replies::noContent);
    }

    /** A replica may fetch what it runs and nothing else. */
    private Response artifact(Call call) {
        String replica = replica(call);
        String sha256 = call.path("sha256");
        String name = database.read(sql -> sql.one(
                        "select d.file_name from replicas r join deployments d on d.id = r.deployment_id"
                                + " where r.id = ? and d.sha256 = ?",
                        row -> row.text("file_name"),
                        replica,
                        sha256)
                .orElseThrow(() -> Refusal.notFound("replica '" + replica + "' has no artifact '" + sha256 + "'")));
        return Links.download(database, sha256, name);
    }

    private Response status(Call call) {
        String replica = replica(call);
        StatusReport report = call.json(StatusReport.class);
        if (report.replicaId() != null && !report.replicaId().equals(replica)) {
            throw Refusal.forbidden(
                    "the certificate of '" + replica + "' cannot report for '" + report.replicaId() + "'");
        }
        if (report.state() == null) {
            throw Refusal.badRequest("field 'state' is missing");
        }
        database.run(sql -> store(sql, replica, report));
        return Replies.noContent();
    }

    private static void store(Sql sql, String replica, StatusReport report) {
        String listeners = Json.mapper().writeValueAsString(Objects.requireNonNullElse(report.listeners(), List.of()));
        String hash = Objects.requireNonNullElse(report.snapshotHash(), "");
        Optional<Boolean> same = sql.one(
                "select state = ? and snapshot_hash = ? and listeners = ?::jsonb and pid = ? and reported is not null"
                        + " as same from replicas where id = ? for update",
                row -> row.flag("same"),
                report.state(),
                hash,
                listeners,
                report.pid(),
                replica);
        if (same.isEmpty()) {
            throw Refusal.notFound("there is no replica '" + replica + "'");
        }
        sql.run(
                "update replicas set state = ?, snapshot_hash = ?, pid = ?, started_millis = ?, listeners = ?::jsonb,"
                        + " problems = ?::jsonb, apis = ?::jsonb, reported = now() where id = ?",
                report.state(),
                hash,
                report.pid(),
                report.startedMillis(),
                listeners,
                Json.mapper().writeValueAsString(Objects.requireNonNullElse(report.problems(), List.of())),
                Json.mapper().writeValueAsString(Objects.requireNonNullElse(report.apis(), List.of())),
                replica);
        if (!same.get()) {
            Changes.signal(sql, "status");
        }
    }

    private Response logs(Call call) {
        String replica = replica(call);
        List<LogLine> lines = List.of(call.json(LogLine[].class));
        database.run(sql -> LogLines.store(sql, replica, lines));
        return Replies.noContent();
    }

    private Response identity(Call call) {
        String replica = replica(call);
        long known = database.read(sql -> sql.number("select count(*) from replicas where id = ?", replica));
        if (known == 0) {
            throw Refusal.notFound("there is no replica '" + replica + "'");
        }
        return Replies.ok(authority.identity(replica, identityLife));
    }

    /** The common name of the certificate that TLS has verified. */
    private static String replica(Call call) {
        List<X509Certificate> chain =
                call.request().tls().map(TlsInfo::peerCertificates).orElse(List.of());
        if (chain.isEmpty()) {
            throw Refusal.unauthorized("the agent address asks for a client certificate");
        }
        try {
            return new LdapName(chain.getFirst().getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(rdn -> rdn.getValue().toString())
                            .findFirst()
                            .orElseThrow(() -> Refusal.unauthorized("the client certificate has no common name"));
        } catch (InvalidNameException e) {
            throw Refusal.unauthorized("the client certificate has no readable name");
        }
    }
}
