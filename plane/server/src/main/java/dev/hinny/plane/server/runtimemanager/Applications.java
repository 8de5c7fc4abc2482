package dev.hinny.plane.server.runtimemanager;

import dev.hinny.base.Problem;
import dev.hinny.base.Severity;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.runtimemanager.Application;
import dev.hinny.plane.server.audit.Audit;
import dev.hinny.plane.server.exchange.Archives;
import dev.hinny.plane.server.rest.Fields;
import dev.hinny.plane.server.rest.Multipart;
import dev.hinny.plane.server.usecase.Access;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Blobs;
import dev.hinny.plane.store.Changes;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Secrets;
import dev.hinny.plane.store.Sql;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people and programs ask of applications: it is written down here, and the planner carries it out. */
public final class Applications {
    /** What a value is replaced by where it must not be shown; sent back it means the value of before. */
    static final String HIDDEN = "******";

    private static final String NAME = "[a-z0-9]([a-z0-9-]{0,40}[a-z0-9])?";
    private static final String ARTIFACT = "META-INF/mule-artifact/mule-artifact.json";

    private final Database database;
    private final Audit audit;
    private final Secrets secrets;
    private final ApplicationCheck check;
    private final ApplicationView view;

    /** An application's row. */
    private record Known(String id, String organization, String desired, String deployment) {}

    public Applications(Database database, Audit audit, Secrets secrets, ApplicationCheck check, ApplicationView view) {
        this.database = database;
        this.audit = audit;
        this.secrets = secrets;
        this.check = check;
        this.view = view;
    }

    /** Creates an application and deploys it. */
    public Application create(Principal who, String environment, AppInfo info, Multipart.@Nullable Upload file) {
        String domain = info.domain().toLowerCase(Locale.ROOT);
        new Fields()
                .matching("domain", domain, NAME, "at most 42 lower-case letters, digits and hyphens")
                .present("file", file)
                .check();
        require(who, Permission.CREATE_APPLICATIONS, environment);
        Multipart.Upload archive = Objects.requireNonNull(file);
        ObjectNode options = info.options(Json.mapper().createObjectNode());
        inspect(archive, options);
        String id = UUID.randomUUID().toString();
        database.run(sql -> {
            String organization = Access.organizationOf(sql, environment);
            Access.require(sql, who, Permission.CREATE_APPLICATIONS, organization, environment);
            String deployment = UUID.randomUUID().toString();
            sql.run(
                    "insert into applications(id, domain, organization_id, environment_id, desired, deployment_id)"
                            + " values (?,?,?,?,'STARTED',?)",
                    id,
                    domain,
                    organization,
                    environment,
                    deployment);
            sql.run(
                    "insert into deployments(id, application_id, organization_id, environment_id, sha256, file_name,"
                            + " mule_version, region, workers, vcores, properties, options, status, created_by)"
                            + " values (?,?,?,?,?,?,?,?,?,?,?,?::jsonb,'DEPLOYING',?)",
                    deployment,
                    id,
                    organization,
                    environment,
                    Blobs.put(sql, archive.path()),
                    archive.fileName(),
                    info.muleVersion().orElse("4.9.0"),
                    info.region().orElse("local"),
                    info.workers().orElse(1),
                    info.vcores().orElse(0.2),
                    seal(id, info.properties().orElse(Map.of())),
                    options.toString(),
                    who.id());
            // The load balancer answers 503 for the name from now on, not 404.
            Changes.touch(sql, Changes.EDGE);
            changed(sql, who, organization, environment, "Create", id, domain, deployment);
        });
        return get(who, environment, domain);
    }

