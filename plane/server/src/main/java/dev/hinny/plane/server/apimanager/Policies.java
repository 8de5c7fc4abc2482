package dev.hinny.plane.server.apimanager;

import dev.hinny.base.Severity;
import dev.hinny.base.Suggestion;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.apimanager.NewPolicy;
import dev.hinny.plane.contract.apimanager.Policy;
import dev.hinny.plane.contract.apimanager.PolicyPosition;
import dev.hinny.plane.contract.apimanager.PolicyTemplate;
import dev.hinny.plane.server.audit.Audit;
import dev.hinny.plane.server.exchange.Catalogue;
import dev.hinny.plane.server.rest.Fields;
import dev.hinny.plane.server.usecase.Access;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Changes;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Row;
import dev.hinny.plane.store.Secrets;
import dev.hinny.plane.store.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Policies of an API instance. */
public final class Policies {
    private final Database database;
    private final Audit audit;
    private final Secrets secrets;
    private final PolicyOffer offer;

    public Policies(Database database, Audit audit, Secrets secrets, PolicyOffer offer) {
        this.database = database;
        this.audit = audit;
        this.secrets = secrets;
        this.offer = offer;
    }

    public List<PolicyTemplate> templates(Principal who, String organization) {
        return database.read(sql -> {
            Access.require(sql, who, Permission.VIEW_ENVIRONMENTS, organization, null);
            return offer.templates();
        });
    }

    public PolicyTemplate template(Principal who, String organization, String id) {
        return templates(who, organization).stream()
                .filter(t -> t.id().equals(id) || t.assetId().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(unknown(id)));
    }

    public List<Policy> list(Principal who, Place place, long api) {
        return database.read(sql -> {
            place.require(sql, who, Permission.VIEW_APIS, api);
            return sql.list("select * from policies where api_id = ? order by position", this::policy, api);
        });
    }

    public Policy get(Principal who, Place place, long api, long id) {
        return database.read(sql -> {
            place.require(sql, who, Permission.VIEW_APIS, api);
            return load(sql, api, id);
        });
    }

    /** Applies a policy, last in the chain unless an order is given. */
    public Policy apply(Principal who, Place place, long api, NewPolicy wanted) {
        String name = name(wanted);
        JsonNode configuration = configuration(wanted.configurationData());
        return database.write(sql -> {
            place.require(sql, who, Permission.MANAGE_APIS, api);
            check(name, version(wanted.assetVersion(), name), configuration);
            lock(sql, api);
            long next = sql.number("select coalesce(max(position), 0) + 1 from policies where api_id = ?", api);
            long id = sql.number("select nextval(pg_get_serial_sequence('policies', 'id'))");
            sql.run(
                    "insert into policies(id, organization_id, environment_id, api_id, group_id, template, version,"
                            + " position, disabled, configuration, pointcut) overriding system value"
                            + " values (?,?,?,?,?,?,?,?,?,?,?::jsonb)",
                    id,
                    place.organization(),
                    place.environment(),
                    api,
                    wanted.groupId() == null ? Catalogue.POLICY_GROUP : wanted.groupId(),
                    name,
                    version(wanted.assetVersion(), name),
                    wanted.order() == null ? (int) next : wanted.order(),
                    wanted.disabled() != null && wanted.disabled(),
                    secrets.encrypt(configuration.toString(), "policy " + id),
                    Rows.text(wanted.pointcutData()));
            changed(sql, who, place, "Apply", api, id, name);
            return load(sql, api, id);
        });
    }

    /** Changes the parameters, the order or whether it is in force; absent fields stay. */
    public Policy patch(Principal who, Place place, long api, long id, NewPolicy patch) {
        JsonNode configuration = patch.configurationData() == null ? null : configuration(patch.configurationData());
        return database.write(sql -> {
            place.require(sql, who, Permission.MANAGE_APIS, api);
            lock(sql, api);
            Policy before = load(sql, api, id);
            check(
                    before.assetId(),
                    patch.assetVersion() == null ? before.assetVersion() : patch.assetVersion(),
                    configuration == null ? before.configurationData() : configuration);
            sql.run(
                    "update policies set version = ?, position = ?, disabled = ?, configuration = ?, pointcut ="
                            + " ?::jsonb, updated = now() where id = ?",
                    patch.assetVersion() == null ? before.assetVersion() : patch.assetVersion(),
                    patch.order() == null ? before.order() : patch.order(),
                    patch.disabled() == null ? before.disabled() : patch.disabled(),
                    secrets.encrypt(
                            (configuration == null ? before.configurationData() : configuration).toString(),
                            "policy " + id),
                    Rows.text(patch.pointcutData() == null ? before.pointcutData() : patch.pointcutData()),
                    id);
            changed(sql, who, place, "Edit", api, id, before.assetId());
            return load(sql, api, id);
        });
    }

