package dev.hinny.plane.server.usecase;

import dev.hinny.plane.store.Sql;
import org.jspecify.annotations.Nullable;

/** The one permission check: every use case starts with it. */
public final class Access {
    private Access() {}

    /**
     * Does nothing when the principal holds the permission in the organisation, and in the environment where one is given.
     *
     * @throws Refusal 403 without the permission, 404 when the organisation has no such environment
     */
    public static void require(
            Sql sql, Principal principal, Permission permission, String organization, @Nullable String environment) {
        boolean allowed =
                principal.grants().stream().anyMatch(grant -> grant.covers(permission, organization, environment));
        if (!allowed) {
            String where = environment == null ? "" : ", environment '" + environment + "'";
            throw Refusal.forbidden("'" + principal.name() + "' lacks the permission '" + permission.scope()
                    + "' in organisation '" + organization + "'" + where);
        }
        if (environment != null) {
            long found = sql.number(
                    "select count(*) from environments where id = ? and organization_id = ?",
                    environment,
                    organization);
            if (found == 0) {
                throw Refusal.notFound("organisation '" + organization + "' has no environment '" + environment + "'");
            }
        }
    }

    /** Whether {@link #require} would let it pass, for lists that leave out what may not be seen. */
    public static boolean allows(
            Principal principal, Permission permission, String organization, @Nullable String environment) {
        return principal.grants().stream().anyMatch(grant -> grant.covers(permission, organization, environment));
    }

    /** The organisation of an environment that a client names alone. */
    public static String organizationOf(Sql sql, String environment) {
        return sql.one(
                        "select organization_id from environments where id = ?",
                        row -> row.text("organization_id"),
                        environment)
                .orElseThrow(() -> Refusal.notFound("there is no environment '" + environment + "'"));
    }
}