    /** Deploys a new version, or the same one with other settings; the version before serves until the new one runs. */
    public Application update(
            Principal who, String environment, String domain, AppInfo info, Multipart.@Nullable Upload file) {
        require(who, Permission.CREATE_APPLICATIONS, environment);
        ObjectNode inspected = Json.mapper().createObjectNode();
        if (file != null) {
            inspect(file, inspected);
        }
        database.run(sql -> {
            Known app = known(sql, who, Permission.CREATE_APPLICATIONS, environment, domain);
            Deployment before = deployment(sql, app.deployment());
            ObjectNode options = info.options(before.options());
            inspected.properties().forEach(p -> options.set(p.getKey(), p.getValue()));
            String sha256 = file == null ? before.sha256() : Blobs.put(sql, file.path());
            String deployment = UUID.randomUUID().toString();
            supersede(sql, app);
            sql.run(
                    "insert into deployments(id, application_id, organization_id, environment_id, sha256, file_name,"
                            + " mule_version, region, workers, vcores, properties, options, status, created_by)"
                            + " values (?,?,?,?,?,?,?,?,?,?,?,?::jsonb,'DEPLOYING',?)",
                    deployment,
                    app.id(),
                    app.organization(),
                    environment,
                    sha256,
                    file == null ? before.fileName() : file.fileName(),
                    info.muleVersion().orElse(before.muleVersion()),
                    info.region().orElse(before.region()),
                    info.workers().orElse(before.workers()),
                    info.vcores().orElse(before.vcores()),
                    info.properties()
                            .map(p -> seal(app.id(), unhide(p, open(app.id(), before.properties()))))
                            .orElse(before.properties()),
                    options.toString(),
                    who.id());
            deploy(sql, app, deployment);
            changed(sql, who, app.organization(), environment, "Update", app.id(), domain, deployment);
        });
        return get(who, environment, domain);
    }

    /** Starts, stops or restarts. Says whether there was anything to do. */
    public boolean setStatus(Principal who, String environment, String domain, String wanted) {
        String status = wanted.toLowerCase(Locale.ROOT);
        new Fields()
                .matching("status", status, "start|stop|restart", "'start', 'stop' or 'restart'")
                .check();
        return database.write(sql -> {
            Known app = known(sql, who, Permission.CREATE_APPLICATIONS, environment, domain);
            boolean started = app.desired().equals("STARTED");
            boolean failed = deployment(sql, app.deployment()).status() == Deployment.Status.FAILED;
            if (status.equals("stop") ? !started : status.equals("start") && started && !failed) {
                return false;
            }
            String deployment = app.deployment();
            if (status.equals("stop")) {
                supersede(sql, app);
                sql.run(
                        "update applications set desired = 'STOPPED', serving_deployment_id = null, update_status ="
                                + " null, updated = now() where id = ?",
                        app.id());
            } else {
                supersede(sql, app);
                deployment = UUID.randomUUID().toString();
                sql.run(
                        "insert into deployments(id, application_id, organization_id, environment_id, sha256,"
                            + " file_name, mule_version, region, workers, vcores, properties, options, status,"
                            + " created_by) select ?, application_id, organization_id, environment_id, sha256,"
                            + " file_name, mule_version, region, workers, vcores, properties, options, 'DEPLOYING', ?"
                            + " from deployments where id = ?",
                        deployment,
                        who.id(),
                        app.deployment());
                deploy(sql, app, deployment);
            }
            String action = status.substring(0, 1).toUpperCase(Locale.ROOT) + status.substring(1);
            changed(sql, who, app.organization(), environment, action, app.id(), domain, deployment);
            return true;
        });
    }

    /** Removes an application; its name is free at once, its replicas finish what they have. */
    public void delete(Principal who, String environment, String domain) {
        database.run(sql -> {
            Known app = known(sql, who, Permission.DELETE_APPLICATIONS, environment, domain);
            supersede(sql, app);
            sql.run("update applications set desired = 'DELETED', updated = now() where id = ?", app.id());
            sql.run("delete from mapping_rules where domain = ?", domain);
            Changes.touch(sql, Changes.EDGE);
            changed(sql, who, app.organization(), environment, "Delete", app.id(), domain, app.deployment());
        });
    }

    public Application get(Principal who, String environment, String domain) {
        return database.read(sql -> {
            Known app = known(sql, who, Permission.READ_APPLICATIONS, environment, domain);
            return view.load(sql, app.id());
        });
    }

    public List<Application> list(Principal who, String environment) {
        return database.read(sql -> {
            Access.require(
                    sql, who, Permission.READ_APPLICATIONS, Access.organizationOf(sql, environment), environment);
            return sql
                    .list(
                            "select id from applications where environment_id = ? and desired <> 'DELETED' order by"
                                    + " domain",
                            row -> row.text("id"),
                            environment)
                    .stream()
                    .map(id -> view.load(sql, id))
                    .toList();
        });
    }

    /** Whether a name is still free on the platform. */
    public boolean available(String domain) {
        return domain.matches(NAME)
                && database.<Long>read(sql -> sql.number(
                                "select count(*) from applications where domain = ? and desired <> 'DELETED'", domain))
                        == 0;
    }

