package dev.hinny.plane.server.exchange;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.exchange.Asset;
import dev.hinny.plane.server.audit.Audit;
import dev.hinny.plane.server.rest.Fields;
import dev.hinny.plane.server.rest.Multipart;
import dev.hinny.plane.server.usecase.Access;
import dev.hinny.plane.server.usecase.Permission;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Blobs;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Puts versions of assets into the catalogue, and changes and removes them. */
public final class Publication {
    private static final String VERSION = "[0-9]+\\.[0-9]+\\.[0-9]+([-+][A-Za-z0-9.-]+)?";

    private final Database database;
    private final Audit audit;
    private final Catalogue catalogue;

    /** Names a version of an asset. */
    public record Key(String organization, String group, String asset, String version) {}

    private record NewFile(String classifier, String packaging, Multipart.Upload upload, String mainFile) {}

    public Publication(Database database, Audit audit, Catalogue catalogue) {
        this.database = database;
        this.audit = audit;
        this.catalogue = catalogue;
    }

    /** Publishes a version with its files. A version in development may be published again, others not. */
    public Asset publish(Principal who, Key key, Multipart body, String base) {
        List<NewFile> files = files(body);
        String name = body.field("name").orElse(key.asset());
        String status = body.field("status").orElse("published");
        new Fields()
                .text("name", name, 255)
                .matching(
                        "assetId", key.asset(), "[A-Za-z0-9][A-Za-z0-9._-]{0,127}", "letters, digits, '.', '_' and '-'")
                .matching("version", key.version(), VERSION, "a semantic version such as 1.0.0")
                .matching("status", status, "development|published|stable", "'development' or 'published'")
                .that(
                        key.group().equals(key.organization()),
                        "group '" + key.group() + "' is not the organisation's: expected '" + key.organization() + "'")
                .check();
        files.forEach(Publication::check);
        String type = type(body, files);
        return database.write(sql -> {
            Access.require(sql, who, Permission.EXCHANGE_CONTRIBUTOR, key.organization(), null);
            removeDevelopment(sql, key);
            sql.run(
                    "insert into assets(group_id, asset_id, organization_id, name, description, type) values"
                            + " (?,?,?,?,?,?) on conflict (group_id, asset_id) do update set name = excluded.name,"
                            + " description = excluded.description, updated = now()",
                    key.group(),
                    key.asset(),
                    key.organization(),
                    name,
                    body.field("description").orElse(""),
                    type);
            insert(sql, who, key, body, status, files);
            audit.record(
                    sql,
                    who,
                    Audit.of("Exchange", "Create", "Asset", key.group() + "/" + key.asset() + "/" + key.version(), name)
                            .in(key.organization())
                            .with(Map.of("type", type, "status", status)));
            return catalogue.load(sql, key.group(), key.asset(), key.version(), base);
        });
    }

    /** Changes the state of a version. */
    public void setStatus(Principal who, String group, String asset, String version, String status) {
        new Fields()
                .matching(
                        "status",
                        status,
                        "development|published|stable|deprecated",
                        "'development', 'published' or 'deprecated'")
                .check();
        change(
                who,
                group,
                asset,
                version,
                "Edit",
                Map.of("status", status),
                sql -> sql.run(
                        "update asset_versions set status = ?, updated = now() where group_id = ? and asset_id = ? and"
                                + " version = ?",
                        status,
                        group,
                        asset,
                        version));
    }

    /** Renames an asset or describes it anew. */
    public void edit(Principal who, String group, String asset, String version, JsonNode patch) {
        String name = patch.path("name").isString() ? patch.path("name").stringValue() : null;
        String description =
                patch.path("description").isString() ? patch.path("description").stringValue() : null;
        Map<String, String> shown = new LinkedHashMap<>();
        if (name != null) {
            shown.put("name", name);
        }
        change(
                who,
                group,
                asset,
                version,
                "Edit",
                shown,
                sql -> sql.run(
                        "update assets set name = coalesce(?, name), description = coalesce(?, description), updated ="
                                + " now() where group_id = ? and asset_id = ?",
                        name,
                        description,
                        group,
                        asset));
    }

    public void setTags(Principal who, String group, String asset, String version, JsonNode tags) {
        if (!tags.isArray()) {
            throw Refusal.badRequest("the body is no array of tags, expected [{\"value\": \"...\"}]");
        }
        change(
                who,
                group,
                asset,
                version,
                "Edit",
                Map.of(),
                sql -> sql.run(
                        "update asset_versions set tags = ?::jsonb, updated = now()"
                                + " where group_id = ? and asset_id = ? and version = ?",
                        tags.toString(),
                        group,
                        asset,
                        version));
    }

    /** Removes a version, and the asset with its last version. An API instance of it keeps it. */
    public void delete(Principal who, String group, String asset, String version) {
        change(who, group, asset, version, "Delete", Map.of(), sql -> {
            long used = sql.number(
                    "select count(*) from api_instances where group_id = ? and asset_id = ? and asset_version = ?",
                    group,
                    asset,
                    version);
            if (used > 0) {
                throw Refusal.conflict(used + " API instances are of version '" + version + "'; delete them first");
            }
            sql.run(
                    "delete from asset_versions where group_id = ? and asset_id = ? and version = ?",
                    group,
                    asset,
                    version);
            return sql.run(
                    "delete from assets a where group_id = ? and asset_id = ? and not exists (select 1 from"
                            + " asset_versions v where v.group_id = a.group_id and v.asset_id = a.asset_id)",
                    group,
                    asset);
        });
    }

