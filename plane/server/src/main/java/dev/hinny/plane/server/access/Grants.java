package dev.hinny.plane.server.access;

import dev.hinny.plane.contract.access.Scope;
import dev.hinny.plane.server.usecase.Access;
import dev.hinny.plane.server.usecase.Grant;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Sql;
import java.util.ArrayList;
import java.util.List;

/** Gives permissions to users and connected apps. */
public final class Grants {
    /** Replaces all permissions of a holder; nobody can give what he may not administer. */
    void set(Sql sql, Principal who, String holder, List<Scope> scopes) {
        sql.run("delete from grants where holder_id = ?", holder);
        for (Scope scope : scopes) {
            if (scope.scope() == null
                    || scope.scope().equals("profile")
                    || scope.scope().equals("full")) {
                continue;
            }
            Permission permission = Permission.of(scope.scope())
                    .orElseThrow(() -> Refusal.badRequest(
                            "scope '" + scope.scope() + "' is unknown, expected one of " + String.join(", ", known())));
            Scope.Context context = scope.context();
            String organization = context == null ? who.organizationId() : context.org();
            String environment = context == null ? null : context.envId();
            Access.require(sql, who, Permission.ORGANIZATION_ADMINISTRATOR, organization, environment);
            give(sql, holder, new Grant(permission, organization, environment));
        }
    }

    static void give(Sql sql, String holder, Grant grant) {
        sql.run(
                "insert into grants(holder_id, permission, organization_id, environment_id) values (?,?,?,?)"
                        + " on conflict do nothing",
                holder,
                grant.permission(),
                grant.organizationId(),
                grant.environmentId());
    }

    List<Scope> of(Sql sql, String holder) {
        return sql.list(
                "select * from grants where holder_id = ? order by permission, environment_id",
                row -> new Scope(
                        Permission.valueOf(row.text("permission")).scope(),
                        new Scope.Context(row.text("organization_id"), row.textOrNull("environment_id"))),
                holder);
    }

    private static List<String> known() {
        List<String> names = new ArrayList<>();
        for (Permission permission : Permission.values()) {
            names.add("'" + permission.scope() + "'");
        }
        return names;
    }
}
