package dev.hinny.plane.server.access;

import dev.hinny.plane.contract.access.Environment;
import dev.hinny.plane.contract.access.NewOrganization;
import dev.hinny.plane.contract.access.Organization;
import dev.hinny.plane.server.audit.Audit;
import dev.hinny.plane.server.rest.Fields;
import dev.hinny.plane.server.usecase.Access;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Sql;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The root organisation and the tree of business groups below it. */
public final class Organizations {
    private final Database database;
    private final Audit audit;
    private final Environments environments;

    public Organizations(Database database, Audit audit, Environments environments) {
        this.database = database;
        this.audit = audit;
        this.environments = environments;
    }

    public Organization get(Principal who, String id) {
        return database.read(sql -> {
            Access.require(sql, who, Permission.VIEW_ENVIRONMENTS, id, null);
            return load(sql, id);
        });
    }

    /** Creates a business group with a Design and a Sandbox environment. */
    public Organization create(Principal who, @Nullable String parentOfPath, NewOrganization wanted) {
        String parent = wanted.parentOrganizationId() == null ? parentOfPath : wanted.parentOrganizationId();
        new Fields()
                .text("name", wanted.name(), 255)
                .present("parentOrganizationId", parent)
                .check();
        String parentId = Objects.requireNonNull(parent);
        return database.write(sql -> {
            Access.require(sql, who, Permission.ORGANIZATION_ADMINISTRATOR, parentId, null);
            String id = UUID.randomUUID().toString();
            String owner = wanted.ownerId() == null ? who.id() : wanted.ownerId();
            sql.run(
                    "insert into organizations(id, name, parent_id, owner_id) values (?, ?, ?, ?)",
                    id,
                    wanted.name(),
                    parentId,
                    owner);
            environments.insert(sql, id, "Design", "design");
            environments.insert(sql, id, "Sandbox", "sandbox");
            audit.record(
                    sql,
                    who,
                    Audit.of("Access Management", "Create", "Business Group", id, wanted.name())
                            .in(parentId)
                            .with(Map.of("name", wanted.name())));
            return load(sql, id);
        });
    }

    Organization load(Sql sql, String id) {
        List<Environment> of = environments.list(sql, id);
        List<String> children =
                sql.list("select id from organizations where parent_id = ? order by name", row -> row.text("id"), id);
        List<String> parents = sql.list(
                "with recursive up as (select id, parent_id, 0 as n from organizations where id = ? union all"
                        + " select o.id, o.parent_id, n + 1 from organizations o join up on o.id = up.parent_id)"
                        + " select id from up where n > 0 order by n desc",
                row -> row.text("id"),
                id);
        return sql.one(
                        "select * from organizations where id = ?",
                        row -> {
                            String parent = row.textOrNull("parent_id");
                            return new Organization(
                                    id,
                                    row.text("name"),
                                    parent == null,
                                    parent == null,
                                    parent,
                                    row.text("owner_id"),
                                    parents,
                                    children,
                                    of,
                                    row.time("created").toString());
                        },
                        id)
                .orElseThrow(() -> Refusal.notFound("there is no organisation '" + id + "'"));
    }
}
