package dev.hinny.plane.server.access;

import dev.hinny.plane.contract.access.Listing;
import dev.hinny.plane.contract.access.NewUser;
import dev.hinny.plane.contract.access.User;
import dev.hinny.plane.server.audit.Audit;
import dev.hinny.plane.server.rest.Fields;
import dev.hinny.plane.server.usecase.Access;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Row;
import dev.hinny.plane.store.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People. */
public final class Users {
    private final Database database;
    private final Audit audit;
    private final Grants grants;

    public Users(Database database, Audit audit, Grants grants) {
        this.database = database;
        this.audit = audit;
        this.grants = grants;
    }

    /** The one who asks; a connected app is shown in the same form. */
    public User me(Principal who) {
        return database.read(sql -> switch (who.kind()) {
            case USER -> load(sql, who.id());
            case APP ->
                new User(
                        who.id(),
                        who.name(),
                        who.name(),
                        "",
                        "",
                        who.organizationId(),
                        true,
                        "1970-01-01T00:00:00Z",
                        Map.of(),
                        memberships(sql, who.organizationId()));
        });
    }

    public Listing<User> list(Principal who, String organization) {
        return database.read(sql -> {
            Access.require(sql, who, Permission.ORGANIZATION_ADMINISTRATOR, organization, null);
            List<User> all = sql.list(
                    "select * from users where organization_id = ? order by username",
                    row -> user(row, List.of()),
                    organization);
            return new Listing<>(all, all.size());
        });
    }

    public User create(Principal who, String organization, NewUser wanted) {
        new Fields()
                .text("username", wanted.username(), 100)
                .text("firstName", wanted.firstName(), 100)
                .text("lastName", wanted.lastName(), 100)
                .matching("email", wanted.email(), "[^@\\s]+@[^@\\s]+", "an email address")
                .that(
                        wanted.password() != null && wanted.password().length() >= 8,
                        "field 'password' is shorter than 8 characters")
                .check();
        String hash = Passwords.hash(wanted.password());
        return database.write(sql -> {
            Access.require(sql, who, Permission.ORGANIZATION_ADMINISTRATOR, organization, null);
            String id = insert(sql, organization, wanted, hash);
            grants.set(sql, who, id, wanted.permissions() == null ? List.of() : wanted.permissions());
            audit.record(
                    sql,
                    who,
                    Audit.of("Access Management", "Create", "User", id, wanted.username())
                            .in(organization));
            return load(sql, id);
        });
    }

    static String insert(Sql sql, String organization, NewUser user, String hash) {
        String id = UUID.randomUUID().toString();
        sql.run(
                "insert into users(id, organization_id, username, first_name, last_name, email, password_hash)"
                        + " values (?,?,?,?,?,?,?)",
                id,
                organization,
                user.username(),
                user.firstName(),
                user.lastName(),
                user.email(),
                hash);
        return id;
    }

    private static User load(Sql sql, String id) {
        String organization = sql.one(
                        "select organization_id from users where id = ?", row -> row.text("organization_id"), id)
                .orElseThrow(() -> Refusal.notFound("there is no user '" + id + "'"));
        List<User.Membership> memberships = memberships(sql, organization);
        return sql.one("select * from users where id = ?", row -> user(row, memberships), id)
                .orElseThrow();
    }

    /** A member of an organisation is one of the groups below it; existing clients look for the one root among them. */
    private static List<User.Membership> memberships(Sql sql, String organization) {
        List<String> below = sql.list(
                "with recursive down as (select id from organizations where id = ? union all"
                        + " select o.id from organizations o join down on o.parent_id = down.id) select id from down",
                row -> row.text("id"),
                organization);
        return sql.list(
                "select id, name, parent_id from organizations where id = any(?) order by parent_id nulls first, name",
                row -> {
                    boolean first = row.text("id").equals(organization);
                    List<String> rest = first ? below.subList(1, below.size()) : List.of();
                    return new User.Membership(row.text("id"), row.text("name"), first, first, rest);
                },
                below);
    }

    private static User user(Row row, List<User.Membership> memberships) throws SQLException {
        return new User(
                row.text("id"),
                row.text("username"),
                row.text("first_name"),
                row.text("last_name"),
                row.text("email"),
                row.text("organization_id"),
                row.flag("enabled"),
                row.time("created").toString(),
                Map.of(),
                memberships);
    }
}
