package dev.hinny.plane.server.runtimemanager;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.store.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A deployment as it is stored: what to run, and what became of it. */
record Deployment(
        String id,
        String applicationId,
        String sha256,
        String fileName,
        String muleVersion,
        String region,
        int workers,
        double vcores,
        byte[] properties,
        JsonNode options,
        Status status,
        List<String> problems,
        Instant created,
        Instant ended) {
    /** A superseded one was replaced before it ran. */
    enum Status {
        DEPLOYING,
        STARTED,
        FAILED,
        SUPERSEDED
    }

    static Deployment of(Row row) throws SQLException {
        return new Deployment(
                row.text("id"),
                row.text("application_id"),
                row.text("sha256"),
                row.text("file_name"),
                row.text("mule_version"),
                row.text("region"),
                row.integer("workers"),
                row.decimal("vcores"),
                row.bytes("properties"),
                Json.mapper().readTree(row.text("options")),
                Status.valueOf(row.text("status")),
                List.of(Json.mapper().readValue(row.text("problems"), String[].class)),
                row.time("created"),
                row.time("ended"));
    }

    List<String> secureProperties() {
        return options.path("secureProperties")
                .valueStream()
                .map(n -> n.asString(""))
                .toList();
    }

    boolean option(String name) {
        return options.path(name).asBoolean(false);
    }
}
