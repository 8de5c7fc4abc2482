package dev.hinny.plane.server.access;

import dev.hinny.plane.contract.access.NewUser;
import dev.hinny.plane.server.audit.Audit;
import dev.hinny.plane.server.usecase.Grant;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.store.Changes;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Hashes;
import dev.hinny.plane.store.Sql;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a platform has from its first start: the root organisation, three environments and an administrator. */
public final class Founding {
    private static final String ORGANIZATION = "Hinny";
    private static final String ADMINISTRATOR = "admin";

    private final Database database;
    private final Audit audit;
    private final Environments environments;

    /** The names and ids of what was founded. */
    public record Founded(
            String organization, String organizationId, String environment, String environmentId, String username) {}

    public Founding(Database database, Audit audit, Environments environments) {
        this.database = database;
        this.audit = audit;
        this.environments = environments;
    }

    /** Whether the platform was founded before. */
    public boolean done() {
        return database.<Long>read(sql -> sql.number("select count(*) from organizations")) > 0;
    }

    /** A password for {@link #found}. */
    public static String newPassword() {
        return Hashes.randomText(18);
    }

    /** Founds the platform; false when another controller was faster. */
    public boolean found(String password) {
        String hash = Passwords.hash(password);
        return database.write(sql -> {
            sql.run("select pg_advisory_xact_lock(4711)");
            if (sql.number("select count(*) from organizations") > 0) {
                return false;
            }
            String organization = UUID.randomUUID().toString();
            sql.run("insert into organizations(id, name) values (?, ?)", organization, ORGANIZATION);
            environments.insert(sql, organization, "Design", "design");
            environments.insert(sql, organization, "Sandbox", "sandbox");
            environments.insert(sql, organization, "Production", "production");
            NewUser user = new NewUser(ADMINISTRATOR, "", "Platform", "Administrator", "admin@localhost", null);
            String id = Users.insert(sql, organization, user, hash);
            sql.run("update organizations set owner_id = ? where id = ?", id, organization);
            Grants.give(sql, id, new Grant(Permission.ORGANIZATION_ADMINISTRATOR, organization, null));
            Principal platform = new Principal(Principal.Kind.USER, id, ADMINISTRATOR, organization, List.of());
            audit.record(
                    sql,
                    platform,
                    Audit.of("Access Management", "Create", "Organization", organization, ORGANIZATION)
                            .in(organization));
            Changes.touch(sql, Changes.EDGE);
            return true;
        });
    }

    /** What there is, for people who want to start. */
    public Founded founded() {
        return database.read(Founding::load);
    }

    private static Founded load(Sql sql) {
        String root =
                "select o.name as organization, o.id as organization_id, e.name as environment, e.id as environment_id"
                    + " from organizations o join environments e on e.organization_id = o.id where o.parent_id is null"
                    + " order by (e.name = 'Sandbox') desc, e.created limit 1";
        Optional<Founded> founded = sql.one(
                root,
                row -> new Founded(
                        row.text("organization"),
                        row.text("organization_id"),
                        row.text("environment"),
                        row.text("environment_id"),
                        ADMINISTRATOR));
        return founded.orElseThrow(() -> new IllegalStateException("the root organisation has no environment"));
    }
}
