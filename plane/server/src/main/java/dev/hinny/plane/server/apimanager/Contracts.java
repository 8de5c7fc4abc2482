package dev.hinny.plane.server.apimanager;

import dev.hinny.plane.contract.apimanager.Contract;
import dev.hinny.plane.contract.apimanager.ContractList;
import dev.hinny.plane.contract.exchange.AccessRequest;
import dev.hinny.plane.server.audit.Audit;
import dev.hinny.plane.server.rest.Fields;
import dev.hinny.plane.server.usecase.Access;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Changes;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Row;
import dev.hinny.plane.store.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Contracts between client applications and API instances. */
public final class Contracts {
    private static final String SELECT = "select c.*, a.name as application_name, a.client_id, t.name as tier_name,"
            + " q.name as requested_name from contracts c join client_applications a on a.id = c.application_id"
            + " left join sla_tiers t on t.id = c.tier_id left join sla_tiers q on q.id = c.requested_tier_id";

    private final Database database;
    private final Audit audit;

    public Contracts(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    public ContractList list(Principal who, Place place, long api, String search, int limit, int offset) {
        return database.read(sql -> {
            place.require(sql, who, Permission.VIEW_APIS, api);
            List<Contract> page = sql.list(
                    SELECT + " where c.api_id = ? and (? = '' or a.client_id = ? or a.name ilike '%' || ? || '%')"
                            + " order by c.id limit ? offset ?",
                    Contracts::contract,
                    api,
                    search,
                    search,
                    search,
                    limit,
                    offset);
            return new ContractList(sql.number("select count(*) from contracts where api_id = ?", api), page);
        });
    }

    public Contract get(Principal who, Place place, long api, long id) {
        return database.read(sql -> {
            place.require(sql, who, Permission.VIEW_APIS, api);
            return load(sql, api, id);
        });
    }

    /** Contracts of a client application. */
    public List<Contract> ofApplication(Principal who, String organization, long application) {
        return database.read(sql -> {
            Access.require(sql, who, Permission.EXCHANGE_VIEWER, organization, null);
            return sql.list(
                    SELECT + " where c.application_id = ? and a.organization_id = ? order by c.id",
                    Contracts::contract,
                    application,
                    organization);
        });
    }

    /** Asks for access. Without tiers, and with a tier of automatic approval, it is approved at once. */
    public Contract request(Principal who, String organization, long application, AccessRequest wanted) {
        Long given = wanted.apiId() != null ? wanted.apiId() : wanted.instanceId();
        new Fields().present("apiId", given).check();
        long api = Objects.requireNonNull(given);
        return database.write(sql -> {
            Access.require(sql, who, Permission.MANAGE_CLIENT_APPLICATIONS, organization, null);
            String name = sql.one(
                            "select name from client_applications where id = ? and organization_id = ?",
                            row -> row.text("name"),
                            application,
                            organization)
                    .orElseThrow(() -> Refusal.notFound("there is no client application " + application));
            Place place = sql.one(
                            "select organization_id, environment_id from api_instances where id = ? and not deprecated",
                            row -> new Place(row.text("organization_id"), row.text("environment_id")),
                            api)
                    .orElseThrow(() -> Refusal.badRequest("there is no API instance " + api + " that takes requests"));
            Access.require(sql, who, Permission.EXCHANGE_VIEWER, place.organization(), null);
            return insert(sql, who, place, api, application, name, wanted.requestedTierId());
        });
    }

    /** Approves, rejects or revokes. */
    public Contract decide(Principal who, Place place, long api, long id, String decision) {
        String status = decision == null ? "" : decision.toUpperCase(Locale.ROOT);
        new Fields()
                .matching("status", status, "APPROVED|REJECTED|REVOKED", "'APPROVED', 'REJECTED' or 'REVOKED'")
                .check();
        return database.write(sql -> {
            place.require(sql, who, Permission.MANAGE_CONTRACTS, api);
            Contract before = load(sql, api, id);
            boolean possible = switch (status) {
                case "REVOKED" -> before.status().equals("APPROVED");
                case "REJECTED" -> before.status().equals("PENDING");
                default -> !before.status().equals("APPROVED");
            };
            if (!possible) {
                throw Refusal.conflict("contract " + id + " is " + before.status() + " and cannot become " + status);
            }
            sql.run(
                    "update contracts set status = ?, tier_id = coalesce(requested_tier_id, tier_id), updated = now()"
                            + " where id = ?",
                    status,
                    id);
            changed(sql, who, place, status, api, before);
            return load(sql, api, id);
        });
    }

    public void delete(Principal who, Place place, long api, long id) {
        database.run(sql -> {
            place.require(sql, who, Permission.MANAGE_CONTRACTS, api);
            Contract contract = load(sql, api, id);
            sql.run("delete from contracts where id = ?", id);
            changed(sql, who, place, "Delete", api, contract);
        });
    }

    private Contract insert(
            Sql sql, Principal who, Place place, long api, long application, String name, @Nullable Long tier) {
        boolean tiers = sql.number("select count(*) from sla_tiers where api_id = ?", api) > 0;
        if (tiers && tier == null) {
            throw Refusal.badRequest("field 'requestedTierId' is missing: API instance " + api + " has SLA tiers");
        }
        boolean approved = tier == null || Tiers.load(sql, api, tier).autoApprove();
        long id = sql.one(
                        "insert into contracts(organization_id, environment_id, api_id, application_id, tier_id,"
                                + " requested_tier_id, status) values (?,?,?,?,?,?,?) returning id",
                        row -> row.number("id"),
                        place.organization(),
                        place.environment(),
                        api,
                        application,
                        approved ? tier : null,
                        tier,
                        approved ? "APPROVED" : "PENDING")
                .orElseThrow();
        Contract contract = load(sql, api, id);
        changed(sql, who, place, "Create", api, contract);
        return contract;
    }

    private void changed(Sql sql, Principal who, Place place, String action, long api, Contract contract) {
        Changes.touch(sql, place.environment());
        audit.record(
                sql,
                who,
                Audit.of(
                                "API Manager",
                                action,
                                "Contract",
                                contract.id(),
                                contract.application().name())
                        .in(place.organization(), place.environment())
                        .with(Map.of(
                                "apiId", api, "clientId", contract.application().clientId())));
    }

    private static Contract load(Sql sql, long api, long id) {
        return sql.one(SELECT + " where c.id = ? and c.api_id = ?", Contracts::contract, id, api)
                .orElseThrow(() -> Refusal.notFound("API instance " + api + " has no contract " + id));
    }

    private static Contract contract(Row row) throws SQLException {
        Long tier = row.numberOrNull("tier_id");
        Long requested = row.numberOrNull("requested_tier_id");
        String clientId = row.text("client_id");
        return new Contract(
                row.number("id"),
                row.number("api_id"),
                row.text("status"),
                row.number("application_id"),
                new Contract.Application(
                        row.number("application_id"), row.text("application_name"), clientId, clientId),
                tier == null ? null : new Contract.TierName(tier, row.text("tier_name")),
                requested == null ? null : new Contract.TierName(requested, row.text("requested_name")),
                tier,
                requested,
                row.text("organization_id"),
                row.text("environment_id"),
                Rows.audit(row));
    }
}
