package dev.hinny.plane.server.apimanager;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.apimanager.Api;
import dev.hinny.plane.contract.apimanager.ApiList;
import dev.hinny.plane.contract.apimanager.ApiPatch;
import dev.hinny.plane.contract.apimanager.NewApi;
import dev.hinny.plane.server.audit.Audit;
import dev.hinny.plane.server.rest.Fields;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Changes;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Row;
import dev.hinny.plane.store.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** API instances of an environment. */
public final class Apis {
    // An instance is active while a live replica reports that it enforces its policies.
    private static final String SELECT = "select i.*, coalesce(a.name, i.asset_id) as asset_name,"
            + " exists (select 1 from replicas r where r.environment_id = i.environment_id and r.state = 'RUNNING'"
            + " and r.reported > now() - interval '30 seconds'"
            + " and r.apis @> jsonb_build_array(jsonb_build_object('id', i.id))) as active"
            + " from api_instances i left join assets a using (group_id, asset_id)";

    private final Database database;
    private final Audit audit;

    public Apis(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Instances grouped by their asset. */
    public ApiList list(Principal who, Place place, String search, int limit, int offset) {
        return database.read(sql -> {
            place.require(sql, who, Permission.VIEW_APIS);
            Map<String, List<Api>> byAsset = new LinkedHashMap<>();
            Map<String, String> names = new LinkedHashMap<>();
            List<Api> all = sql.list(
                    SELECT + " where i.environment_id = ? and (? = '' or i.asset_id ilike '%' || ? || '%'"
                            + " or i.label ilike '%' || ? || '%') order by i.created desc, i.id desc limit ? offset ?",
                    row -> {
                        Api api = api(row);
                        String key = api.groupId() + "/" + api.assetId();
                        byAsset.computeIfAbsent(key, k -> new ArrayList<>()).add(api);
                        names.put(key, row.text("asset_name"));
                        return api;
                    },
                    place.environment(),
                    search,
                    search,
                    search,
                    limit,
                    offset);
            List<ApiList.AssetApis> assets = new ArrayList<>();
            byAsset.forEach((key, apis) -> {
                Api first = apis.getFirst();
                String name = names.getOrDefault(key, first.assetId());
                assets.add(new ApiList.AssetApis(key, name, name, first.groupId(), first.assetId(), apis.size(), apis));
            });
            long total = sql.number("select count(*) from api_instances where environment_id = ?", place.environment());
            return new ApiList(total, assets, all);
        });
    }

    public Api get(Principal who, Place place, long id) {
        return database.read(sql -> {
            place.require(sql, who, Permission.VIEW_APIS, id);
            return load(sql, id);
        });
    }

    /** What an application needs to bind the instance. */
    public Map<String, String> autodiscovery(Principal who, Place place, long id) {
        Api api = get(who, place, id);
        return Map.of("apiId", Long.toString(api.id()), "apiName", api.assetId(), "apiVersion", api.productVersion());
    }

    public Api create(Principal who, Place place, NewApi wanted) {
        NewApi.Spec spec = wanted.spec();
        new Fields()
                .present("spec", spec)
                .text("spec.assetId", spec == null ? null : spec.assetId(), 128)
                .text("spec.version", spec == null ? null : spec.version(), 64)
                .check();
        return database.write(sql -> {
            place.require(sql, who, Permission.MANAGE_APIS);
            String group = spec.groupId() == null || spec.groupId().isBlank() ? place.organization() : spec.groupId();
            String productVersion = productVersion(sql, group, spec.assetId(), spec.version());
            long id = sql.one(
                            "insert into api_instances(organization_id, environment_id, group_id, asset_id,"
                                    + " asset_version, product_version, label, technology, endpoint) values"
                                    + " (?,?,?,?,?,?,?,?,?::jsonb) returning id",
                            row -> row.number("id"),
                            place.organization(),
                            place.environment(),
                            group,
                            spec.assetId(),
                            spec.version(),
                            productVersion,
                            blankToNull(wanted.instanceLabel()),
                            wanted.technology() == null ? "mule4" : wanted.technology(),
                            endpoint(wanted).toString())
                    .orElseThrow();
            Changes.touch(sql, place.environment());
            record(sql, who, place, "Create", id, spec.assetId(), Map.of("version", spec.version()));
            return load(sql, id);
        });
    }

    public Api patch(Principal who, Place place, long id, ApiPatch patch) {
        return database.write(sql -> {
            place.require(sql, who, Permission.MANAGE_APIS, id);
            Api before = load(sql, id);
            String version = patch.assetVersion() == null ? before.assetVersion() : patch.assetVersion();
            String productVersion = version.equals(before.assetVersion())
                    ? before.productVersion()
                    : productVersion(sql, before.groupId(), before.assetId(), version);
            JsonNode endpoint =
                    patch.endpoint() == null ? before.endpoint() : merged(before.endpoint(), patch.endpoint());
            sql.run(
                    "update api_instances set asset_version = ?, product_version = ?, label = ?, endpoint = ?::jsonb,"
                            + " deprecated = ?, is_public = ?, updated = now() where id = ?",
                    version,
                    productVersion,
                    patch.instanceLabel() == null ? before.instanceLabel() : blankToNull(patch.instanceLabel()),
                    endpoint.toString(),
                    patch.deprecated() == null ? before.deprecated() : patch.deprecated(),
                    patch.isPublic() == null ? before.isPublic() : patch.isPublic(),
                    id);
            Changes.touch(sql, place.environment());
            record(sql, who, place, "Edit", id, before.assetId(), Map.of("version", version));
            return load(sql, id);
        });
    }

    /** Removes the instance with its policies, tiers and contracts. */
    public void delete(Principal who, Place place, long id) {
        database.run(sql -> {
            place.require(sql, who, Permission.MANAGE_APIS, id);
            Api api = load(sql, id);
            sql.run("delete from contracts where api_id = ?", id);
            sql.run("delete from api_instances where id = ?", id);
            Changes.touch(sql, place.environment());
            record(sql, who, place, "Delete", id, api.assetId(), Map.of());
        });
    }

    private void record(
            Sql sql, Principal who, Place place, String action, long id, String name, Map<String, ?> payload) {
        audit.record(
                sql,
                who,
                Audit.of("API Manager", action, "API Instance", id, name)
                        .in(place.organization(), place.environment())
                        .with(payload));
    }

    private static String productVersion(Sql sql, String group, String asset, String version) {
        Optional<String> found = sql.one(
                "select api_version from asset_versions where group_id = ? and asset_id = ? and version = ?",
                row -> row.text("api_version"),
                group,
                asset,
                version);
        return found.orElseThrow(() -> Refusal.badRequest("there is no asset '" + group + "/" + asset + "/" + version
                + "' in Exchange; publish it before managing it"));
    }

    private static JsonNode endpoint(NewApi wanted) {
        ObjectNode endpoint = wanted.endpoint() instanceof ObjectNode given
                ? given.deepCopy()
                : Json.mapper().createObjectNode();
        if (wanted.endpointUri() != null && !endpoint.has("uri")) {
            endpoint.put("uri", wanted.endpointUri());
        }
        return endpoint;
    }

    private static JsonNode merged(JsonNode before, JsonNode patch) {
        ObjectNode merged = Json.mapper().createObjectNode();
        before.properties().forEach(p -> merged.set(p.getKey(), p.getValue()));
        patch.properties().forEach(p -> merged.set(p.getKey(), p.getValue()));
        return merged;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static Api load(Sql sql, long id) {
        return sql.one(SELECT + " where i.id = ?", Apis::api, id)
                .orElseThrow(() -> Refusal.notFound("there is no API instance " + id));
    }

    private static Api api(Row row) throws SQLException {
        JsonNode endpoint = Json.mapper().readTree(row.text("endpoint"));
        boolean active = row.flag("active");
        return new Api(
                row.number("id"),
                row.text("organization_id"),
                row.text("environment_id"),
                row.text("group_id"),
                row.text("asset_id"),
                row.text("asset_version"),
                row.text("product_version"),
                row.textOrNull("label"),
                row.text("technology"),
                row.flag("deprecated"),
                row.flag("is_public"),
                row.text("product_version") + ":" + row.number("id"),
                active ? "active" : "unregistered",
                null,
                endpoint.path("uri").isString() ? endpoint.path("uri").stringValue() : null,
                endpoint,
                null,
                Rows.audit(row));
    }
}
