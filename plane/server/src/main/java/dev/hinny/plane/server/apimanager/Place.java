package dev.hinny.plane.server.apimanager;

import dev.hinny.plane.server.usecase.Access;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Sql;

/** Organisation and environment that a request is about. */
public record Place(String organization, String environment) {
    void require(Sql sql, Principal who, Permission permission) {
        Access.require(sql, who, permission, organization, environment);
    }

    /** The permission, and an API instance that really is in this environment. */
    void require(Sql sql, Principal who, Permission permission, long api) {
        require(sql, who, permission);
        long found =
                sql.number("select count(*) from api_instances where id = ? and environment_id = ?", api, environment);
        if (found == 0) {
            throw Refusal.notFound("the environment has no API instance " + api);
        }
    }
}
