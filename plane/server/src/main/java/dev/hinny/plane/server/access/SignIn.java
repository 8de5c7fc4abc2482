package dev.hinny.plane.server.access;

import dev.hinny.http.Request;
import dev.hinny.plane.contract.access.AccessToken;
import dev.hinny.plane.server.audit.Audit;
import dev.hinny.plane.server.rest.Router;
import dev.hinny.plane.server.usecase.Grant;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Hashes;
import dev.hinny.plane.store.Row;
import dev.hinny.plane.store.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Gives out bearer tokens and recognises them. Only their hashes are stored, so they outlive a controller. */
public final class SignIn implements Router.Authentication {
    private static final Duration LIFE = Duration.ofHours(12);

    private final Database database;
    private final Audit audit;

    private record Stored(String id, String name, String organization, String hash) {
        static Stored of(Row row) throws SQLException {
            return new Stored(row.text("id"), row.text("name"), row.text("organization_id"), row.text("hash"));
        }
    }

    public SignIn(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Signs a person in. */
    public AccessToken user(String username, String password) {
        Optional<Stored> user = database.read(sql -> sql.one(
                "select id, username as name, organization_id, password_hash as hash from users"
                        + " where username = ? and enabled",
                Stored::of,
                username));
        if (user.isEmpty()) {
            Passwords.waste(password);
        }
        return token(
                Principal.Kind.USER,
                user.filter(u -> Passwords.matches(password, u.hash()))
                        .orElseThrow(() -> Refusal.unauthorized("user name or password is wrong")));
    }

    /** Signs a connected app in. */
    public AccessToken app(String clientId, String clientSecret) {
        Optional<Stored> app = database.read(sql -> sql.one(
                "select client_id as id, name, organization_id, secret_hash as hash from connected_apps"
                        + " where client_id = ? and enabled",
                Stored::of,
                clientId));
        return token(
                Principal.Kind.APP,
                app.filter(a -> secretMatches(clientSecret, a.hash()))
                        .orElseThrow(() -> Refusal.unauthorized("client id or client secret is wrong")));
    }

    private AccessToken token(Principal.Kind kind, Stored who) {
        String token = Hashes.randomText(32);
        database.run(sql -> {
            sql.run("delete from tokens where expires < now()");
            sql.run(
                    "insert into tokens(hash, principal_kind, principal_id, expires) values (?, ?, ?, ?)",
                    Hashes.sha256Hex(token),
                    kind,
                    who.id(),
                    Instant.now().plus(LIFE));
            Principal principal = new Principal(kind, who.id(), who.name(), who.organization(), List.of());
            audit.record(
                    sql,
                    principal,
                    Audit.of("Access Management", "Login", kind.name(), who.id(), who.name())
                            .in(who.organization()));
        });
        return new AccessToken(token, "bearer", LIFE.toSeconds(), "/home/");
    }

    @Override
    public Principal principal(Request request) {
        String header = request.headers().first("authorization", "");
        if (header.length() < 8 || !header.regionMatches(true, 0, "bearer ", 0, 7)) {
            throw Refusal.unauthorized(
                    "header 'Authorization: Bearer TOKEN' is missing; POST /accounts/login gives a token");
        }
        return principal(header.substring(7).trim());
    }

    /** Whose token it is. */
    public Principal principal(String token) {
        return database.read(sql -> sql.one(
                                "select t.principal_kind, t.principal_id, coalesce(u.username, a.name) as name,"
                                    + " coalesce(u.organization_id, a.organization_id) as organization_id from tokens"
                                    + " t left join users u on t.principal_kind = 'USER' and u.id = t.principal_id and"
                                    + " u.enabled left join connected_apps a on t.principal_kind = 'APP' and"
                                    + " a.client_id = t.principal_id and a.enabled where t.hash = ? and t.expires >"
                                    + " now() and (u.id is not null or a.client_id is not null)",
                                row -> new Principal(
                                        Principal.Kind.valueOf(row.text("principal_kind")),
                                        row.text("principal_id"),
                                        row.text("name"),
                                        row.text("organization_id"),
                                        List.of()),
                                Hashes.sha256Hex(token))
                        .map(p -> new Principal(p.kind(), p.id(), p.name(), p.organizationId(), grants(sql, p.id()))))
                .orElseThrow(() -> Refusal.unauthorized("the access token is unknown or has expired; sign in again"));
    }

    /** A grant on a business group holds in all groups below it. */
    private static List<Grant> grants(Sql sql, String id) {
        return sql.list(
                "with recursive held as (select permission, organization_id, environment_id from grants where"
                    + " holder_id = ? or holder_id in (select team_id from team_members where user_id = ?)), all_held"
                    + " as (select * from held union select h.permission, o.id, h.environment_id from all_held h join"
                    + " organizations o on o.parent_id = h.organization_id where h.environment_id is null) select *"
                    + " from all_held",
                row -> new Grant(
                        Permission.valueOf(row.text("permission")),
                        row.text("organization_id"),
                        row.textOrNull("environment_id")),
                id,
                id);
    }

    /** Compares with {@code sha256:1:salt:hash}: enough for a secret of 256 random bits. */
    private static boolean secretMatches(String secret, String stored) {
        String[] parts = stored.split(":");
        MessageDigest digest = Hashes.sha256();
        digest.update(Base64.getDecoder().decode(parts[2]));
        byte[] hash = digest.digest(secret.getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts[3]));
    }
}