    /** A change of an existing version. */
    @FunctionalInterface
    private interface Statement {
        int run(Sql sql);
    }

    private void change(
            Principal who,
            String group,
            String asset,
            String version,
            String action,
            Map<String, String> shown,
            Statement statement) {
        database.run(sql -> {
            String organization = Catalogue.organization(sql, group, asset);
            Access.require(sql, who, Permission.EXCHANGE_CONTRIBUTOR, organization, null);
            if (status(sql, group, asset, version).isEmpty()) {
                throw Catalogue.missing(group, asset, version);
            }
            statement.run(sql);
            audit.record(
                    sql,
                    who,
                    Audit.of("Exchange", action, "Asset", group + "/" + asset + "/" + version, asset)
                            .in(organization)
                            .with(shown));
        });
    }

    private static Optional<String> status(Sql sql, String group, String asset, String version) {
        return sql.one(
                "select status from asset_versions where group_id = ? and asset_id = ? and version = ? for update",
                row -> row.text("status"),
                group,
                asset,
                version);
    }

    private static void removeDevelopment(Sql sql, Key key) {
        Optional<String> status = status(sql, key.group(), key.asset(), key.version());
        if (status.isPresent()) {
            if (!status.get().equals("development")) {
                throw Refusal.conflict("version '" + key.version() + "' of '" + key.asset()
                        + "' is published and cannot be replaced; publish a higher version");
            }
            sql.run(
                    "delete from asset_versions where group_id = ? and asset_id = ? and version = ?",
                    key.group(),
                    key.asset(),
                    key.version());
        }
    }

    private static void insert(Sql sql, Principal who, Key key, Multipart body, String status, List<NewFile> files) {
        String apiVersion = body.field("properties.apiVersion")
                .or(() -> body.field("apiVersion"))
                .orElse("v" + key.version().replaceAll("\\..*", ""));
        long version = sql.one(
                        "insert into asset_versions(group_id, asset_id, version, organization_id, status, api_version,"
                                + " properties, tags, dependencies, created_by)"
                                + " values (?,?,?,?,?,?,?::jsonb,?::jsonb,?::jsonb,?) returning id",
                        row -> row.number("id"),
                        key.group(),
                        key.asset(),
                        key.version(),
                        key.organization(),
                        status,
                        apiVersion,
                        Json.mapper().writeValueAsString(body.fields()),
                        tags(body),
                        json(body.field("dependencies").orElse("[]")),
                        who.id())
                .orElseThrow();
        for (NewFile file : files) {
            String sha256 = Blobs.put(sql, file.upload().path());
            sql.run(
                    "insert into asset_files(version_id, classifier, packaging, file_name, main_file, sha256, size)"
                            + " values (?,?,?,?,?,?,?)",
                    version,
                    file.classifier(),
                    file.packaging(),
                    file.upload().fileName(),
                    file.mainFile(),
                    sha256,
                    size(file.upload().path()));
        }
    }

    /** Form parts {@code files.CLASSIFIER.PACKAGING}; the older form has {@code asset} and {@code classifier}. */
    private static List<NewFile> files(Multipart body) {
        String main =
                body.field("properties.mainFile").or(() -> body.field("main")).orElse("");
        return body.files().entrySet().stream()
                .map(entry -> {
                    String[] parts = entry.getKey().split("\\.", 3);
                    String name = entry.getValue().fileName();
                    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
                    boolean named = parts[0].equals("files") && parts.length > 1;
                    String classifier =
                            named ? parts[1] : body.field("classifier").orElse("custom");
                    String packaging = named && parts.length == 3 ? parts[2] : extension;
                    return new NewFile(classifier, packaging, entry.getValue(), main);
                })
                .toList();
    }

    private static void check(NewFile file) {
        if (List.of("zip", "jar").contains(file.packaging())) {
            Path path = file.upload().path();
            Archives.check(path, file.upload().fileName());
            if (!file.mainFile().isEmpty()
                    && Archives.read(path, file.mainFile()).isEmpty()) {
                throw Refusal.badRequest("the main file '" + file.mainFile() + "' is not in '"
                        + file.upload().fileName() + "'");
            }
        }
    }

    private static String type(Multipart body, List<NewFile> files) {
        return body.field("type")
                .orElseGet(() -> switch (files.isEmpty() ? "" : files.getFirst().classifier()) {
                    case "oas", "raml" -> "rest-api";
                    case "wsdl" -> "soap-api";
                    case "http" -> "http-api";
                    case "raml-fragment" -> "raml-fragment";
                    case "mule-application" -> "app";
                    case "mule-plugin" -> "connector";
                    default -> "custom";
                });
    }

    private static String tags(Multipart body) {
        @Nullable
        String given = body.field("tags").or(() -> body.field("keywords")).orElse(null);
        if (given == null) {
            return "[]";
        }
        List<Map<String, String>> tags = Arrays.stream(
                        Objects.requireNonNull(given).split(","))
                .map(tag -> Map.of("value", tag.trim(), "key", ""))
                .toList();
        return given.startsWith("[") ? json(given) : Json.mapper().writeValueAsString(tags);
    }

    private static String json(String text) {
        try {
            return Json.mapper().readTree(text).toString();
        } catch (JacksonException e) {
            // The plain form is a list of GROUP:ASSET:VERSION.
            return Json.mapper().writeValueAsString(Arrays.asList(text.split(",")));
        }
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
