package dev.hinny.plane.server.audit;

import dev.hinny.plane.contract.audit.AuditQuery;
import dev.hinny.plane.server.rest.Replies;
import dev.hinny.plane.server.rest.Router;

/** REST of the audit log. */
public final class AuditRoutes {
    private AuditRoutes() {}

    public static void add(Router router, Audit audit) {
        router.post(
                "/audit/v2/organizations/{organization}/query",
                call -> Replies.ok(
                        audit.query(call.principal(), call.path("organization"), call.json(AuditQuery.class))));
    }
}
