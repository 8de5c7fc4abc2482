package dev.hinny.plane.server.exchange;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.exchange.ClientApplication;
import dev.hinny.plane.contract.exchange.NewClientApplication;
import dev.hinny.plane.server.audit.Audit;
import dev.hinny.plane.server.rest.Fields;
import dev.hinny.plane.server.usecase.Access;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Changes;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Hashes;
import dev.hinny.plane.store.Row;
import dev.hinny.plane.store.Secrets;
import dev.hinny.plane.store.Sql;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Consumers of APIs. */
public final class ClientApplications {
    private final Database database;
    private final Audit audit;
    private final Secrets secrets;

    public ClientApplications(Database database, Audit audit, Secrets secrets) {
        this.database = database;
        this.audit = audit;
        this.secrets = secrets;
    }

    public List<ClientApplication> list(Principal who, String organization, int limit, int offset) {
        return database.read(sql -> {
            Access.require(sql, who, Permission.EXCHANGE_VIEWER, organization, null);
            return sql.list(
                    "select * from client_applications where organization_id = ? order by name limit ? offset ?",
                    row -> application(row, null),
                    organization,
                    limit,
                    offset);
        });
    }

    public ClientApplication get(Principal who, String organization, long id) {
        return database.read(sql -> {
            Access.require(sql, who, Permission.EXCHANGE_VIEWER, organization, null);
            return load(sql, organization, id, null);
        });
    }

    public ClientApplication create(Principal who, String organization, NewClientApplication wanted) {
        new Fields().text("name", wanted.name(), 255).check();
        String clientId = Hashes.hex(Hashes.random(16));
        String secret = Hashes.randomText(32);
        return database.write(sql -> {
            Access.require(sql, who, Permission.MANAGE_CLIENT_APPLICATIONS, organization, null);
            long id = sql.one(
                            "insert into client_applications(organization_id, name, description, url, redirect_uris,"
                                    + " client_id, client_secret, client_secret_hash, owner)"
                                    + " values (?,?,?,?,?::jsonb,?,?,?,?) returning id",
                            row -> row.number("id"),
                            organization,
                            wanted.name(),
                            wanted.description() == null ? "" : wanted.description(),
                            wanted.url() == null ? "" : wanted.url(),
                            Json.mapper()
                                    .writeValueAsString(
                                            wanted.redirectUri() == null ? List.of() : wanted.redirectUri()),
                            clientId,
                            secrets.encrypt(secret, "client " + clientId),
                            Hashes.saltedSecret(secret),
                            who.name())
                    .orElseThrow();
            audit.record(
                    sql,
                    who,
                    Audit.of("Exchange", "Create", "Client Application", id, wanted.name())
                            .in(organization)
                            .with(Map.of("clientId", clientId)));
            return load(sql, organization, id, secret);
        });
    }

    /** Gives a new secret; the old one stops working as soon as the gateways have the new snapshot. */
    public ClientApplication resetSecret(Principal who, String organization, long id) {
        String secret = Hashes.randomText(32);
        return database.write(sql -> {
            Access.require(sql, who, Permission.MANAGE_CLIENT_APPLICATIONS, organization, null);
            ClientApplication application = load(sql, organization, id, secret);
            sql.run(
                    "update client_applications set client_secret = ?, client_secret_hash = ?, updated = now() where"
                            + " id = ?",
                    secrets.encrypt(secret, "client " + application.clientId()),
                    Hashes.saltedSecret(secret),
                    id);
            touchContracts(sql, id);
            audit.record(
                    sql,
                    who,
                    Audit.of("Exchange", "Reset Secret", "Client Application", id, application.name())
                            .in(organization));
            return application;
        });
    }

    /** Removes the application with its contracts. */
    public void delete(Principal who, String organization, long id) {
        database.run(sql -> {
            Access.require(sql, who, Permission.MANAGE_CLIENT_APPLICATIONS, organization, null);
            ClientApplication application = load(sql, organization, id, null);
            touchContracts(sql, id);
            sql.run("delete from client_applications where id = ?", id);
            audit.record(
                    sql,
                    who,
                    Audit.of("Exchange", "Delete", "Client Application", id, application.name())
                            .in(organization));
        });
    }

    private static void touchContracts(Sql sql, long id) {
        sql.list(
                        "select distinct environment_id from contracts where application_id = ? order by 1",
                        row -> row.text("environment_id"),
                        id)
                .forEach(environment -> Changes.touch(sql, environment));
    }

    private static ClientApplication load(Sql sql, String organization, long id, @Nullable String secret) {
        return sql.one(
                        "select * from client_applications where id = ? and organization_id = ?",
                        row -> application(row, secret),
                        id,
                        organization)
                .orElseThrow(() -> Refusal.notFound("there is no client application " + id));
    }

    private static ClientApplication application(Row row, @Nullable String secret) throws SQLException {
        return new ClientApplication(
                row.number("id"),
                row.text("name"),
                row.text("description"),
                row.text("url"),
                Arrays.asList(Json.mapper().readValue(row.text("redirect_uris"), String[].class)),
                row.text("client_id"),
                secret,
                row.text("client_id"),
                row.text("owner"),
                row.time("created").toString());
    }
}
