package dev.hinny.plane.server.access;

import dev.hinny.plane.contract.access.Environment;
import dev.hinny.plane.contract.access.Listing;
import dev.hinny.plane.contract.access.NewEnvironment;
import dev.hinny.plane.server.audit.Audit;
import dev.hinny.plane.server.rest.Fields;
import dev.hinny.plane.server.usecase.Access;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Hashes;
import dev.hinny.plane.store.Row;
import dev.hinny.plane.store.Secrets;
import dev.hinny.plane.store.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Environments of an organisation. */
public final class Environments {
    private final Database database;
    private final Audit audit;
    private final Secrets secrets;

    public Environments(Database database, Audit audit, Secrets secrets) {
        this.database = database;
        this.audit = audit;
        this.secrets = secrets;
    }

    public Listing<Environment> list(Principal who, String organization) {
        return database.read(sql -> {
            Access.require(sql, who, Permission.VIEW_ENVIRONMENTS, organization, null);
            List<Environment> seen = list(sql, organization).stream()
                    .filter(e -> Access.allows(who, Permission.VIEW_ENVIRONMENTS, organization, e.id()))
                    .toList();
            return new Listing<>(seen, seen.size());
        });
    }

    public Environment get(Principal who, String organization, String id) {
        return database.read(sql -> {
            Access.require(sql, who, Permission.VIEW_ENVIRONMENTS, organization, id);
            return load(sql, organization, id);
        });
    }

    public Environment create(Principal who, String organization, NewEnvironment wanted) {
        new Fields()
                .text("name", wanted.name(), 150)
                .matching("type", wanted.type(), "design|sandbox|production", "'design', 'sandbox' or 'production'")
                .check();
        return database.write(sql -> {
            Access.require(sql, who, Permission.ORGANIZATION_ADMINISTRATOR, organization, null);
            String id = insert(sql, organization, wanted.name(), wanted.type());
            audit.record(
                    sql,
                    who,
                    Audit.of("Access Management", "Create", "Environment", id, wanted.name())
                            .in(organization, id)
                            .with(Map.of("name", wanted.name(), "type", wanted.type())));
            return load(sql, organization, id);
        });
    }

    /** An environment that still holds something is not deleted. */
    public void delete(Principal who, String organization, String id) {
        database.run(sql -> {
            Access.require(sql, who, Permission.ORGANIZATION_ADMINISTRATOR, organization, id);
            Environment environment = load(sql, organization, id);
            if (sql.number("select count(*) from environments where organization_id = ?", organization) == 1) {
                throw Refusal.conflict("'" + environment.name() + "' is the organisation's last environment");
            }
            sql.run("delete from grants where environment_id = ?", id);
            sql.run("delete from environments where id = ?", id);
            audit.record(
                    sql,
                    who,
                    Audit.of("Access Management", "Delete", "Environment", id, environment.name())
                            .in(organization, id));
        });
    }

    /** Stores an environment with fresh credentials for its runtimes; returns its id. */
    String insert(Sql sql, String organization, String name, String type) {
        String id = UUID.randomUUID().toString();
        sql.run(
                "insert into environments(id, organization_id, name, type, client_id, client_secret) values"
                        + " (?,?,?,?,?,?)",
                id,
                organization,
                name,
                type,
                Hashes.hex(Hashes.random(16)),
                secrets.encrypt(Hashes.randomText(32), "environment " + id));
        return id;
    }

    List<Environment> list(Sql sql, String organization) {
        return sql.list(
                "select * from environments where organization_id = ? order by created, name",
                Environments::environment,
                organization);
    }

    private static Environment load(Sql sql, String organization, String id) {
        return sql.one(
                        "select * from environments where id = ? and organization_id = ?",
                        Environments::environment,
                        id,
                        organization)
                .orElseThrow(() -> Refusal.notFound("there is no environment '" + id + "'"));
    }

    private static Environment environment(Row row) throws SQLException {
        return new Environment(
                row.text("id"),
                row.text("name"),
                row.text("organization_id"),
                row.text("type").equals("production"),
                row.text("type"),
                row.text("client_id"));
    }
}