    /** The archive of the last deployment: its content's hash and its name. */
    public Map.Entry<String, String> archive(Principal who, String environment, String domain) {
        return database.read(sql -> {
            Known app = known(sql, who, Permission.READ_APPLICATIONS, environment, domain);
            Deployment deployment = deployment(sql, app.deployment());
            return Map.entry(deployment.sha256(), deployment.fileName());
        });
    }

    /** The id of an application that the principal may read. */
    String id(Sql sql, Principal who, String environment, String domain) {
        return known(sql, who, Permission.READ_APPLICATIONS, environment, domain)
                .id();
    }

    private void require(Principal who, Permission permission, String environment) {
        database.run(sql -> Access.require(sql, who, permission, Access.organizationOf(sql, environment), environment));
    }

    private static Known known(Sql sql, Principal who, Permission permission, String environment, String domain) {
        String organization = Access.organizationOf(sql, environment);
        Access.require(sql, who, permission, organization, environment);
        return sql.one(
                        "select * from applications where domain = ? and environment_id = ? and desired <> 'DELETED'"
                                + (permission == Permission.READ_APPLICATIONS ? "" : " for update"),
                        row -> new Known(row.text("id"), organization, row.text("desired"), row.text("deployment_id")),
                        domain,
                        environment)
                .orElseThrow(() -> Refusal.notFound("the environment has no application '" + domain + "'"));
    }

    private static Deployment deployment(Sql sql, String id) {
        return sql.one("select * from deployments where id = ?", Deployment::of, id)
                .orElseThrow();
    }

    private static void supersede(Sql sql, Known app) {
        sql.run(
                "update deployments set status = 'SUPERSEDED', ended = now() where id = ? and status = 'DEPLOYING'",
                app.deployment());
    }

    private static void deploy(Sql sql, Known app, String deployment) {
        sql.run(
                "update applications set desired = 'STARTED', deployment_id = ?, update_status = case when"
                        + " serving_deployment_id is null then null else 'DEPLOYING' end, updated = now() where id = ?",
                deployment,
                app.id());
    }

    private void changed(
            Sql sql,
            Principal who,
            String organization,
            String environment,
            String action,
            String id,
            String domain,
            String deployment) {
        Changes.signal(sql, "application");
        audit.record(
                sql,
                who,
                Audit.of("Runtime Manager", action, "Application", id, domain)
                        .in(organization, environment)
                        .with(Map.of("deploymentId", deployment)));
    }

    /** Refuses a broken archive; notes which properties are secret. */
    private void inspect(Multipart.Upload archive, ObjectNode options) {
        Archives.check(archive.path(), archive.fileName());
        List<Problem> problems = check.check(archive.path());
        List<String> errors = problems.stream()
                .filter(p -> p.severity() == Severity.ERROR)
                .map(p -> p.line().replace(archive.path().toString(), archive.fileName()))
                .toList();
        if (!errors.isEmpty()) {
            throw new Refusal(
                    400,
                    "the application '" + archive.fileName() + "' has "
                            + (errors.size() == 1 ? "an error: " : errors.size() + " errors: ")
                            + errors.getFirst(),
                    errors);
        }
        options.set("secureProperties", secureProperties(archive.path()));
    }

    private static JsonNode secureProperties(Path archive) {
        Optional<byte[]> descriptor = Archives.read(archive, ARTIFACT);
        JsonNode none = Json.mapper().createArrayNode();
        try {
            JsonNode secure = descriptor
                    .map(bytes -> Json.mapper().readTree(bytes).path("secureProperties"))
                    .orElse(none);
            return secure.isArray() ? secure : none;
        } catch (JacksonException e) {
            throw Refusal.badRequest("'" + ARTIFACT + "' of the archive is no JSON: " + e.getOriginalMessage());
        }
    }

    private byte[] seal(String application, Map<String, String> properties) {
        return secrets.encrypt(Json.mapper().writeValueAsString(properties), "application " + application);
    }

    private Map<String, String> open(String application, byte[] sealed) {
        return ApplicationView.properties(secrets, application, sealed);
    }

    private static Map<String, String> unhide(Map<String, String> wanted, Map<String, String> before) {
        wanted.replaceAll((name, value) -> value.equals(HIDDEN) ? before.getOrDefault(name, value) : value);
        return wanted;
    }
}
