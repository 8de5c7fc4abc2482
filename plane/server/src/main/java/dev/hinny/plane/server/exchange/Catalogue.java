package dev.hinny.plane.server.exchange;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.apimanager.PolicyTemplate;
import dev.hinny.plane.contract.exchange.Asset;
import dev.hinny.plane.contract.exchange.AssetFile;
import dev.hinny.plane.server.usecase.Access;
import dev.hinny.plane.server.usecase.Grant;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Row;
import dev.hinny.plane.store.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds assets. */
public final class Catalogue {
    /** The group of the policies that the platform brings. */
    public static final String POLICY_GROUP = "68ef9520-24e9-4cf2-b2f5-620025690913";

    private final Database database;
    private final Links links;
    private final List<PolicyTemplate> policies;

    /** What to look for; empty lists do not restrict. */
    public record Search(String term, List<String> types, List<String> organizations, int limit, int offset) {}

    public Catalogue(Database database, Links links, List<PolicyTemplate> policies) {
        this.database = database;
        this.links = links;
        this.policies = policies;
    }

    /** The newest version of each matching asset that the principal may see, by name. */
    public List<Asset> search(Principal who, Search search, String base) {
        List<String> visible = who.grants().stream()
                .map(Grant::organizationId)
                .distinct()
                .filter(o -> Access.allows(who, Permission.EXCHANGE_VIEWER, o, null))
                .filter(o -> search.organizations().isEmpty()
                        || search.organizations().contains(o))
                .toList();
        return database.read(sql -> {
            List<Asset> found = new ArrayList<>();
            String term = "%"
                    + search.term().toLowerCase(Locale.ROOT).replace("%", "\\%").replace("_", "\\_") + "%";
            for (String[] key : sql.list(
                    "select group_id, asset_id from assets where organization_id = any(?) and (lower(name || ' ' ||"
                        + " asset_id || ' ' || description) like ?) and (cardinality(?) = 0 or type = any(?)) order by"
                        + " lower(name), asset_id limit ? offset ?",
                    row -> new String[] {row.text("group_id"), row.text("asset_id")},
                    visible,
                    term,
                    search.types(),
                    search.types(),
                    search.limit(),
                    search.offset())) {
                found.add(load(sql, key[0], key[1], null, base));
            }
            if (search.types().contains("policy")) {
                policies.forEach(p -> found.add(asset(p)));
            }
            return found;
        });
    }

    /** A version of an asset, the newest when none is given. */
    public Asset get(Principal who, String group, String asset, @Nullable String version, String base) {
        if (group.equals(POLICY_GROUP)) {
            return policies.stream()
                    .filter(p -> p.assetId().equals(asset))
                    .findFirst()
                    .map(Catalogue::asset)
                    .orElseThrow(() -> missing(group, asset, version));
        }
        return database.read(sql -> {
            String organization = organization(sql, group, asset);
            Access.require(sql, who, Permission.EXCHANGE_VIEWER, organization, null);
            return load(sql, group, asset, version, base);
        });
    }

    Asset load(Sql sql, String group, String asset, @Nullable String version, String base) {
        List<Asset.Version> versions = versions(sql, group, asset);
        String wanted = version != null
                ? version
                : versions.isEmpty() ? "" : versions.getFirst().version();
        List<AssetFile> files = sql.list(
                "select f.*, v.created from asset_files f join asset_versions v on v.id = f.version_id"
                        + " where v.group_id = ? and v.asset_id = ? and v.version = ? order by f.classifier",
                row -> file(row, base),
                group,
                asset,
                wanted);
        return sql.one(
                        "select v.*, a.name, a.description, a.type, coalesce(u.username, v.created_by) as creator"
                                + " from asset_versions v join assets a using (group_id, asset_id)"
                                + " left join users u on u.id = v.created_by"
                                + " where v.group_id = ? and v.asset_id = ? and v.version = ?",
                        row -> asset(row, files, versions),
                        group,
                        asset,
                        wanted)
                .orElseThrow(() -> missing(group, asset, version));
    }

    static String organization(Sql sql, String group, String asset) {
        return sql.one(
                        "select organization_id from assets where group_id = ? and asset_id = ?",
                        row -> row.text("organization_id"),
                        group,
                        asset)
                .orElseThrow(() -> missing(group, asset, null));
    }

    /** All versions, newest first by semantic version. */
    static List<Asset.Version> versions(Sql sql, String group, String asset) {
        return sql
                .list(
                        "select version, status, api_version from asset_versions where group_id = ? and asset_id = ?",
                        row -> new Asset.Version(row.text("version"), row.text("status"), row.text("api_version")),
                        group,
                        asset)
                .stream()
                .sorted(Comparator.comparing((Asset.Version v) -> order(v.version()))
                        .reversed())
                .toList();
    }

    static Refusal missing(String group, String asset, @Nullable String version) {
        String suffix = version == null ? "" : "/" + version;
        return Refusal.notFound("there is no asset '" + group + "/" + asset + suffix + "'");
    }

    /** Sorts as the versions do: numbers padded, a pre-release before its release. */
    private static String order(String version) {
        String[] parts = version.split("[-+]", 2);
        StringBuilder key = new StringBuilder();
        for (String number : parts[0].split("\\.")) {
            key.append("0".repeat(Math.max(0, 12 - number.length())))
                    .append(number)
                    .append('.');
        }
        return key.append(parts.length == 1 ? "~" : parts[1]).toString();
    }

    private AssetFile file(Row row, String base) throws SQLException {
        String name = row.text("file_name");
        return new AssetFile(
                row.text("classifier"),
                row.text("packaging"),
                links.to(base, row.text("sha256"), name),
                name,
                row.text("sha256"),
                row.number("size"),
                row.text("main_file"),
                false,
                row.time("created").toString());
    }

    private static Asset asset(Row row, List<AssetFile> files, List<Asset.Version> versions) throws SQLException {
        String version = row.text("version");
        JsonNode tags = Json.mapper().readTree(row.text("tags"));
        String updated = row.time("updated").toString();
        String created = row.time("created").toString();
        return new Asset(
                row.text("group_id"),
                row.text("asset_id"),
                version,
                row.text("api_version"),
                version.replaceAll("\\.[^.]*$", ""),
                row.text("api_version"),
                row.text("organization_id"),
                row.text("name"),
                row.text("description"),
                row.text("type"),
                row.text("status"),
                created,
                created,
                updated,
                updated,
                new Asset.Person(row.text("created_by"), row.text("creator")),
                files,
                versions,
                versions.stream().filter(v -> !v.version().equals(version)).toList(),
                tags,
                Json.mapper().readTree(row.text("dependencies")),
                List.of());
    }

    private static Asset asset(PolicyTemplate policy) {
        String date = "2026-01-01T00:00:00Z";
        List<Asset.Version> versions = List.of(new Asset.Version(policy.version(), "published", "v1"));
        JsonNode none = Json.mapper().createArrayNode();
        return new Asset(
                POLICY_GROUP,
                policy.assetId(),
                policy.version(),
                "v1",
                policy.version().replaceAll("\\.[^.]*$", ""),
                "v1",
                POLICY_GROUP,
                policy.name(),
                policy.description(),
                "policy",
                "published",
                date,
                date,
                date,
                date,
                new Asset.Person("platform", "platform"),
                List.of(),
                versions,
                List.of(),
                none,
                none,
                List.of());
    }
}
