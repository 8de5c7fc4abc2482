package dev.hinny.plane.server.apimanager;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.apimanager.Audit;
import dev.hinny.plane.contract.apimanager.TierLimit;
import dev.hinny.plane.store.Row;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the tables of this package have in common. */
final class Rows {
    private Rows() {}

    static Audit audit(Row row) throws SQLException {
        return new Audit(
                new Audit.Moment(row.time("created").toString()),
                new Audit.Moment(row.time("updated").toString()));
    }

    static @Nullable JsonNode json(@Nullable String text) {
        return text == null ? null : Json.mapper().readTree(text);
    }

    static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.toString();
    }

    static List<TierLimit> limits(String json) {
        return Arrays.asList(Json.mapper().readValue(json, TierLimit[].class));
    }
}
