package dev.hinny.plane.server.audit;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.access.Listing;
import dev.hinny.plane.contract.audit.AuditEntry;
import dev.hinny.plane.contract.audit.AuditQuery;
import dev.hinny.plane.server.usecase.Access;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Row;
import dev.hinny.plane.store.Sql;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes and finds audit entries. */
public final class Audit {
    private final Database database;

    /** A change, as it is recorded. The payload never holds a secret. */
    public record Change(
            String product,
            String action,
            String objectType,
            String objectId,
            String objectName,
            String organizationId,
            @Nullable String environmentId,
            Map<String, ?> payload) {
        public Change in(String organization) {
            return new Change(product, action, objectType, objectId, objectName, organization, environmentId, payload);
        }

        public Change in(String organization, @Nullable String environment) {
            return new Change(product, action, objectType, objectId, objectName, organization, environment, payload);
        }

        public Change with(Map<String, ?> details) {
            return new Change(
                    product, action, objectType, objectId, objectName, organizationId, environmentId, details);
        }
    }

    public Audit(Database database) {
        this.database = database;
    }

    public static Change of(String product, String action, String type, Object id, String name) {
        return new Change(product, action, type, id.toString(), name, "", null, Map.of());
    }

    /** In the transaction of the change. */
    public void record(Sql sql, Principal who, Change change) {
        sql.run(
                "insert into audit(organization_id, environment_id, user_id, user_name, connected_app, product, action,"
                        + " object_type, object_id, object_name, payload) values (?,?,?,?,?,?,?,?,?,?,?::jsonb)",
                change.organizationId(),
                change.environmentId(),
                who.id(),
                who.name(),
                who.kind() == Principal.Kind.APP,
                change.product(),
                change.action(),
                change.objectType(),
                change.objectId(),
                change.objectName(),
                Json.mapper().writeValueAsString(change.payload()));
    }

    /** Entries of an organisation, newest first unless asked otherwise. */
    public Listing<AuditEntry> query(Principal who, String organization, AuditQuery query) {
        StringBuilder where = new StringBuilder(" from audit where organization_id = ?");
        List<Object> arguments = new ArrayList<>(List.of(organization));
        between(where, arguments, " and at >= ?", query.startDate());
        between(where, arguments, " and at <= ?", query.endDate());
        in(where, arguments, "product", query.platforms());
        in(where, arguments, "object_type", query.objectTypes());
        in(where, arguments, "object_id", query.objectIds());
        in(where, arguments, "action", query.actions());
        in(where, arguments, "environment_id", query.environmentIds());
        in(where, arguments, "user_id", query.userIds());
        int limit = query.limit() == null ? 25 : Math.clamp(query.limit(), 1, 500);
        int offset = query.offset() == null ? 0 : Math.max(0, query.offset());
        return database.read(sql -> {
            Access.require(sql, who, Permission.AUDIT_LOG_VIEWER, organization, null);
            long total = sql.number("select count(*)" + where, arguments.toArray());
            String order = query.ascending() ? " order by at, id" : " order by at desc, id desc";
            List<AuditEntry> page = sql.list(
                    "select *" + where + order + " limit " + limit + " offset " + offset,
                    Audit::entry,
                    arguments.toArray());
            return new Listing<>(page, total);
        });
    }

    private static AuditEntry entry(Row row) throws SQLException {
        boolean app = row.flag("connected_app");
        return new AuditEntry(
                row.text("id"),
                row.time("at").toString(),
                row.text("product"),
                row.text("action"),
                row.text("object_type"),
                List.of(new AuditEntry.AuditObject(
                        row.text("object_type"),
                        row.text("object_id"),
                        row.text("object_name"),
                        row.textOrNull("environment_id"))),
                row.text("organization_id"),
                row.textOrNull("environment_id"),
                row.text("user_id"),
                row.text("user_name"),
                app ? row.text("user_id") : null,
                Json.mapper().readTree(row.text("payload")));
    }

    private static void in(StringBuilder where, List<Object> arguments, String column, @Nullable List<String> values) {
        if (values != null && !values.isEmpty()) {
            where.append(" and ").append(column).append(" = any(?)");
            arguments.add(values);
        }
    }

    private static void between(StringBuilder where, List<Object> arguments, String sql, @Nullable String date) {
        if (date != null) {
            where.append(sql);
            try {
                arguments.add(
                        date.contains("T")
                                ? OffsetDateTime.parse(date).toInstant()
                                : Instant.parse(date + "T00:00:00Z"));
            } catch (DateTimeException e) {
                throw Refusal.badRequest("'" + date + "' is no date, expected ISO 8601 such as 2026-01-31T00:00:00Z");
            }
        }
    }
}
