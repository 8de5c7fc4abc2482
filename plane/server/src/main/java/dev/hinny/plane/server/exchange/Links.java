package dev.hinny.plane.server.exchange;

import dev.hinny.http.Body;
import dev.hinny.http.Headers;
import dev.hinny.http.Response;
import dev.hinny.plane.server.rest.Call;
import dev.hinny.plane.server.rest.Router;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.Blobs;
import dev.hinny.plane.store.Database;
import dev.hinny.plane.store.Secrets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

/** Download addresses that carry their own permission: clients fetch them without credentials. */
public final class Links {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final String PATH = "/hinny/api/v1/files/{sha256}/{name}";

    private final Database database;
    private final Secrets secrets;

    public Links(Database database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    public void add(Router router) {
        router.open("GET", PATH, this::download);
    }

    /** An absolute address of a stored content. */
    String to(String base, String sha256, String name) {
        long expires = Instant.now().plus(LIFE).getEpochSecond();
        return base + "/hinny/api/v1/files/" + sha256 + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + "?expires=" + expires
                + "&signature=" + signature(sha256, name, expires);
    }

    private Response download(Call call) {
        String sha256 = call.path("sha256");
        String name = call.path("name");
        long expires = call.query("expires")
                .filter(e -> e.matches("[0-9]{1,12}"))
                .map(Long::parseLong)
                .orElse(0L);
        String expected = signature(sha256, name, expires);
        String given = call.query("signature").orElse("");
        boolean signed = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
        if (!signed || Instant.now().getEpochSecond() > expires) {
            throw Refusal.forbidden("the download link is not valid or has expired; ask for the asset again");
        }
        return download(database, sha256, name);
    }

    /** A stored content as a download. */
    public static Response download(Database database, String sha256, String name) {
        long size = database.read(sql -> Blobs.size(sql, sha256));
        if (size < 0) {
            throw Refusal.notFound("there is no file '" + name + "'");
        }
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        Headers headers = Headers.of(
                "content-type",
                "application/octet-stream",
                "content-disposition",
                "attachment; filename=\"" + safe + "\"");
        return Response.of(200, headers, Body.writing(out -> Blobs.copy(database, sha256, out)));
    }

    private String signature(String sha256, String name, long expires) {
        return secrets.sign(sha256 + "\n" + name + "\n" + expires);
    }
}
