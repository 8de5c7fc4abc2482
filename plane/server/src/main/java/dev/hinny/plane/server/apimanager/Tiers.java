package dev.hinny.plane.server.apimanager;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.apimanager.NewTier;
import dev.hinny.plane.contract.apimanager.Tier;
import dev.hinny.plane.contract.apimanager.TierList;
import dev.hinny.plane.server.audit.Audit;
import dev.hinny.plane.server.rest.Fields;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Changes;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Row;
import dev.hinny.plane.store.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** SLA tiers of an API instance. */
public final class Tiers {
    private static final String SELECT =
            "select t.*, (select count(*) from contracts c where c.tier_id = t.id) as used from sla_tiers t";

    private final Database database;
    private final Audit audit;

    public Tiers(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    public TierList list(Principal who, Place place, long api) {
        return database.read(sql -> {
            place.require(sql, who, Permission.VIEW_APIS, api);
            List<Tier> all = sql.list(SELECT + " where t.api_id = ? order by t.name", Tiers::tier, api);
            return new TierList(all.size(), all);
        });
    }

    public Tier create(Principal who, Place place, long api, NewTier wanted) {
        check(wanted);
        return database.write(sql -> {
            place.require(sql, who, Permission.MANAGE_APIS, api);
            long id = sql.one(
                            "insert into sla_tiers(organization_id, environment_id, api_id, name, description,"
                                    + " auto_approve, status, limits) values (?,?,?,?,?,?,?,?::jsonb) returning id",
                            row -> row.number("id"),
                            place.organization(),
                            place.environment(),
                            api,
                            wanted.name(),
                            wanted.description() == null ? "" : wanted.description(),
                            wanted.autoApprove() != null && wanted.autoApprove(),
                            wanted.status() == null ? "ACTIVE" : wanted.status(),
                            Json.mapper().writeValueAsString(wanted.limits()))
                    .orElseThrow();
            changed(sql, who, place, "Create", api, id, wanted.name());
            return load(sql, api, id);
        });
    }

    public Tier update(Principal who, Place place, long api, long id, NewTier wanted) {
        check(wanted);
        return database.write(sql -> {
            place.require(sql, who, Permission.MANAGE_APIS, api);
            Tier before = load(sql, api, id);
            sql.run(
                    "update sla_tiers set name = ?, description = ?, auto_approve = ?, status = ?, limits = ?::jsonb,"
                            + " updated = now() where id = ?",
                    wanted.name(),
                    wanted.description() == null ? before.description() : wanted.description(),
                    wanted.autoApprove() == null ? before.autoApprove() : wanted.autoApprove(),
                    wanted.status() == null ? before.status() : wanted.status(),
                    Json.mapper().writeValueAsString(wanted.limits()),
                    id);
            changed(sql, who, place, "Edit", api, id, wanted.name());
            return load(sql, api, id);
        });
    }

    /** A tier that contracts are of stays. */
    public void delete(Principal who, Place place, long api, long id) {
        database.run(sql -> {
            place.require(sql, who, Permission.MANAGE_APIS, api);
            Tier tier = load(sql, api, id);
            if (tier.applicationCount() > 0) {
                throw Refusal.conflict(tier.applicationCount() + " contracts are of tier '" + tier.name() + "'");
            }
            sql.run("update contracts set requested_tier_id = null where requested_tier_id = ?", id);
            sql.run("delete from sla_tiers where id = ?", id);
            changed(sql, who, place, "Delete", api, id, tier.name());
        });
    }

    private void changed(Sql sql, Principal who, Place place, String action, long api, long id, String name) {
        Changes.touch(sql, place.environment());
        audit.record(
                sql,
                who,
                Audit.of("API Manager", action, "SLA Tier", id, name)
                        .in(place.organization(), place.environment())
                        .with(Map.of("apiId", api)));
    }

    private static void check(NewTier wanted) {
        Fields fields = new Fields().text("name", wanted.name(), 255).present("limits", wanted.limits());
        if (wanted.limits() != null) {
            fields.that(!wanted.limits().isEmpty(), "field 'limits' is empty, expected at least one limit");
            wanted.limits()
                    .forEach(limit -> fields.that(
                            limit.maximumRequests() > 0 && limit.timePeriodInMilliseconds() > 0,
                            "a limit needs 'maximumRequests' and 'timePeriodInMilliseconds' above 0"));
        }
        fields.check();
    }

    static Tier load(Sql sql, long api, long id) {
        return sql.one(SELECT + " where t.id = ? and t.api_id = ?", Tiers::tier, id, api)
                .orElseThrow(() -> Refusal.notFound("API instance " + api + " has no SLA tier " + id));
    }

    private static Tier tier(Row row) throws SQLException {
        return new Tier(
                row.number("id"),
                row.number("api_id"),
                row.text("name"),
                row.text("description"),
                row.flag("auto_approve"),
                row.text("status"),
                Rows.limits(row.text("limits")),
                row.number("used"),
                Rows.audit(row));
    }
}
