package dev.hinny.plane.server;

import dev.hinny.plane.contract.Json;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A client of the REST API, as one user in one environment. */
final class Rest {
    private final HttpClient client;
    private final String base;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** An answer. */
    record Reply(int status, byte[] bytes, HttpResponse<byte[]> response) {
        JsonNode json() {
            return Json.mapper().readTree(bytes);
        }

        String text(String... path) {
            JsonNode node = json();
            for (String name : path) {
                node = node.path(name);
            }
            return node.asString("");
        }

        long number(String name) {
            return json().path(name).asLong(-1);
        }

        /** Fails with the body when the status is another one. */
        Reply is(int expected) {
            if (status != expected) {
                throw new AssertionError(
                        "expected " + expected + ", got " + status + ": " + new String(bytes, StandardCharsets.UTF_8));
            }
            return this;
        }
    }

    Rest(HttpClient client, String base) {
        this.client = client;
        this.base = base;
    }

    static HttpClient client(javax.net.ssl.SSLContext tls) {
        return HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    Rest with(String name, String value) {
        Rest other = new Rest(client, base);
        other.headers.putAll(headers);
        other.headers.put(name, value);
        return other;
    }

    Rest signedIn(String username, String password) {
        Reply reply = post("/accounts/login", Map.of("username", username, "password", password))
                .is(200);
        return with("authorization", "Bearer " + reply.text("access_token"));
    }

    Reply get(String path) {
        return send("GET", path, "", new byte[0]);
    }

    Reply delete(String path) {
        return send("DELETE", path, "", new byte[0]);
    }

    Reply post(String path, Object json) {
        return send("POST", path, "application/json", Json.bytes(json));
    }

    Reply put(String path, Object json) {
        return send("PUT", path, "application/json", Json.bytes(json));
    }

    Reply patch(String path, Object json) {
        return send("PATCH", path, "application/json", Json.bytes(json));
    }

    /** Values are text for a field, bytes for a file; a file's part is named {@code PART=FILE}. */
    Reply multipart(String method, String path, Map<String, Object> parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        parts.forEach((name, value) -> {
            String[] names = name.split("=", 2);
            String file = names.length == 2 ? "; filename=\"" + names[1] + "\"" : "";
            body.writeBytes(("--XyZ\r\nContent-Disposition: form-data; name=\"" + names[0] + "\"" + file + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(
                    value instanceof byte[] bytes ? bytes : value.toString().getBytes(StandardCharsets.UTF_8));
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes("--XyZ--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(method, path, "multipart/form-data; boundary=XyZ", body.toByteArray());
    }

    Reply send(String method, String path, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(path.startsWith("https://") ? path : base + path))
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (!type.isEmpty()) {
            request.header("content-type", type);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.body(), response);
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path + ": " + e, e);
        }
    }
}