    public List<Policy> order(Principal who, Place place, long api, List<PolicyPosition> positions) {
        database.run(sql -> {
            place.require(sql, who, Permission.MANAGE_APIS, api);
            lock(sql, api);
            for (PolicyPosition position : positions) {
                Policy policy = load(sql, api, position.id());
                sql.run(
                        "update policies set position = ?, updated = now() where id = ?",
                        position.order(),
                        policy.id());
                changed(sql, who, place, "Order", api, policy.id(), policy.assetId());
            }
        });
        return list(who, place, api);
    }

    public void remove(Principal who, Place place, long api, long id) {
        database.run(sql -> {
            place.require(sql, who, Permission.MANAGE_APIS, api);
            Policy policy = load(sql, api, id);
            sql.run("delete from policies where id = ?", id);
            changed(sql, who, place, "Remove", api, id, policy.assetId());
        });
    }

    private void changed(Sql sql, Principal who, Place place, String action, long api, long id, String name) {
        Changes.touch(sql, place.environment());
        audit.record(
                sql,
                who,
                Audit.of("API Manager", action, "Policy", id, name)
                        .in(place.organization(), place.environment())
                        .with(Map.of("apiId", api)));
    }

    private static void lock(Sql sql, long api) {
        sql.number("select id from api_instances where id = ? for update", api);
    }

    private String name(NewPolicy wanted) {
        String name = wanted.assetId() != null ? wanted.assetId() : wanted.policyTemplateId();
        new Fields().text("assetId", name, 128).check();
        String known = Objects.requireNonNull(name);
        if (!offer.templates().isEmpty()
                && offer.templates().stream().noneMatch(t -> t.assetId().equals(known))) {
            throw Refusal.badRequest(unknown(known));
        }
        return known;
    }

    private String unknown(String name) {
        List<String> known =
                offer.templates().stream().map(PolicyTemplate::assetId).toList();
        return "there is no policy '" + name + "'; "
                + Suggestion.didYouMean(name, known, "there are " + String.join(", ", known));
    }

    private String version(@Nullable String wanted, String name) {
        Optional<String> shipped = offer.templates().stream()
                .filter(t -> t.assetId().equals(name))
                .map(PolicyTemplate::version)
                .findFirst();
        return wanted != null ? wanted : shipped.orElse("1.0.0");
    }

    private static JsonNode configuration(@Nullable JsonNode given) {
        if (given == null || given.isNull()) {
            return Json.mapper().createObjectNode();
        }
        new Fields()
                .that(given.isObject(), "field 'configurationData' is no JSON object")
                .check();
        return given;
    }

    /** What a gateway could not apply is not stored. */
    private void check(String policy, String version, JsonNode configuration) {
        List<String> errors = offer.check().problems(policy, version, configuration.toString()).stream()
                .filter(p -> p.severity() == Severity.ERROR)
                .map(p -> p.hint().isEmpty() ? p.message() : p.message() + " (" + p.hint() + ")")
                .toList();
        if (!errors.isEmpty()) {
            throw Refusal.badRequest(
                    "the configuration of '" + policy + "' cannot be applied: " + String.join("; ", errors));
        }
    }

    private Policy load(Sql sql, long api, long id) {
        return sql.one("select * from policies where id = ? and api_id = ?", this::policy, id, api)
                .orElseThrow(() -> Refusal.notFound("API instance " + api + " has no policy " + id));
    }

    private Policy policy(Row row) throws SQLException {
        long id = row.number("id");
        return new Policy(
                id,
                row.number("api_id"),
                row.text("template"),
                row.text("group_id"),
                row.text("template"),
                row.text("version"),
                row.integer("position"),
                row.flag("disabled"),
                Json.mapper().readTree(secrets.decrypt(row.bytes("configuration"), "policy " + id)),
                Rows.json(row.textOrNull("pointcut")),
                row.text("organization_id"),
                row.text("environment_id"),
                Rows.audit(row));
    }
}
