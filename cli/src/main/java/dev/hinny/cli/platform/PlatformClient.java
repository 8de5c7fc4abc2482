package dev.hinny.cli.platform;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.plane.contract.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Calls the platform's REST API as a signed-in user. Safe for use by several threads. */
public final class PlatformClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final AccessFile access;
    private final HttpClient http;
    private final String token;

    private PlatformClient(AccessFile access, HttpClient http, String token) {
        this.access = access;
        this.http = http;
        this.token = token;
    }

    /** A part of a multipart body: a field, or a file when {@code fileName} is not empty. */
    public record Part(String name, String fileName, byte[] content) {
        public static Part field(String name, String value) {
            return new Part(name, "", value.getBytes(StandardCharsets.UTF_8));
        }

        public static Part file(String name, String fileName, byte[] content) {
            return new Part(name, fileName, content);
        }
    }

    /** Signs in with the user of the access file. */
    public static PlatformClient signIn(AccessFile access) {
        HttpClient http = HttpClient.newBuilder()
                .sslContext(trusting(Path.of(access.ca())))
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        PlatformClient anonymous = new PlatformClient(access, http, "");
        JsonNode answer =
                anonymous.post("/accounts/login", Map.of("username", access.username(), "password", access.password()));
        return new PlatformClient(access, http, answer.path("access_token").asString(""));
    }

    public AccessFile access() {
        return access;
    }

    public JsonNode get(String path) {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    public JsonNode post(String path, Object body) {
        return send("POST", path, "application/json", json(body));
    }

    public JsonNode patch(String path, Object body) {
        return send("PATCH", path, "application/json", json(body));
    }

    public JsonNode put(String path, Object body) {
        return send("PUT", path, "application/json", json(body));
    }

    public void delete(String path) {
        send("DELETE", path, "application/json", BodyPublishers.noBody());
    }

    public JsonNode upload(String method, String path, List<Part> parts) {
        String boundary = "hinny-" + UUID.randomUUID();
        return send(
                method,
                path,
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofByteArray(multipart(boundary, parts)));
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(Json.bytes(body));
    }

    private static byte[] multipart(String boundary, List<Part> parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Part part : parts) {
            String file = part.fileName().isEmpty()
                    ? ""
                    : "; filename=\"" + part.fileName() + "\"\r\nContent-Type: application/octet-stream";
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part.name() + "\"" + file
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(part.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private JsonNode send(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(access.url() + path))
                .timeout(TIMEOUT)
                .header("Content-Type", contentType)
                .header("X-ANYPNT-ORG-ID", access.organizationId())
                .header("X-ANYPNT-ENV-ID", access.environmentId())
                .header("x-sync-publication", "true")
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() >= 400) {
                throw refused(method + " " + path, response);
            }
            return response.body().length == 0
                    ? NullNode.getInstance()
                    : Json.mapper().readTree(response.body());
        } catch (IOException e) {
            throw away(e);
        } catch (JacksonException e) {
            throw new ProblemException(
                    new Problem(
                            "BAD-ANSWER",
                            Severity.ERROR,
                            Blame.UPSTREAM,
                            null,
                            "the platform's answer to " + method + " " + path + " is no JSON: "
                                    + e.getOriginalMessage(),
                            ""),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(e);
        }
    }

    private static ProblemException refused(String call, HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        String message = body;
        try {
            message = Json.mapper().readTree(body).path("message").asString(body);
        } catch (JacksonException e) {
            message = body;
        }
        Blame blame =
                response.statusCode() == 503 ? Blame.CAPACITY : response.statusCode() > 500 ? Blame.BUG : Blame.USER;
        return new ProblemException(new Problem(
                "REFUSED",
                Severity.ERROR,
                blame,
                null,
                call + " was refused with " + response.statusCode() + ": " + message,
                ""));
    }

    private ProblemException away(Exception e) {
        return new ProblemException(
                new Problem(
                        "PLATFORM-AWAY",
                        Severity.ERROR,
                        Blame.UPSTREAM,
                        null,
                        "the platform at " + access.url() + " does not answer: " + e,
                        "is it running? start it with: hinny up"),
                e);
    }

    private static SSLContext trusting(Path authority) {
        try (InputStream pem = Files.newInputStream(authority)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new ProblemException(
                    new Problem(
                            "BAD-CA",
                            Severity.ERROR,
                            Blame.USER,
                            null,
                            "the platform's authority '" + authority + "' cannot be read: " + e.getMessage(),
                            ""),
                    e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
