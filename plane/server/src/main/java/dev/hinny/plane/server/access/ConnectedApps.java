package dev.hinny.plane.server.access;

import dev.hinny.plane.contract.access.ConnectedApp;
import dev.hinny.plane.contract.access.Listing;
import dev.hinny.plane.contract.access.NewConnectedApp;
import dev.hinny.plane.contract.access.Scope;
import dev.hinny.plane.server.audit.Audit;
import dev.hinny.plane.server.rest.Fields;
import dev.hinny.plane.server.usecase.Access;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Hashes;
import dev.hinny.plane.store.Sql;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Programs that act on their own behalf with client credentials. */
public final class ConnectedApps {
    private final Database database;
    private final Audit audit;
    private final Grants grants;

    public ConnectedApps(Database database, Audit audit, Grants grants) {
        this.database = database;
        this.audit = audit;
        this.grants = grants;
    }

    public Listing<ConnectedApp> list(Principal who, String organization) {
        return database.read(sql -> {
            Access.require(sql, who, Permission.ORGANIZATION_ADMINISTRATOR, organization, null);
            List<ConnectedApp> all = sql
                    .list(
                            "select client_id from connected_apps where organization_id = ? order by name",
                            row -> row.text("client_id"),
                            organization)
                    .stream()
                    .map(id -> load(sql, organization, id, null))
                    .toList();
            return new Listing<>(all, all.size());
        });
    }

    public ConnectedApp get(Principal who, String organization, String clientId) {
        return database.read(sql -> {
            Access.require(sql, who, Permission.ORGANIZATION_ADMINISTRATOR, organization, null);
            return load(sql, organization, clientId, null);
        });
    }

    /** The answer is the only place that shows the secret. */
    public ConnectedApp create(Principal who, String organization, NewConnectedApp wanted) {
        List<String> grantTypes = wanted.grantTypes() == null ? List.of("client_credentials") : wanted.grantTypes();
        new Fields()
                .text("client_name", wanted.clientName(), 255)
                .that(
                        grantTypes.equals(List.of("client_credentials")),
                        "field 'grant_types' is " + grantTypes + ", expected ['client_credentials']")
                .check();
        String clientId = Hashes.hex(Hashes.random(16));
        String secret = Hashes.randomText(32);
        return database.write(sql -> {
            Access.require(sql, who, Permission.ORGANIZATION_ADMINISTRATOR, organization, null);
            sql.run(
                    "insert into connected_apps(client_id, organization_id, name, secret_hash, grant_types)"
                            + " values (?,?,?,?,?)",
                    clientId,
                    organization,
                    wanted.clientName(),
                    Hashes.saltedSecret(secret),
                    grantTypes);
            grants.set(sql, who, clientId, wanted.scopes() == null ? List.of() : wanted.scopes());
            audit.record(
                    sql,
                    who,
                    Audit.of("Access Management", "Create", "Connected App", clientId, wanted.clientName())
                            .in(organization));
            return load(sql, organization, clientId, secret);
        });
    }

    public void setScopes(Principal who, String organization, String clientId, List<Scope> scopes) {
        database.run(sql -> {
            Access.require(sql, who, Permission.ORGANIZATION_ADMINISTRATOR, organization, null);
            ConnectedApp app = load(sql, organization, clientId, null);
            grants.set(sql, who, clientId, scopes);
            audit.record(
                    sql,
                    who,
                    Audit.of("Access Management", "Edit", "Connected App", clientId, app.clientName())
                            .in(organization)
                            .with(Map.of("scopes", scopes)));
        });
    }

    public void delete(Principal who, String organization, String clientId) {
        database.run(sql -> {
            Access.require(sql, who, Permission.ORGANIZATION_ADMINISTRATOR, organization, null);
            ConnectedApp app = load(sql, organization, clientId, null);
            sql.run("delete from grants where holder_id = ?", clientId);
            sql.run("delete from tokens where principal_id = ?", clientId);
            sql.run("delete from connected_apps where client_id = ?", clientId);
            audit.record(
                    sql,
                    who,
                    Audit.of("Access Management", "Delete", "Connected App", clientId, app.clientName())
                            .in(organization));
        });
    }

    private ConnectedApp load(Sql sql, String organization, String clientId, @Nullable String secret) {
        List<Scope> scopes = grants.of(sql, clientId);
        return sql.one(
                        "select * from connected_apps where client_id = ? and organization_id = ?",
                        row -> new ConnectedApp(
                                clientId,
                                secret,
                                row.text("name"),
                                organization,
                                List.of("client_credentials"),
                                row.flag("enabled"),
                                scopes,
                                row.time("created").toString()),
                        clientId,
                        organization)
                .orElseThrow(() -> Refusal.notFound("there is no connected app '" + clientId + "'"));
    }
}
